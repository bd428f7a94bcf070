import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { slipText } from '#devices/slip/text.ts'
import { readFormSet } from '#domain/paper/form-set.ts'
import { RESOURCES } from '#kit/basics.ts'
import { differsFromGolden, pagePictures } from '#kit/page-picture.ts'
import { pdfText } from '#kit/pdf-text.ts'
import { openFonts } from '#paper/page/fonts.ts'
import { layOut } from '#paper/page/lay-out.ts'
import type { Face, Piece } from '#paper/page/mark.ts'
import { type Page, paginate } from '#paper/page/paginate.ts'
import { type Style, styles } from '#paper/page/style.ts'
import { firstSheet } from '#paper/form-sheet.ts'
import { openPagePress } from '#paper/pdf.ts'
import { formPapers } from './form-papers.ts'
import { FORM_SETS, formSet } from './form-sets.ts'
import { MORNING } from './shipped.ts'

const press = openPagePress(join(RESOURCES, 'fonts'))
const { measure } = openFonts(join(RESOURCES, 'fonts'))
const golden = (name: string): string => fileURLToPath(new URL(`../../golden/pages/${name}.png`, import.meta.url))

/** A name of 64 letters and more, forty papers with long names, a reason as long as it may be. */
const LONG = {
  name: 'Công Tằng Tôn Nữ Nguyễn Phước Thị Hoàng Phương Thảo Quỳnh Như Khánh Ngọc',
  papers: Array.from(
    { length: 40 },
    (_, n) => `Giấy tờ số ${n + 1} chứng minh quan hệ giữa người yêu cầu và người được xác nhận theo quy định`,
  ),
  reason: Array.from({ length: 120 }, (_, n) => `lý do ${n + 1} rất dài`)
    .join(', ')
    .slice(0, 1990),
}

describe.each(FORM_SETS)('%s', id => {
  const set = formSet(id)

  test.each(formPapers(set))('$name stands word for word as it was agreed', async ({ name, blocks }) => {
    await expect(slipText(blocks)).toMatchFileSnapshot(`../../golden/${id}-${name}.txt`)
  })

  test.each(formPapers(set))('$name looks as it was agreed', async ({ name, size, blocks }) => {
    const [first] = pagePictures(await press.press(firstSheet(blocks), { size, title: name, at: MORNING }))
    expect(first?.length).toBeLessThan(40_000)
    if (first !== undefined) expect(await differsFromGolden(first, golden(`${id}-${name}`))).toBeLessThan(0.002)
  })

  test.each(formPapers(set))('$name has the labels of its form, in its order', ({ name, blocks }) => {
    const sheet = Object.entries(set.papers).find(([paper]) => name.startsWith(paper))?.[1]
    const said = slipText(firstSheet(blocks))
    const words = [...(sheet?.title ?? []), ...(sheet?.signatures ?? []).map(({ caption }) => caption)]
    expect(words.map(word => said.indexOf(word)).every((place, index, all) => place > (all[index - 1] ?? -1))).toBe(true)
    if (sheet?.number !== null) expect(said).toContain(`(Mẫu số ${sheet?.number} - ${set.law})`)
  })

  test.each([...formPapers(set), ...formPapers(set, LONG)])('$name loses no letter however long it gets', ({ size, blocks }) => {
    const style = styles[size]
    for (const density of style.densities) {
      const pieces = layOut(firstSheet(blocks), style, density, measure)
      expect(letters(textsOf(pieces).join(''))).toBe(letters(slipText(firstSheet(blocks)).replace(/\[QR .*\]|\|/g, '')))
      const placed = new Set(paginate(pieces, roomOf(style)).flatMap(page => page.map(({ piece }) => piece)))
      expect(pieces.filter(piece => piece.marks.length > 0 && !placed.has(piece))).toEqual([])
    }
  })

  test.each(formPapers(set, LONG).filter(({ name }) => ['mau-01', 'supplement'].includes(name)))(
    '$name with forty papers goes on over numbered pages',
    async ({ name, size, blocks }) => {
      const text = pdfText(await press.press(firstSheet(blocks), { size, title: name, at: MORNING }))
      const pages = Number(/Trang 1\/(\d+)/.exec(text)?.[1])
      expect(pages).toBeGreaterThan(1)
      for (let page = 1; page <= pages; page += 1) expect(text).toContain(`Trang ${page}/${pages}`)
    },
  )

  test.each([...formPapers(set), ...formPapers(set, LONG)])(
    '$name sets nothing over anything, and nothing beside the paper',
    ({ size, blocks }) => {
      const style = styles[size]
      for (const density of style.densities)
        for (const page of paginate(layOut(firstSheet(blocks), style, density, measure), roomOf(style)))
          expect(collisions(page, style)).toEqual([])
    },
  )
})

