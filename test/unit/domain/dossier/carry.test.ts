import { describe, expect, test } from 'vitest'
import { carryOver } from '#domain/dossier/carry.ts'
import { Draft } from '#domain/dossier/dossier.ts'
import type { Answers } from '#domain/procedure/answer.ts'
import { fieldsNow } from '#domain/procedure/group.ts'
import { sourcesOf } from '#domain/procedure/procedure.ts'
import { anId } from '#kit/dossier.ts'
import { TODAY, office, shipped, shippedFiles } from '../../paper/shipped.ts'

const known = { card: null, earlier: [], office, today: TODAY }
const typed = (value: string) => ({ value, origin: { from: 'typed' as const } })

const mending = (code: string, answers: Answers, papers: Record<string, number> = {}): Draft =>
  Draft.parse({
    id: anId(),
    procedure: { code, edition: shipped(code).edition },
    applicant: {
      name: 'Nguyễn Thị Hương Lan',
      number: '087190012345',
      birth: '1990-01-15',
      sex: 'female',
      address: 'Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp',
      phone: '0912345678',
    },
    identity: 'qr21',
    answers,
    papers,
    channel: 'post',
    returnBy: 'post',
    readBack: 1_795_000_000_000,
    effort: { keys: 0, seconds: 0, wordsByCitizen: 0 },
    proxy: { name: 'Lê Văn Tám', number: '087190054321', paper: 'Giấy ủy quyền số 12' },
    corrects: { dossier: anId(), code: '000.00.20.H20-261123-3001', reason: 'Chọn nhầm thủ tục', slip: 1 },
  })

describe('a draft that goes on under another procedure', () => {
  test('keeps what was said where the form has the same question, and the rest of the sitting', () => {
    const draft = mending('2.000635', { 'subject.ethnic': typed('Khơ-me'), copies: typed('5') }, { identity: 1, nothing: 2 })
    const anew = carryOver(draft, shipped('1.004873'), known)
    expect(anew.procedure).toEqual({ code: '1.004873', edition: shipped('1.004873').edition })
    expect(anew).toMatchObject({
      id: draft.id,
      identity: 'qr21',
      proxy: draft.proxy,
      corrects: draft.corrects,
      returnBy: 'post',
      readBack: null,
    })
    expect(anew.papers).toEqual({ identity: 1 })
    expect(anew.answers['subject.ethnic']).toEqual(draft.answers['subject.ethnic'])
    expect(anew.answers['copies']).toBeUndefined()
  })

  test.each(shippedFiles().map(name => name.replace('.json', '')))(
    'takes for %s what a card says from the person, though the card is gone',
    code => {
      const procedure = shipped(code)
      const { answers, applicant } = carryOver(mending('2.000635', {}), procedure, known)
      const names = fieldsNow(procedure, answers).filter(field => sourcesOf(field)[0] === 'card.name' && typeof field.from[0] === 'string')
      for (const field of names) expect(answers[field.id]).toEqual({ value: applicant.name, origin: { from: 'card' } })
    },
  )

  test('never loses an answer to a default of the other form', () => {
    for (const name of shippedFiles()) {
      const procedure = shipped(name.replace('.json', ''))
      const said = Object.fromEntries(
        fieldsNow(procedure, {})
          .filter(({ kind }) => kind === 'text')
          .map(({ id }) => [id, { value: `said ${id}`, origin: { from: 'rule' as const } }]),
      )
      expect(carryOver(mending('2.000635', said), procedure, known).answers).toMatchObject(said)
    }
  })
})
