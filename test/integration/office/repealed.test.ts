import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Draft } from '#domain/dossier/dossier.ts'
import { completed } from '#kit/complete.ts'
import { type TempOffice, demoOffice, draftOf } from '#kit/office.ts'
import { foreignFile } from '../../unit/paper/shipped.ts'

const LAN = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'
const OLD = '9.000001'
const NEW = '9.000002'

let office: TempOffice
beforeEach(async () => {
  office = await demoOffice()
})
afterEach(() => office.forget())

const model = foreignFile('2.000815.json')
const drop = (code: string, part: object): void =>
  writeFileSync(
    join(office.dataDir, 'catalog', 'procedures', `${code}.json`),
    JSON.stringify({ ...(typeof model === 'object' ? model : {}), code, ...part }),
  )
const offered = async (): Promise<readonly string[]> => {
  const hello = await office.get('office.hello', {})
  return hello.setUp ? hello.procedures.map(({ code }) => code) : []
}
const said = (draft: Draft, field: string, value: string): Draft => ({
  ...draft,
  answers: { ...draft.answers, [field]: { value, origin: { from: 'typed' } } },
})

/** A draft kept while its procedure was in force, which the next day it is no more. */
async function keptYesterday(repeal: object): Promise<Draft> {
  drop(OLD, { name: 'Thủ tục cũ' })
  await expect.poll(offered).toContain(OLD)
  const { draft } = await draftOf(office, LAN, OLD)
  const kept = await office.get('draft.keep', { draft: said(draft, 'originals.1.name', 'Bằng lái xe') })
  drop(OLD, { name: 'Thủ tục cũ', repealedFrom: '2026-11-23', ...repeal })
  await expect.poll(offered).not.toContain(OLD)
  return kept.draft
}

describe('a procedure repealed since the draft was kept', () => {
  test('refuses to finish, names the day and what to take instead, and loses nothing that was typed', async () => {
    drop(NEW, { name: 'Thủ tục mới' })
    const draft = await keptYesterday({ replacedBy: [NEW] })
    expect(await office.ask('dossier.finish', { draft: { ...draft, papers: { original: 1, copies: 1 } } })).toMatchObject({
      ok: false,
      faults: [{ code: 'dossier.procedure.replaced', field: 'procedure', data: { day: '23/11/2026', code: NEW, name: 'Thủ tục mới' } }],
    })
    const { draft: moved, warnings } = await office.get('draft.resume', { id: draft.id })
    expect(moved.procedure).toMatchObject({ code: NEW })
    expect(moved.answers['originals.1.name']).toMatchObject({ value: 'Bằng lái xe', origin: { from: 'typed' } })
    expect(warnings).toMatchObject([{ code: 'draft.moved', data: { code: NEW, day: '23/11/2026' } }])
    const { dossier } = await office.get('dossier.finish', { draft: await completed(office, moved) })
    expect(dossier.answers['originals.1.name']?.value).toBe('Bằng lái xe')
    expect(dossier.procedure.code).toBe(NEW)
  })

  test('goes on under the newer edition of its own code', async () => {
    const draft = await keptYesterday({})
    drop('moi', { code: OLD, name: 'Thủ tục cũ, bản mới', edition: '2026-11-23', effectiveFrom: '2026-11-23' })
    await expect.poll(offered).toContain(OLD)
    expect((await office.get('draft.resume', { id: draft.id })).draft).toMatchObject({
      procedure: { code: OLD, edition: '2026-11-23' },
      answers: { 'originals.1.name': { value: 'Bằng lái xe' } },
    })
  })

  test('with nothing in its place can still be read and changed; only finishing is refused, with the day', async () => {
    const draft = await keptYesterday({})
    const opened = await office.get('draft.resume', { id: draft.id })
    expect(opened.procedure).toMatchObject({ code: OLD, name: 'Thủ tục cũ' })
    expect(opened.draft.answers['originals.1.name']?.value).toBe('Bằng lái xe')
    expect(opened.warnings).toMatchObject([{ code: 'dossier.procedure.repealed', field: 'procedure', data: { day: '23/11/2026' } }])
    const kept = await office.get('draft.keep', { draft: said(opened.draft, 'originals.1.name', 'Bằng đại học') })
    expect(kept.draft.answers['originals.1.name']?.value).toBe('Bằng đại học')
    expect(await office.ask('dossier.finish', { draft: { ...kept.draft, papers: { original: 1, copies: 1 } } })).toMatchObject({
      ok: false,
      faults: [{ code: 'dossier.procedure.repealed' }],
    })
    expect((await office.get('draft.list', {})).map(({ id }) => id)).toContain(draft.id)
  })
})

