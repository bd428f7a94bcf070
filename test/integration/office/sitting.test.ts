import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReadCard } from '#domain/card/card.ts'
import type { Draft } from '#domain/dossier/dossier.ts'
import { DUC, LAN, cardOf, typed } from '#kit/cards.ts'
import { completed } from '#kit/complete.ts'
import { type TempOffice, demoOffice, draftOf } from '#kit/office.ts'

let office: TempOffice
beforeAll(async () => {
  office = await demoOffice()
})
afterAll(() => office.forget())

const said = (draft: Draft, values: Readonly<Record<string, string>>): Draft => ({
  ...draft,
  answers: { ...draft.answers, ...Object.fromEntries(Object.entries(values).map(([field, value]) => [field, typed(value)])) },
})
const valuesIn = ({ answers }: Draft, ...fields: readonly string[]) => fields.map(field => answers[field]?.value)
const listed = async () => (await office.get('draft.list', {})).map(({ id }) => id)

describe('the first card scanned again', () => {
  test('keeps the second person, the dossier before, and all that was typed; the draft it takes the place of is gone', async () => {
    const first = await draftOf(office, LAN, '1.000894')
    const both = (await office.get('draft.card', { draft: first.draft, card: await cardOf(office, DUC) })).draft
    expect(await listed()).toContain(both.id)
    const more = { ...said(both, { 'bride.times': '2' }), after: '000.00.20.H20-261123-3999', papers: { identities: 2 } }
    const again = await office.get('draft.open', {
      procedure: '1.000894',
      applicant: more.applicant,
      card: await cardOf(office, LAN),
      instead: more,
    })
    expect(valuesIn(again.draft, 'bride.name', 'groom.name', 'groom.number', 'bride.times')).toEqual([
      'Nguyễn Thị Hương Lan',
      'Trần Văn Đức',
      '087085006789',
      '2',
    ])
    expect(again.draft).toMatchObject({ after: more.after, papers: { identities: 2 } })
    expect(again.draft.cards.map(({ number }) => number)).toEqual(['087190012345', '087085006789'])
    const ids = await listed()
    expect([ids.includes(again.draft.id), ids.includes(both.id)]).toEqual([true, false])
  })

  test('of another person fills the form from that card and not from the first', async () => {
    const { draft } = await draftOf(office, LAN, '2.000635')
    const card = await cardOf(office, DUC)
    const { name, number, birth, sex, address } = card.card
    const applicant = { name, number, birth, sex, address, phone: null }
    const other = await office.get('draft.open', { procedure: '2.000635', applicant, card, instead: said(draft, { copies: '4' }) })
    expect(valuesIn(other.draft, 'requester.name', 'requester.number', 'copies')).toEqual(['Trần Văn Đức', '087085006789', '4'])
    expect(other.draft.cards).toEqual([card.card])
  })
})

describe('the second person’s card', () => {
  test('adds from its other side how long it is valid, in both orders', async () => {
    const { draft } = await draftOf(office, LAN, '1.000894')
    const front = await cardOf(office, DUC)
    const back: ReadCard = {
      ...front,
      source: 'mrz',
      card: { ...front.card, source: 'mrz', name: 'TRAN VAN DUC', address: null, issued: null, expires: front.card.birth },
    }
    for (const order of [
      [front, back],
      [back, front],
    ]) {
      let one = draft
      for (const card of order) one = (await office.get('draft.card', { draft: one, card })).draft
      expect(one.cards.map(({ name, expires }) => [name, expires])).toEqual([
        ['Nguyễn Thị Hương Lan', null],
        ['Trần Văn Đức', '1985-07-20'],
      ])
      expect(one.answers['groom.name']?.value).toBe('Trần Văn Đức')
      expect(await office.ask('draft.card', { draft: one, card: front })).toMatchObject({ faults: [{ code: 'card.same' }] })
    }
  })
})

