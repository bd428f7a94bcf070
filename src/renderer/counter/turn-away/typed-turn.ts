import type { Draft } from '#domain/dossier/dossier.ts'
import type { Wanted } from '#domain/dossier/move.ts'
import { papersNeeded } from '#domain/dossier/receive.ts'
import { type Counts, MOST_OTHERS, type TurnedAway, type Turning, countsAtFirst } from '#domain/dossier/turn-away.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { tidy } from '#domain/kernel/text.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { put } from '#words/say.ts'
import type { ScreenWords } from '#words/screen-vi.ts'
import { REASON_AT_FIRST } from '#words/turn-away-vi.ts'

export const kinds = ['original', 'certified', 'copy'] as const
export type Kind = (typeof kinds)[number]

/** One paper of the request as it is typed. `paper`: its id in the procedure, `null` for one the official names. */
export type TypedPaper = {
  readonly paper: string | null
  readonly name: string
  /** Whether it was handed in: it may be asked for all the same, in another kind. */
  readonly there: boolean
  readonly counts: Readonly<Record<Kind, string>>
}

/** What stands in the sheet. The last paper is always one without a name: room for the next. */
export type TypedTurn = { readonly papers: readonly TypedPaper[]; readonly reason: string }

const blank: TypedPaper = { paper: null, name: '', there: false, counts: { original: '', certified: '', copy: '' } }

/**
 * The sheet as it opens: every paper that is not there is asked for already. A refusal begins empty: its reason is the
 * official's. `left`: what was typed before the sheet was left; what was handed in since then counts.
 */
export function turnAtFirst(kind: Turning['kind'], procedure: Procedure, draft: Draft, left: TypedTurn | null): TypedTurn {
  if (kind === 'refuse') return left ?? { papers: [], reason: '' }
  const papers = papersNeeded(procedure, draft).map(paper => {
    const counts = countsAtFirst(paper, draft)
    return {
      paper: paper.id,
      name: paper.name,
      there: draft.papers[paper.id] !== undefined,
      counts: { original: shown(counts.original), certified: shown(counts.certified), copy: shown(counts.copy) },
    }
  })
  const others = left?.papers.filter(({ paper }) => paper === null) ?? [blank]
  return { papers: [...papers, ...others], reason: left?.reason ?? put(REASON_AT_FIRST, { law: procedure.law[0] ?? '' }) }
}

/** A count was typed. */
export const withCount = ({ papers, reason }: TypedTurn, at: number, kind: Kind, count: string): TypedTurn => ({
  reason,
  papers: papers.map((paper, index) => (index === at ? { ...paper, counts: { ...paper.counts, [kind]: count } } : paper)),
})

/** A paper of no procedure was named: one original is meant until said otherwise, and there is room for another. */
export function withName({ papers, reason }: TypedTurn, at: number, name: string): TypedTurn {
  const named = papers.map((paper, index) => (index === at ? { ...paper, name, counts: firstOriginal(paper) } : paper))
  const full = named.filter(({ paper }) => paper === null).length >= MOST_OTHERS
  return { reason, papers: full || (named.at(-1)?.name ?? '') === '' ? named : [...named, blank] }
}

const firstOriginal = ({ name, counts }: TypedPaper): TypedPaper['counts'] =>
  name === '' && kinds.every(kind => counts[kind] === '') ? { ...counts, original: '1' } : counts

/** How a paper's place is named: `papers.id` for one of the procedure, `others.0` for the first the official named. */
export function placeAt(papers: readonly TypedPaper[], at: number): string {
  const paper = papers[at]?.paper ?? null
  return paper === null ? `others.${String(at - papers.filter(one => one.paper !== null).length)}` : `papers.${paper}`
}

/** What was typed as what the office is asked, or every place that cannot be. */
export function readTurn(kind: Turning['kind'], { papers, reason }: TypedTurn, again: boolean): Result<Turning> {
  const faults = [
    ...papers.flatMap((paper, at) => wrongIn(paper, placeAt(papers, at))),
    ...(tidy(reason).length > LONGEST_REASON ? [inputFault('field.invalid', 'reason')] : []),
  ]
  if (faults.length > 0) return refuse(...faults)
  if (kind === 'refuse') return ok({ kind, reason: tidy(reason) })
  const of = (named: boolean): readonly TypedPaper[] => papers.filter(({ paper, name }) => (paper !== null) === named && tidy(name) !== '')
  return ok({
    kind,
    papers: Object.fromEntries(of(true).map(({ paper, counts }) => [paper, numbers(counts)])),
    others: of(false).map(({ name, counts }): Wanted => ({ name: tidy(name), ...numbers(counts) })),
    reason: tidy(reason),
    again,
  })
}

const MOST = 99
const LONGEST_NAME = 300
const LONGEST_REASON = 2000

function wrongIn({ paper, name, counts }: TypedPaper, place: string): readonly Fault[] {
  const typed = kinds.map(kind => counts[kind]).filter(count => count !== '')
  if (paper === null && tidy(name).length > LONGEST_NAME) return [inputFault('field.invalid', place)]
  if (typed.some(count => !/^\d+$/.test(count))) return [inputFault('field.number', place)]
  if (typed.some(count => Number(count) > MOST)) return [inputFault('field.number.large', place, { most: MOST })]
  return paper === null && tidy(name) === '' && typed.some(count => Number(count) > 0) ? [inputFault('field.missing', place)] : []
}

const numbers = ({ original, certified, copy }: TypedPaper['counts']): Counts => ({
  original: Number(original),
  certified: Number(certified),
  copy: Number(copy),
})

const shown = (count: number): string => (count === 0 ? '' : String(count))

/** What was asked for, as one line says it: `Giấy chứng sinh (1 bản chính); …`. */
export const wantedText = (wanted: readonly Wanted[], { turn }: ScreenWords): string =>
  wanted.map(paper => put(turn.wantedLine, { name: paper.name, counts: countsText(paper, turn) })).join('; ')

const countsText = (paper: Wanted, turn: ScreenWords['turn']): string =>
  kinds
    .filter(kind => paper[kind] > 0)
    .map(kind => `${String(paper[kind])} ${turn[kind].toLocaleLowerCase('vi')}`)
    .join(', ')

/** A paper's running number as it stands on it. */
export const paperNumberText = (number: number): string => String(number).padStart(5, '0')

/** What was said last to this citizen in this matter, as one sentence. */
export function beforeText({ step, paperNumber, official }: TurnedAway, day: string, words: ScreenWords): string {
  const said = { day, number: paperNumberText(paperNumber), official: official.name }
  return step.kind === 'supplement'
    ? put(words.turn.beforeAsked, { ...said, papers: wantedText(step.wanted, words) })
    : put(words.turn.beforeRefused, { ...said, reason: step.reason })
}