describe('a newer edition that began since the draft was kept', () => {
  const begun = async (): Promise<Draft> => {
    drop(OLD, { name: 'Bản cũ', edition: '2026-01', effectiveFrom: '2026-01-01' })
    await expect.poll(offered).toContain(OLD)
    const { draft } = await draftOf(office, LAN, OLD)
    const kept = await office.get('draft.keep', { draft: said(draft, 'originals.1.name', 'Bằng lái xe') })
    drop('moi', { code: OLD, name: 'Bản mới', edition: '2026-11', effectiveFrom: '2026-11-23' })
    await expect.poll(async () => (await draftOf(office, LAN, OLD)).procedure.name).toBe('Bản mới')
    return kept.draft
  }

  test('refuses to receive under the old one, and says so while the form is open', async () => {
    const draft = await begun()
    const { warnings, procedure } = await office.get('draft.keep', { draft })
    expect(procedure.edition).toBe('2026-01')
    expect(warnings).toMatchObject([{ code: 'dossier.procedure.replaced', data: { day: '23/11/2026' } }])
    expect(await office.ask('dossier.finish', { draft: { ...draft, papers: { original: 1, copies: 1 } } })).toMatchObject({
      ok: false,
      faults: [{ code: 'dossier.procedure.replaced' }],
    })
  })

  test('takes over what was typed, from the list and from the open form', async () => {
    const draft = await begun()
    const resumed = await office.get('draft.resume', { id: draft.id })
    expect(resumed).toMatchObject({ procedure: { edition: '2026-11' }, warnings: [{ code: 'draft.moved' }] })
    expect(resumed.draft.answers['originals.1.name']?.value).toBe('Bằng lái xe')
    const chosen = await office.get('draft.open', { procedure: OLD, applicant: draft.applicant, card: null, instead: draft })
    expect(chosen.procedure.edition).toBe('2026-11')
    expect(chosen.draft).toMatchObject({ answers: { 'originals.1.name': { value: 'Bằng lái xe' } }, cards: draft.cards, identity: 'qr21' })
    expect((await office.get('draft.list', {})).map(({ id }) => id)).toEqual([chosen.draft.id])
  })
})

test('a dossier of an edition that ended is mended in the form of that edition, with its card scanned again', async () => {
  drop(OLD, { name: 'Bản cũ', edition: '2026-01', effectiveFrom: '2026-01-01' })
  await expect.poll(offered).toContain(OLD)
  const { draft } = await draftOf(office, LAN, OLD)
  const { dossier } = await office.get('dossier.finish', { draft: await completed(office, draft) })
  drop('moi', { code: OLD, name: 'Bản mới', edition: '2026-11', effectiveFrom: '2026-11-23' })
  await expect.poll(async () => (await draftOf(office, LAN, OLD)).procedure.name).toBe('Bản mới')
  const mending = await office.get('dossier.correct', { code: dossier.code, reason: 'Sai tên giấy' })
  expect(mending).toMatchObject({ procedure: { name: 'Bản cũ', edition: '2026-01' }, warnings: [] })
  const scanned = await office.get('card.scan', { text: LAN.replace('Hương Lan', 'Hương Lân') })
  if (scanned.kind !== 'card') expect.fail('no card')
  const instead = said(mending.draft, 'originals.1.name', 'Bằng đại học')
  const anew = await office.get('draft.open', { procedure: OLD, applicant: instead.applicant, card: scanned.read, instead })
  expect(anew.procedure.name).toBe('Bản cũ')
  expect(anew.draft.answers).toMatchObject({
    'requester.name': { value: 'Nguyễn Thị Hương Lân', origin: { from: 'card' } },
    'originals.1.name': { value: 'Bằng đại học' },
  })
  const mended = await office.get('dossier.finish', { draft: anew.draft })
  expect(mended.dossier.procedure).toMatchObject({ code: OLD, edition: '2026-01' })
})

describe('a second look', () => {
  test('at a number that another name bore in an earlier dossier, without that name', async () => {
    const first = await draftOf(office, LAN, '2.000635')
    const { dossier } = await office.get('dossier.finish', { draft: await completed(office, first.draft) })
    const { draft } = await draftOf(office, LAN, '1.004222')
    const named = said(said(said(draft, 'members', '1'), 'members.1.name', 'Trần Văn Đức'), 'members.1.number', '087190012345')
    const { warnings } = await office.get('draft.keep', { draft: named })
    expect(warnings).toContainEqual(
      expect.objectContaining({
        code: 'field.number.other-name',
        field: 'members.1.number',
        data: expect.objectContaining({ code: dossier.code }),
      }),
    )
    expect(JSON.stringify(warnings)).not.toContain('Lan')
  })
})
