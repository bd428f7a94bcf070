import type { Block, ColumnLine } from '#domain/paper/block.ts'
import { MOTTO, NATION, reprintText } from '#words/paper.ts'

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

/** A copy says so before anything else; the first one says nothing. */
export const copyMark = (copy: number): readonly Block[] => (copy > 1 ? [{ kind: 'title', text: reprintText(copy) }] : [])

const ROOM: readonly ColumnLine[] = Array.from({ length: 4 }, () => ({ text: '' }))

/** One signature: who, how, room for the hand, and the name already written, so that nobody has to. */
export const signature = (who: string, how: string, name: string): readonly ColumnLine[] => [
  { text: who, style: 'bold' },
  { text: how, style: 'italic' },
  ...ROOM,
  { text: name, style: 'bold' },
]
