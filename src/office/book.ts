import { join } from 'node:path'
import { type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import type { Randomness } from '#domain/kernel/id.ts'
import { Day } from '#domain/kernel/time.ts'
import type { FormSet } from '#domain/paper/form-set.ts'
import type { Signer } from '#domain/post/handover.ts'
import { type BookRow } from '#paper/book-row.ts'
import { followUpSheet } from '#paper/follow-up-xlsx.ts'
import type { Clock } from '#machine/clock.ts'
import { writeAtomically } from '#machine/files.ts'
import type { PrintJob } from '#storage/jobs.ts'
import type { Store } from '#storage/store.ts'
import { newJob } from './press.ts'

type BookParts = {
  readonly store: Store
  readonly clock: Clock
  readonly randomness: Randomness
  readonly follow: () => void
  readonly dataDir: string
  readonly formSet: () => Result<FormSet>
}

/** The follow-up book (Sổ theo dõi hồ sơ, TT 01/2018/TT-VPCP Điều 10): kept by the journal, printed and saved by span. */
export const openBook = ({ store, clock, randomness, follow, dataDir, formSet }: BookParts) => ({
  count: (first: Day, last: Day): number => store.read.dossiers.between(first, last).length,

  print: (first: Day, last: Day, official: Signer): Result<PrintJob> => {
    if (first > last) return refuse(inputFault('book.span', 'last'))
    const subject = spanText(first, last)
    const copy = store.read.jobs.nextCopy(subject, 'book')
    const job = newJob({ subject, code: subject, form: 'book', copy }, clock.now(), randomness)
    const ordered = store.commit(official.id, () => ok({ said: [], jobs: [job], answer: job }))
    if (ordered.ok) follow()
    return ordered
  },

  save: async (first: Day, last: Day): Promise<Result<{ file: string; count: number }>> => {
    if (first > last) return refuse(inputFault('book.span', 'last'))
    const rows = bookRows(store, first, last)
    const file = join(dataDir, 'so-theo-doi', `so-theo-doi-${spanText(first, last)}.xlsx`)
    const set = formSet()
    if (!set.ok) return set
    writeAtomically(file, await followUpSheet(rows, set.value))
    return ok({ file, count: rows.length })
  },
})

/** How a span stands in the subject of a print job and in a file's name. */
const spanText = (first: Day, last: Day): string => `${first}_${last}`

/** Reads what stands in the subject of a job. */
export const readSpan = (subject: string): { readonly first: Day; readonly last: Day } => ({
  first: Day.parse(subject.slice(0, 10)),
  last: Day.parse(subject.slice(11)),
})

/** The dossiers of a span with what happened to them, in the order of the book. */
export const bookRows = (store: Store, first: Day, last: Day): readonly BookRow[] =>
  store.read.dossiers.between(first, last).map(dossier => ({ dossier, history: store.read.dossiers.history(dossier.dossier) }))
