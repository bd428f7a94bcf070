import { type Counted, NOTES } from '#domain/money/day.ts'

/** Whole đồng or a count as typed, dots and spaces between thousands allowed, nothing typed is nought; `null` where it is no number. */
export function readAmount(typed: string): number | null {
  const digits = typed.replace(/[\s.]/g, '')
  if (digits === '') return 0
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null
}

/** How many of one note; `null` where it is no number, or more than a till holds. */
export function readCount(typed: string): number | null {
  const count = readAmount(typed)
  return count === null || count > MOST ? null : count
}

const MOST = 99_999

/** What is typed beside each note. */
export type TypedCounts = Readonly<Record<number, string>>

/** The count of every note; `null` where one box holds no count. */
export function readCounts(typed: TypedCounts): Counted | null {
  const counted = NOTES.flatMap(note => {
    const count = readCount(typed[note] ?? '')
    return count === null ? [] : [{ note, count }]
  })
  return counted.length === NOTES.length ? counted : null
}
