import type { TurnedAway } from '#domain/dossier/turn-away.ts'
import { turnForm } from '#domain/dossier/turn-away.ts'
import { doubled, missing } from './evidence.ts'

export type Job = { readonly subject: string; readonly code: string; readonly form: string; readonly copy: number; readonly state: string }
export type Sheet = { readonly name: string; readonly whole: boolean }

export type TurnedEvidence = {
  readonly told: readonly string[]
  readonly visits: readonly TurnedAway[]
  readonly jobs: readonly Job[]
  /** Ids of the drafts that wait. */
  readonly drafts: readonly string[]
  /** `SUBJECT COPY` of every paper that was printed once more. */
  readonly reprints: readonly string[]
  readonly sheets: readonly Sheet[]
}

/**
 * Judges every citizen who was turned away while the counter was killed: in the journal with exactly one paper to print, or
 * not at all; what was told is there; numbers of a form in one row; on paper once unmarked, and every further one named.
 */
export function judgeTurned({ told, visits, jobs, drafts, reprints, sheets }: TurnedEvidence): readonly string[] {
  const forms = new Set<string>(['supplement', 'refusal'])
  const known = new Set<string>(visits.map(({ visit }) => visit))
  return [
    ...missing(
      'turned',
      told,
      visits.map(({ paper }) => paper),
    ),
    ...doubled(
      'turned draft',
      visits.map(({ draft }) => draft),
    ),
    ...doubled(
      'turning paper',
      visits.map(({ paper }) => paper),
    ),
    ...jobs.filter(({ form, subject }) => forms.has(form) && !known.has(subject)).map(({ code }) => `a job of ${code}, but no visit`),
    ...(['supplement', 'refuse'] as const).flatMap(kind => unordered(kind, visits)),
    ...visits.flatMap(visit => judgePaper(visit, { jobs, reprints, sheets })),
    ...visits
      .filter(({ step, draft }) => step.kind === 'supplement' && !drafts.includes(draft))
      .map(({ paper }) => `the draft of ${paper} is gone`),
  ]
}

/** Numbers are given one after the other, none twice and none lost. */
function unordered(kind: TurnedAway['step']['kind'], visits: readonly TurnedAway[]): readonly string[] {
  const numbers = visits.filter(({ step }) => step.kind === kind).map(({ paperNumber }) => paperNumber)
  return numbers.every((number, index) => number === index + 1) ? [] : [`papers to ${kind} are numbered ${numbers.join(' ')}`]
}

function judgePaper(
  visit: TurnedAway,
  { jobs, reprints, sheets }: Pick<TurnedEvidence, 'jobs' | 'reprints' | 'sheets'>,
): readonly string[] {
  const { paper } = visit
  const form = turnForm(visit.step.kind)
  const [job, ...more] = jobs.filter(({ subject }) => subject === visit.visit)
  if (job === undefined || more.length > 0) return [`${paper} has ${job === undefined ? 'no job' : `${more.length + 1} jobs`}`]
  const out = sheets.filter(({ name }) => name === `${form}-${paper}.pdf` || name.startsWith(`${form}-${paper}-in-lai-`))
  const doubts = reprints.filter(reprint => reprint.startsWith(`${visit.visit} `)).length
  return [
    ...(job.form === form && job.code === paper ? [] : [`${paper} has a job for ${job.form} ${job.code}`]),
    ...(out.some(({ whole }) => whole) || job.state === 'unsure' ? [] : [`no paper of ${paper}`]),
    ...(job.copy === doubts + 1 ? [] : [`${paper} came out as copy ${job.copy}, and ${doubts} were said to`]),
    ...(out.length <= doubts + 1 ? [] : [`${paper} came out ${out.length} times, and ${doubts} were said to`]),
  ]
}