describe('the wrong procedure, found after printing', () => {
  test('is mended under the right one without asking again, and no other mending stays behind to undo it', async () => {
    const proxy = { name: 'Trần Văn Đức', number: '087085006789', paper: 'Giấy ủy quyền số 12' }
    const card = await cardOf(office, LAN)
    const { name, number, birth, sex, address } = card.card
    const applicant = { name, number, birth, sex, address, phone: '0912345678' }
    const opened = await office.get('draft.open', { procedure: '2.000635', applicant, card, proxy })
    const papers = { 'proxy-authorisation': 1 }
    const ready = await completed(office, said(opened.draft, { copies: '3', 'subject.ethnic': 'Khơ-me' }))
    const { dossier } = await office.get('dossier.finish', { draft: { ...ready, papers: { ...ready.papers, ...papers } } })

    const mending = await office.get('dossier.correct', { code: dossier.code, reason: 'Chọn nhầm thủ tục' })
    await office.get('draft.keep', { draft: mending.draft })
    const right = await office.get('draft.open', {
      procedure: '1.004873',
      applicant: mending.draft.applicant,
      card: null,
      instead: mending.draft,
    })
    expect(await listed()).not.toContain(mending.draft.id)
    expect(right.draft).toMatchObject({ corrects: mending.draft.corrects, identity: 'qr21', proxy, applicant })
    expect(valuesIn(right.draft, 'requester.name', 'requester.number', 'requester.issued', 'subject.ethnic')).toEqual([
      name,
      number,
      '2021-05-10',
      'Khơ-me',
    ])
    const kept = (await office.get('draft.keep', { draft: right.draft })).draft
    expect(kept.answers).toEqual(right.draft.answers)
    const finished = await completed(office, kept)
    const { dossier: mended } = await office.get('dossier.finish', { draft: { ...finished, papers: { ...finished.papers, ...papers } } })
    expect(mended).toMatchObject({ code: dossier.code, procedure: { code: '1.004873' }, identity: 'qr21', proxy })
    expect(await listed()).not.toContain(right.draft.id)
  })

  test('does not bring the defaults of the wrong form', async () => {
    const { draft } = await draftOf(office, LAN, '1.004222')
    const { dossier } = await office.get('dossier.finish', { draft: await completed(office, draft) })
    const mending = await office.get('dossier.correct', { code: dossier.code, reason: 'Là tạm trú' })
    const { applicant } = mending.draft
    const right = await office.get('draft.open', { procedure: '1.004194', applicant, card: null, instead: mending.draft })
    expect(valuesIn(right.draft, 'content', 'dwelling')).toEqual(['Đăng ký tạm trú', mending.draft.answers['dwelling']?.value])
  })
})

test('the household is known: the father of a child that its mother registered finds her on the next form', async () => {
  const birth = await draftOf(office, LAN, '1.001193')
  const first = said(birth.draft, {
    relation: 'mother',
    'child.name': 'Trần Gia Bảo',
    'child.birth': '2026-11-01',
    'child.sex': 'male',
    'mother.ethnic': 'Khmer',
    'father.name': 'Trần Văn Đức',
    'father.number': '087085006789',
    'father.birth': '1985',
  })
  const kept = (await office.get('draft.keep', { draft: first })).draft
  await office.get('dossier.finish', { draft: await completed(office, kept) })
  const next = await draftOf(office, DUC, '1.001193')
  const his = said(next.draft, { relation: 'father', 'child.name': 'Trần Minh Khang' })
  const filled = (await office.get('draft.keep', { draft: his })).draft
  expect(valuesIn(filled, 'mother.name', 'mother.number', 'mother.ethnic', 'father.name', 'father.number')).toEqual([
    'Nguyễn Thị Hương Lan',
    '087190012345',
    'Khmer',
    'Trần Văn Đức',
    '087085006789',
  ])
  expect(filled.answers['mother.name']?.origin.from).toBe('earlier')
})

describe('a slip', () => {
  test('that was never issued is not said to be replaced', async () => {
    const { draft } = await draftOf(office, LAN, '2.000815')
    const { dossier } = await office.get('dossier.finish', { draft: await completed(office, draft) })
    expect(await office.ask('card.scan', { text: `${dossier.code}/9` })).toMatchObject({
      ok: false,
      faults: [{ code: 'slip.unknown', data: { slip: 9, now: 1 } }],
    })
    expect(await office.get('card.scan', { text: dossier.code })).toMatchObject({ kind: 'dossier', replaced: null })
  })
})
