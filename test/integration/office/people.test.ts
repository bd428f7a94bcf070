import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Draft } from '#domain/dossier/dossier.ts'
import { DUC, LAN, cardOf, typed } from '#kit/cards.ts'
import { completed } from '#kit/complete.ts'
import { type TempOffice, demoOffice, draftOf } from '#kit/office.ts'

let office: TempOffice
beforeAll(async () => {
  office = await demoOffice()
})
afterAll(() => office.forget())

const values = (draft: Draft, group: string) =>
  Object.fromEntries(['name', 'birth', 'number', 'address'].map(part => [part, draft.answers[`${group}.${part}`]?.value]))

describe('two cards', () => {
  test.each([
    ['hers first', LAN, DUC],
    ['his first', DUC, LAN],
  ])('of a couple fill both sides, %s', async (_, first, second) => {
    const { draft } = await draftOf(office, first, '1.000894')
    const both = (await office.get('draft.card', { draft, card: await cardOf(office, second) })).draft
    expect(values(both, 'bride')).toMatchObject({ name: 'Nguyễn Thị Hương Lan', birth: '1990-01-15', number: '087190012345' })
    expect(values(both, 'groom')).toMatchObject({ name: 'Trần Văn Đức', birth: '1985-07-20', number: '087085006789' })
    expect(both.applicant).toEqual(draft.applicant)
  })

  test('of the same person are one', async () => {
    const { draft } = await draftOf(office, LAN, '1.000894')
    expect(await office.ask('draft.card', { draft, card: await cardOf(office, LAN) })).toMatchObject({ faults: [{ code: 'card.same' }] })
  })

  test('of both parents find their places once it is said who came, and what was typed stays', async () => {
    const { draft } = await draftOf(office, LAN, '1.001193')
    const said = { ...draft, answers: { ...draft.answers, relation: typed('mother'), 'father.name': typed('TRẦN VĂN ĐỨC (đã gõ)') } }
    const both = (await office.get('draft.card', { draft: said, card: await cardOf(office, DUC) })).draft
    expect(values(both, 'mother')).toMatchObject({ name: 'Nguyễn Thị Hương Lan', birth: '1990', number: '087190012345' })
    expect(values(both, 'father')).toMatchObject({ name: 'TRẦN VĂN ĐỨC (đã gõ)', birth: '1985', number: '087085006789' })
  })

  test('are still there after a change of official', async () => {
    const { draft } = await draftOf(office, LAN, '1.000894')
    const both = (await office.get('draft.card', { draft, card: await cardOf(office, DUC) })).draft
    await office.get('draft.keep', { draft: both })
    expect((await office.get('draft.resume', { id: both.id })).draft.cards).toHaveLength(2)
  })
})

describe('somebody who hands in for another', () => {
  const applicant = { name: 'Nguyễn Thị Hương Lan', number: '087190012345', birth: null, sex: null, address: null, phone: null }
  const proxy = { name: 'Trần Văn Đức', number: '087085006789', paper: '' }

  test('is kept with the dossier, once the paper that gives the right is named', async () => {
    const opened = await office.get('draft.open', { procedure: '2.000635', applicant, card: null, proxy })
    const draft = await completed(office, opened.draft)
    expect(await office.ask('dossier.finish', { draft })).toMatchObject({ faults: [{ code: 'field.missing', field: 'proxy.paper' }] })
    const paper = 'Giấy ủy quyền số 12, chứng thực tại UBND phường An Bình'
    const { authorisation: _, ...others } = draft.papers
    expect(await office.ask('dossier.finish', { draft: { ...draft, papers: others, proxy: { ...proxy, paper } } })).toMatchObject({
      faults: [{ code: 'dossier.paper.missing', field: 'papers.authorisation' }],
    })
    const { dossier } = await office.get('dossier.finish', { draft: { ...draft, proxy: { ...proxy, paper } } })
    expect(dossier.applicant.name).toBe('Nguyễn Thị Hương Lan')
    expect(dossier.proxy).toEqual({ ...proxy, paper })
  })

  test('shows an authorisation though the procedure names none; Mẫu 01 lists it by its name', async () => {
    const opened = await office.get('draft.open', {
      procedure: '2.000815',
      applicant,
      card: null,
      proxy: { ...proxy, paper: 'Giấy ủy quyền số 7' },
    })
    expect(opened.draft.answers['requester.name']).toEqual({ value: applicant.name, origin: { from: 'rule' } })
    const draft = await completed(office, opened.draft)
    expect(await office.ask('dossier.finish', { draft })).toMatchObject({ faults: [{ field: 'papers.proxy-authorisation' }] })
    const { dossier } = await office.get('dossier.finish', { draft: { ...draft, papers: { ...draft.papers, 'proxy-authorisation': 1 } } })
    expect(dossier.papers.at(-1)).toEqual({
      id: 'proxy-authorisation',
      name: 'Văn bản ủy quyền: Giấy ủy quyền số 7',
      need: 'original',
      count: 1,
    })
  })

  test('is told at once where the law wants the person', async () => {
    expect(await office.ask('draft.open', { procedure: '1.000894', applicant, card: null, proxy })).toMatchObject({
      faults: [{ code: 'proxy.not-allowed' }],
    })
  })
})

