import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FieldKind, Procedure } from '#domain/procedure/procedure.ts'
import { checkFile } from '#office/shelf.ts'
import { RESOURCES, got, tempFolder } from '#kit/basics.ts'
import { completed } from '#kit/complete.ts'
import { demoOffice, draftOf } from '#kit/office.ts'

const guide = readFileSync(join(RESOURCES, 'catalog', 'README.md'), 'utf8')
const example = /```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? ''
const LAN = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'

test('the example of the guide is taken as it stands', () => {
  const file = join(tempFolder(), '9.000123.json')
  writeFileSync(file, example)
  expect(got(checkFile(file))).toMatchObject({ code: '9.000123', takes: { working: 3 } })
})

test('whoever follows the guide while the office runs receives somebody under it, free where it says free', async () => {
  const office = await demoOffice()
  mkdirSync(join(office.dataDir, 'catalog', 'procedures'), { recursive: true })
  writeFileSync(join(office.dataDir, 'catalog', 'procedures', '9.000123.json'), example)
  await expect.poll(async () => (await office.ask('draft.open', asked)).ok).toBe(true)
  const { draft } = await draftOf(office, LAN, '9.000123')
  const { dossier } = await office.get('dossier.finish', { draft: await completed(office, draft) })
  expect(dossier).toMatchObject({ procedure: { code: '9.000123', edition: '2026-12', takes: '3d' }, fee: { total: 8000 } })
  expect(dossier.papers.map(({ id }) => id)).toEqual(['identity'])
  const poor = await draftOf(office, LAN, '9.000123')
  const answers = { ...poor.draft.answers, poor: { value: 'yes', origin: { from: 'typed' as const } } }
  expect((await office.get('draft.keep', { draft: { ...poor.draft, answers } })).fee).toMatchObject({
    total: 0,
    lines: [{ exempt: 'Hộ nghèo' }],
  })
  await office.forget()
})

test('the guide names every member of a procedure file and every kind of field', () => {
  const members = [...Object.keys(Procedure.shape), ...FieldKind.options].filter(member => !guide.includes(`\`${member}\``))
  expect(members).toEqual([])
})

const asked = {
  procedure: '9.000123',
  applicant: { name: 'Nguyễn Thị Hương Lan', number: '087190012345', birth: null, sex: null, address: null, phone: null },
  card: null,
}
