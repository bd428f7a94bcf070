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

  test('with nothing in its place says so, and the draft stays in the list', async () => {
    const draft = await keptYesterday({})
    expect(await office.ask('draft.resume', { id: draft.id })).toMatchObject({
      ok: false,
      faults: [{ code: 'dossier.procedure.repealed', data: { day: '23/11/2026' } }],
    })
    expect((await office.get('draft.list', {})).map(({ id }) => id)).toContain(draft.id)
  })
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