test('a person is known by the number from any earlier dossier, in whatever role; a default never comes before that', async () => {
  const { draft } = await draftOf(office, LAN, '1.001193')
  const answers = {
    ...draft.answers,
    relation: typed('mother'),
    'mother.ethnic': typed('Khmer'),
    'mother.name': typed('Nguyễn Thị Hương Lan'),
    'mother.number': typed('087190012345'),
  }
  const birth = await completed(office, { ...draft, answers })
  await office.get('dossier.finish', { draft: birth })
  const wedding = await draftOf(office, DUC, '1.000894')
  const named = { ...wedding.draft, answers: { ...wedding.draft.answers, 'bride.number': typed('087190012345') } }
  const kept = (await office.get('draft.keep', { draft: named })).draft
  expect(kept.answers['bride.ethnic']).toMatchObject({ value: 'Khmer', origin: { from: 'earlier' } })
  expect(kept.answers['bride.name']?.value).toBe('Nguyễn Thị Hương Lan')
})

test('after a birth the residence of the child opens filled from it', async () => {
  const { draft } = await draftOf(office, LAN, '1.001193')
  const answers = {
    ...draft.answers,
    relation: typed('mother'),
    'child.name': typed('Trần Minh Khang'),
    'child.birth': typed('2026-11-01'),
    'child.sex': typed('male'),
  }
  const { dossier } = await office.get('dossier.finish', { draft: await completed(office, { ...draft, answers }) })
  const next = await office.get('draft.open', {
    procedure: '1.004222',
    applicant: dossier.applicant,
    card: await cardOf(office, LAN),
    after: dossier.code,
  })
  expect(next.draft.answers['requester.name']).toMatchObject({ value: 'Trần Minh Khang' })
  expect(next.draft.answers['requester.birth']).toMatchObject({ value: '2026-11-01' })
  expect(next.draft.answers['child.number']).toBeUndefined()
})

test('a value that was read back stays heard through keeping and receiving', async () => {
  const { draft } = await draftOf(office, LAN, '2.000635')
  const ready = await completed(office, draft)
  const name = ready.answers['requester.name']
  if (name === undefined) expect.fail('no name')
  const heard = { ...ready, answers: { ...ready.answers, 'requester.name': { ...name, heard: office.clock.now() } } }
  const kept = (await office.get('draft.keep', { draft: heard })).draft
  const { dossier } = await office.get('dossier.finish', { draft: kept })
  expect(dossier.answers['requester.name']?.heard).toBe(office.clock.now())
})

test('rows of a group keep their defaults while the draft is kept', async () => {
  const { draft } = await draftOf(office, LAN, '2.000815')
  const kept = (await office.get('draft.keep', { draft })).draft
  expect(kept.answers).toEqual(draft.answers)
  expect(kept.answers['originals.1.copies']?.value).toBe('1')
})
