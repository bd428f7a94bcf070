import type { HandoverSigned } from '#domain/post/handover.ts'
import type { Job } from './judge-turned.ts'

export type ListEvidence = {
  readonly signed: readonly HandoverSigned[]
  readonly jobs: readonly Job[]
  /** Every thing on a list as the tables have it. */
  readonly parcels: readonly { readonly handover: string; readonly state: string }[]
  /** `SUBJECT FORM COPY` of every paper that was printed once more. */
  readonly reprints: readonly string[]
}

const FORMS = ['handover', 'handover-slip']

/**
 * Judges every handover list to the Post while the counter was killed: not signed, and all on it still listed and no paper
 * ordered; or signed, all on it away, and its list and its slip ordered once each, a further print being a marked copy.
 */
export function judgeLists({ signed, jobs, parcels, reprints }: ListEvidence): readonly string[] {
  const known = new Map<string, HandoverSigned>(signed.map(list => [list.id, list]))
  return [
    ...parcels.flatMap(({ handover, state }) => {
      const due = known.has(handover) ? 'away' : 'listed'
      return state === due ? [] : [`a thing on ${known.get(handover)?.code ?? 'an unsigned list'} is ${state}`]
    }),
    ...jobs
      .filter(({ form, subject }) => FORMS.includes(form) && !known.has(subject))
      .map(({ form, code }) => `a ${form} of ${code}, but it is not signed`),
    ...signed.flatMap(list => [
      ...(parcels.filter(({ handover }) => handover === list.id).length === list.items.length ? [] : [`${list.code} lost a thing`]),
      ...FORMS.flatMap(form => {
        const [job, ...more] = jobs.filter(one => one.subject === list.id && one.form === form)
        if (job === undefined || more.length > 0) return [`${list.code} has ${job === undefined ? 'no' : more.length + 1} ${form}`]
        const copies = reprints.filter(reprint => reprint.startsWith(`${list.id} ${form} `)).length
        return job.copy === copies + 1 ? [] : [`${form} ${list.code} is copy ${job.copy}, and ${copies} were said to come`]
      }),
    ]),
  ]
}
