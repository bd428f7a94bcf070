import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Draft } from '#domain/dossier/dossier.ts'
import { completed } from '#kit/complete.ts'
import { type TempOffice, demoOffice, draftOf } from '#kit/office.ts'
import { pdfText } from '#kit/pdf-text.ts'

const LAN = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'
const DUC = '087085006789||Trần Văn Đức|20071985|Nam|Khóm 5, An Bình, Hồng Ngự, Đồng Tháp|11062022'
const CODE = '1.000689'

let office: TempOffice
beforeEach(async () => {
  office = await demoOffice()
})
afterEach(() => office.forget())

const child = {
  relation: 'mother',
  'child.name': 'Trần Minh Khang',
  'child.birth': '2026-10-15',
  'child.sex': 'male',
  'child.place': 'Bệnh viện Đa khoa khu vực Hồng Ngự',
  'child.origin': 'Xã Thường Phước, tỉnh Đồng Tháp',
}
const saying = (draft: Draft, said: Readonly<Record<string, string>>): Draft => ({
  ...draft,
  answers: {
    ...draft.answers,
    ...Object.fromEntries(Object.entries(said).map(([id, value]) => [id, { value, origin: { from: 'typed' as const } }])),
  },
})

/** Mother and father at the desk with their cards, and what they say of the child. */
async function received() {
  const { draft } = await draftOf(office, LAN, CODE)
  const father = await office.get('card.scan', { text: DUC })
  if (father.kind !== 'card') throw new Error('no card')
  const both = await office.get('draft.card', { draft: saying(draft, child), card: father.read })
  return office.get('dossier.finish', { draft: await completed(office, both.draft) })
}

const pages = (): readonly string[] => readdirSync(join(office.dataDir, 'trang-in')).toSorted()
const printed = () => expect.poll(async () => (await office.get('paper.waiting', {})).length, { timeout: 15_000 }).toBe(0)
const textOf = (file: string): string => bare(pdfText(readFileSync(join(office.dataDir, 'trang-in', file))))
const bare = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s.]+/g, '')
    .toLocaleLowerCase('vi')
const lost = (file: string, values: readonly string[]): readonly string[] => values.filter(value => !textOf(file).includes(bare(value)))

const PARENTS = ['Nguyễn Thị Hương Lan', '087190012345', '15/01/1990', 'Trần Minh Khang', '15/10/2026', 'Trần Văn Đức', '087085006789']
const FATHER = ['20/07/1985', 'Khóm 5, An Bình, Hồng Ngự, Đồng Tháp']

test('one sitting makes both forms of the law, each with what was said and shown, and the slip counts both', async () => {
  const { dossier, jobs } = await received()
  expect(jobs.map(({ form }) => form)).toEqual(['receipt', 'declaration', 'declaration-2', 'mau-01'])
  await printed()
  const [birth, recognition, slip] = [`declaration-${dossier.code}.pdf`, `declaration-2-${dossier.code}.pdf`, `mau-01-${dossier.code}.pdf`]
  expect(pages()).toEqual([recognition, birth, slip].toSorted())
  expect(lost(birth, ['TỜ KHAI ĐĂNG KÝ KHAI SINH', ...PARENTS, ...FATHER, child['child.place'], child['child.origin']])).toEqual([])
  expect(
    lost(recognition, ['TỜ KHAI ĐĂNG KÝ NHẬN CHA, MẸ, CON', ...PARENTS, ...FATHER, '11/06/2022', 'Mẹ của trẻ được nhận', 'Là: cha']),
  ).toEqual([])
  expect(textOf(birth)).not.toContain(bare('nhận cha'))
  expect(textOf(recognition)).not.toContain(bare('Nơi sinh'))
  expect(lost(slip, ['Tờ khai đăng ký khai sinh', 'Tờ khai đăng ký nhận cha, mẹ, con'])).toEqual([])
  const shown = await office.get('paper.of', { code: dossier.code })
  expect(shown.declarations).toHaveLength(2)
})

test('one of them is printed again alone, and a third was never there', async () => {
  const { dossier } = await received()
  const again = await office.get('paper.reprint', { code: dossier.code, form: 'declaration-2' })
  expect(again).toMatchObject({ form: 'declaration-2', copy: 2 })
  await printed()
  expect(textOf(`declaration-2-${dossier.code}-in-lai-2.pdf`)).toContain(bare('BẢN IN LẠI LẦN 1'))
  expect(pages().filter(file => file.includes('in-lai'))).toHaveLength(1)
})

test('a dossier received before prints the one declaration that was signed, as it was', async () => {
  office.clock.move('2026-10-20T09:41:00+07:00')
  const { dossier, jobs } = await received()
  expect(dossier.procedure.edition).toBe('2026-01')
  expect(jobs.map(({ form }) => form)).toEqual(['receipt', 'declaration', 'mau-01'])
  office.clock.move('2026-11-23T09:41:00+07:00')
  await office.get('paper.reprint', { code: dossier.code, form: 'declaration' })
  await printed()
  const copy = `declaration-${dossier.code}-in-lai-2.pdf`
  expect(lost(copy, ['TỜ KHAI ĐĂNG KÝ KHAI SINH KẾT HỢP ĐĂNG KÝ NHẬN CHA, MẸ, CON', ...PARENTS, child['child.place']])).toEqual([])
  expect((await office.get('paper.of', { code: dossier.code })).declarations).toHaveLength(1)
})
