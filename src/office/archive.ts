import type { Output } from '#contract/calls.ts'
import { type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { turnForm } from '#domain/dossier/turn-away.ts'
import type { PaperForm } from '#domain/paper/form.ts'
import type { Signer } from '#domain/post/handover.ts'
import type { PrintJob } from '#storage/jobs.ts'
import type { Desk } from './desk.ts'
import { newJob, sayReprint } from './press.ts'

/** What was received before: found, printed again. */
export function openArchive({ store, clock, randomness, follow }: Pick<Desk, 'store' | 'clock' | 'randomness' | 'follow'>) {
  const { dossiers, visits, handovers, payments, jobs } = store.read

  const subjectOf = (code: string): string | null =>
    dossiers.byCode(code)?.dossier ?? handovers.byCode(code)?.id ?? payments.closedAs(code)?.day ?? null

  return {
    find: (text: string): Result<Output<'dossier.find'>> => {
      const begun = performance.now()
      const hits = text.trim() === '' ? dossiers.newest() : dossiers.find(text)
      return ok({ hits: [...hits], ms: performance.now() - begun })
    },

    /** Orders a copy of a paper, which says on its face that it is one. */
    reprint: (code: string, form: PaperForm, official: Signer): Result<PrintJob> => {
      const visit = visits.byPaper(code)
      if (visit !== null && turnForm(visit.step.kind) !== form) return refuse(inputFault('paper.not-yet', 'form'))
      const subject = visit?.visit ?? subjectOf(code)
      if (subject === null) return refuse(inputFault('dossier.unknown', 'code'))
      const result = store.commit(official.id, () => {
        const job = newJob({ subject, code, form, copy: jobs.nextCopy(subject, form) }, clock.now(), randomness)
        return ok({ said: job.copy > 1 ? [sayReprint(job)] : [], jobs: [job], answer: job })
      })
      if (result.ok) follow()
      return result
    },
  }
}
