import { JobId, type Randomness, uuidv7 } from '#domain/kernel/id.ts'
import type { Fault, Result } from '#domain/kernel/result.ts'
import { ok } from '#domain/kernel/result.ts'
import type { Instant } from '#domain/kernel/time.ts'
import type { PaperForm } from '#domain/paper/form.ts'
import type { Clock } from '#machine/clock.ts'
import type { Press as PressName, PrintJob } from '#storage/jobs.ts'
import type { Store } from '#storage/store.ts'

/** How long a press waits before it tries a printer again that could not print. */
const RETRY_MS = 2_000

export type PressState = {
  readonly ready: boolean
  readonly fault: string | null
  readonly waiting: number
  readonly since: Instant | null
}

export type PressParts = {
  readonly press: PressName
  readonly store: Store
  readonly clock: Clock
  /** Puts one job on paper. A fault where no printer is set, or its address means none: jobs wait then. */
  readonly print: Result<(job: PrintJob) => Promise<Result<'printed'>>>
  readonly onChange: () => void
}

/**
 * The pump that prints what was committed, one job after the other. A job is done only when the printer took it. Where
 * bytes may have come out already, the next try is a copy and says so on its face: nothing is printed twice unmarked.
 */
export function openPress({ press, store, clock, print, onChange }: PressParts) {
  const closing = new AbortController()
  let wakeUp = new AbortController()
  let trouble: { readonly fault: string; readonly since: Instant } | null = print.ok
    ? null
    : { fault: print.faults[0]?.code ?? 'printer.none', since: clock.now() }

  const mark = (job: PrintJob, said: Parameters<typeof sayReprint>[0] | null = null): void => {
    store.commit('press', () => ok({ said: said === null ? [] : [sayReprint(said)], marks: [job], answer: null }))
    onChange()
  }

  /** The same job as a copy of the paper that may lie in the printer already. */
  const asCopy = (job: PrintJob): PrintJob => {
    const copy = { ...job, copy: store.read.jobs.nextCopy(job.subject, job.form), state: 'waiting' as const }
    mark(copy, copy)
    return copy
  }

  const printOne = async (found: PrintJob, put: (job: PrintJob) => Promise<Result<'printed'>>): Promise<void> => {
    const job = found.state === 'sending' ? asCopy(found) : found
    mark({ ...job, state: 'sending' })
    const result = await put(job)
    if (result.ok) {
      trouble = null
      mark({ ...job, state: 'done', fault: null })
      return
    }
    const fault = result.faults[0]
    // Printed or not, only a person can tell now; copies by themselves would never end on a printer that never confirms.
    if (fault?.code === 'printer.unconfirmed') {
      mark({ ...job, state: 'unsure', fault: fault.code })
      return
    }
    trouble = { fault: fault?.code ?? 'printer.off', since: trouble?.since ?? clock.now() }
    const waiting = { ...job, state: 'waiting' as const, fault: trouble.fault }
    if (reached(fault)) asCopy(waiting)
    else mark(waiting)
    await pause(RETRY_MS)
  }

  const pause = async (ms: number): Promise<void> => {
    if (closing.signal.aborted) return
    wakeUp = new AbortController()
    await clock.sleep(ms, AbortSignal.any([wakeUp.signal, closing.signal]))
  }

  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      const job = store.read.jobs.next(press)
      if (job === null || !print.ok) await pause(60_000)
      else await printOne(job, print.value)
    }
  }
  // Begun when the one who opens it is done: `onChange` may look at its other parts.
  const running = Promise.resolve().then(run)

  return {
    /** Something new to print, or a printer that is back. */
    wake: (): void => wakeUp.abort(),
    state: (): PressState => ({
      ready: trouble === null,
      fault: trouble?.fault ?? null,
      waiting: store.read.jobs.waiting(press),
      since: trouble?.since ?? null,
    }),
    close: async (): Promise<void> => {
      closing.abort()
      await running
    },
  }
}

/** A fault that tells whether bytes had reached the printer says so in `sent`. */
const reached = (fault: Fault | undefined): boolean => Number(fault?.data?.['sent'] ?? 0) > 0

export const sayReprint = (job: Pick<PrintJob, 'subject' | 'form' | 'copy'>) =>
  ({ kind: 'paper.reprinted', version: 1, subject: job.subject, body: { subject: job.subject, form: job.form, copy: job.copy } }) as const

/** A new job for a paper of `subject`. */
export const newJob = (
  what: { readonly subject: string; readonly code: string; readonly form: PaperForm; readonly copy: number },
  at: Instant,
  randomness: Randomness,
): PrintJob => ({ ...what, id: JobId.parse(uuidv7(at, randomness)), state: 'waiting', fault: null, at })
