import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { JobId } from '#domain/kernel/id.ts'
import { Instant } from '#domain/kernel/time.ts'
import { PaperForm, pressOf } from '#domain/paper/form.ts'

export const PrintJob = z.object({
  id: JobId,
  /** Id of the dossier or handover list. */
  subject: z.string(),
  code: z.string(),
  form: PaperForm,
  /** 1 is the original. */
  copy: z.int().positive(),
  /** `sending`: bytes may have reached the printer; after a crash nobody knows. */
  /** `unsure`: nobody knows whether it came out, and nothing more happens by itself. */
  state: z.enum(['waiting', 'sending', 'unsure', 'done']),
  fault: z.string().nullable(),
  at: Instant,
})
export type PrintJob = z.output<typeof PrintJob>
export type Press = 'thermal' | 'page'

const COLUMNS = 'id, subject, code, form, copy, state, fault, at'

/** The work of the presses. Not in the journal: it says what is still to be done with paper, not what happened. */
export function openJobs(db: Database) {
  const insert = db.prepare('insert into print_job values (@id, @subject, @code, @form, @press, @copy, @state, @fault, @at)')
  const next = db.prepare(`select ${COLUMNS} from print_job where press = ? and state in ('waiting', 'sending') order by rowid limit 1`)
  const open = db.prepare(`select ${COLUMNS} from print_job where state <> 'done' order by rowid`)
  const ofSubject = db.prepare(`select ${COLUMNS} from print_job where subject = ? order by rowid`)
  const copies = db.prepare('select coalesce(max(copy), 0) from print_job where subject = ? and form = ?').pluck()
  const update = db.prepare('update print_job set state = @state, fault = @fault, copy = @copy where id = @id')
  const waiting = db.prepare("select count(*) from print_job where press = ? and state in ('waiting', 'sending')").pluck()
  const read = (row: unknown): PrintJob => PrintJob.parse(row)

  return {
    add: (job: PrintJob): void => {
      insert.run({ ...job, press: pressOf(job.form) })
    },
    /** The oldest job of a press that is not done. */
    next: (press: Press): PrintJob | null => {
      const row = next.get(press)
      return row === undefined ? null : read(row)
    },
    open: (): readonly PrintJob[] => open.all().map(read),
    of: (subject: string): readonly PrintJob[] => ofSubject.all(subject).map(read),
    /** The number the next copy of this paper gets. */
    nextCopy: (subject: string, form: PaperForm): number => z.int().parse(copies.get(subject, form)) + 1,
    mark: (job: PrintJob): void => {
      update.run({ id: job.id, state: job.state, fault: job.fault, copy: job.copy })
    },
    waiting: (press: Press): number => z.int().parse(waiting.get(press)),
  }
}
