import type { OfficeOnPaper } from '#domain/dossier/dossier.ts'
import type { Instant } from '#domain/kernel/time.ts'
import { upper } from '#domain/kernel/text.ts'
import type { Block, ColumnLine } from '#domain/paper/block.ts'
import type { Replacement } from '#domain/paper/slip.ts'
import { MOTTO, NATION, longDay, replacementText, reprintText } from '#words/paper.ts'

/** The country's name and its words, the line below as wide as the words (NĐ 30/2020/NĐ-CP Phụ lục I mục I, ô số 1). */
export const nation: readonly ColumnLine[] = [
  { text: NATION, style: 'bold' },
  { text: MOTTO, style: 'bold', underline: true },
]

/** The same two lines in the middle of the page, for what a citizen declares. */
export const nationInTheMiddle: readonly Block[] = [
  { kind: 'text', text: NATION, align: 'center', style: 'bold' },
  { kind: 'text', text: MOTTO, align: 'center', style: 'bold', underline: true },
]

/** Agency, office and the paper's number on the left; nation, place and day on the right (NĐ 30/2020/NĐ-CP Phụ lục I). `number`: `''` for none; `at`: `null` where the paper has no day of its own. */
export const letterhead = (office: OfficeOnPaper, { number, at }: { readonly number: string; readonly at: Instant | null }): Block => ({
  kind: 'columns',
  share: 0.38,
  scale: 0.87,
  left: [
    { text: upper(office.authority) },
    { text: upper(office.unit), style: 'bold', underline: true, underlined: 0.4 },
    ...(number === '' ? [] : [{ text: number }]),
  ],
  right: [...nation, ...(at === null ? [] : [{ text: `${placeName(office.commune)}, ${longDay(at)}`, style: 'italic' } as const])],
})

/** A place in a date line stands without its kind: `phường An Bình` is `An Bình`, but `phường 1` stays whole (NĐ 30/2020/NĐ-CP Phụ lục I). */
function placeName(commune: string): string {
  const name = commune.replace(/^(phường|xã|đặc khu)\s+/i, '')
  return /^\d/.test(name) ? commune : name
}

/** A copy says so before anything else; the first one says nothing. */
export const copyMark = (copy: number): readonly Block[] => (copy > 1 ? [{ kind: 'title', text: reprintText(copy) }] : [])

/** What a paper says of itself before anything else: that it took another's place, that it is a copy. */
export const sheetMarks = (copy: number, slip: Replacement | null): readonly Block[] => [
  ...(slip === null ? [] : [{ kind: 'title', text: replacementText(slip) } as const]),
  ...copyMark(copy),
]

const ROOM: readonly ColumnLine[] = Array.from({ length: 4 }, () => ({ text: '' }))

/** One signature: who, how, room for the hand, and the name already written, so that nobody has to. */
export const signature = (who: string, how: string, name: string): readonly ColumnLine[] => [
  { text: who, style: 'bold' },
  { text: how, style: 'italic' },
  ...ROOM,
  { text: name, style: 'bold' },
]