test('a page that lost its signatures is told from its picture', async () => {
  const set = formSet('TT03-2025')
  const blocks = formPapers(set).find(({ name }) => name === 'refusal')?.blocks ?? []
  const [unsigned] = pagePictures(await press.press(firstSheet(blocks).slice(0, -1), { size: 'A5', title: 'refusal', at: MORNING }))
  if (unsigned !== undefined && process.env['UPDATE_PAGES'] !== '1')
    expect(await differsFromGolden(unsigned, golden('TT03-2025-refusal'))).toBeGreaterThan(0.002)
})

test('a set that misses a paper or has a label of no field is refused whole, with its place', () => {
  const set = formSet('TT01-2018')
  expect(readFormSet({ ...set, papers: { ...set.papers, stop: undefined } })).toMatchObject({
    ok: false,
    faults: [expect.objectContaining({ field: 'papers.stop' })],
  })
  const wrong = { ...set.papers.refusal, lines: [{ field: 'moon', label: 'Trăng:' }] }
  expect(readFormSet({ ...set, papers: { ...set.papers, refusal: wrong } })).toMatchObject({
    ok: false,
    faults: [expect.objectContaining({ field: 'papers.refusal.lines.0.field' })],
  })
})

test('the circular of 2025 renumbers the control slip and the book, renames the apology and adds the notice of stopping', () => {
  const [old, now] = [formSet('TT01-2018').papers, formSet('TT03-2025').papers]
  expect([old.control.number, old.book.number, old.stop.number]).toEqual(['05', '06', null])
  expect([now.stop.number, now.control.number, now.book.number]).toEqual(['05', '06', '07'])
  expect(old.extension.title.join(' ')).toBe('PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ')
  expect(now.extension.title.join(' ')).toBe('VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT')
})

const roomOf = ({ height, margin }: Style): number => height - margin.top - margin.bottom

const textsOf = (pieces: readonly Piece[]): readonly string[] =>
  pieces.flatMap(({ marks }) => marks.flatMap(mark => (mark.kind === 'text' ? [mark.text] : [])))

const letters = (text: string): string => Array.from(text.replace(/\s/g, '')).toSorted().join('')

type Box = { readonly text: string; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** Texts of a page that lie over each other or reach out of it. */
function collisions(page: Page, { width, height, margin }: Style): readonly string[] {
  const boxes = page.flatMap(({ piece, y }) =>
    piece.marks.flatMap(mark => (mark.kind === 'text' ? [boxOf(mark.text, mark.face, mark.x, y + mark.y)] : [])),
  )
  const [room, deep] = [width - margin.left - margin.right + 0.5, height - margin.top - margin.bottom + 0.5]
  const outside = boxes.filter(({ left, right, bottom }) => left < -0.5 || right > room || bottom > deep).map(({ text }) => text)
  const over = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        other =>
          one.left < other.right - 0.5 && other.left < one.right - 0.5 && one.top < other.bottom - 0.5 && other.top < one.bottom - 0.5,
      )
      .map(other => `${one.text} / ${other.text}`),
  )
  return [...outside, ...over]
}

/** The ink of a line: small letters and the tail below them; marks over capitals may enter the white of the line above. */
const boxOf = (text: string, face: Face, x: number, y: number): Box => ({
  text,
  left: x,
  right: x + measure(text, face),
  top: y - face.size * 0.7,
  bottom: y + face.size * 0.22,
})
