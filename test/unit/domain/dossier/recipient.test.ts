import { describe, expect, test } from 'vitest'
import type { DossierReceived } from '#domain/dossier/dossier.ts'
import type { Recipient } from '#domain/dossier/move.ts'
import { wrongRecipient } from '#domain/dossier/recipient.ts'
import { shipped } from '../../paper/shipped.ts'
import { codes, three, tryStep, walk } from './walk.ts'

const unnumbered: DossierReceived = { ...three, applicant: { ...three.applicant, number: null } }
const why = (to: Recipient, dossier = three, procedure = { proxy: true }) => wrongRecipient(to, dossier, procedure)?.code ?? null
const owner = { right: 'owner', name: 'Nguyễn Thị Hương Lan', number: three.applicant.number, paper: null } as const
const other = { name: 'Trần Văn Hùng', number: '087190054321', paper: 'Giấy ủy quyền số 12' }

describe('the owner', () => {
  test('is known by the number of the dossier, never by a name alone', () => {
    expect(why(owner)).toBeNull()
    expect(why({ ...owner, number: other.number })).toBe('life.return.other')
    for (const number of [null, '', ' ']) expect(why({ ...owner, number })).toBe('life.return.number')
  })

  test('without a number in the dossier is known by the name, however it is written', () => {
    expect(why({ ...owner, number: null, name: 'NGUYEN THI HUONG LAN' }, unnumbered)).toBeNull()
    expect(why({ ...owner, name: other.name }, unnumbered)).toBe('life.return.name')
  })
})

describe('somebody else', () => {
  test.each(['authorised', 'representative'] as const)('who is %s shows who he is and by what paper', right => {
    expect(why({ right, ...other })).toBeNull()
    expect(why({ right, ...other, number: null })).toBe('life.return.number')
    expect(why({ right, ...other, paper: ' ' })).toBe('life.return.paper')
  })

  test('cannot be authorised where the matter is one of persons alone, as a marriage is', () => {
    expect(why({ right: 'authorised', ...other }, three, shipped('1.000894'))).toBe('life.return.in-person')
    expect(why({ right: 'representative', ...other }, three, shipped('1.000894'))).toBeNull()
  })

  test('of the Post is known by the list both sides signed', () => {
    expect(why({ right: 'post', name: 'Lê Văn Bưu', number: null, paper: 'BG-261123-Q3-1' })).toBeNull()
    expect(why({ right: 'post', name: 'Lê Văn Bưu', number: null, paper: null })).toBe('life.return.paper')
  })
})

test('a result that is ready can neither be stopped nor refused any more', () => {
  const ready = walk(three, [['ready', '2026-11-18T09:00']])
  for (const step of ['stop', 'refuse'] as const) expect(codes(tryStep(three, ready, step, '2026-11-18T10:00'))).toEqual(['life.ready'])
})
