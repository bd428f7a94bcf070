import { openDossiers } from '#storage/dossiers.ts'
import { benchDossier } from './dossier.ts'
import { indexCostRows } from './index-cost.ts'
import { type Person, people } from './people.ts'
import { searchKinds } from './search-kinds.ts'
import { KEY, filledStore } from './search-store.ts'
import { type Row, quantile, rowOf, within } from './table.ts'

const SIZES = [200_000, 1_000_000] as const
type Size = (typeof SIZES)[number]
const GOAL_MS = 3
const MOST_GROWTH = 1.5
const SAMPLES = 200
/** Each question is put so many times, far apart, and its middle time counts: what else the machine does is no part of it. */
const ROUNDS = 5
/** Differences below this are the machine's, not the index's. */
const LEAST_MS = 0.1

/**
 * Search while typing over 200,000 and 1,000,000 received dossiers in an encrypted store, every kind of question by
 * itself, beside what LIKE takes for a miss in the same store. The two stores take turns.
 */
export async function searchRows(): Promise<readonly Row[]> {
  const dossier = await benchDossier()
  const stores = SIZES.map(size => {
    const db = filledStore(size, dossier)
    return { size, db, find: openDossiers(db).find, sample: sampleOf(size), times: timesOfKinds() }
  })
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [kind, question] of Object.entries(searchKinds)) {
      for (const { find, sample, times } of stores) {
        for (const [index, person] of sample.entries()) times[kind]?.[index]?.push(timed(() => find(question(person))))
      }
    }
  }
  const rows = stores.flatMap(({ size, db, times }) => rowsOf(size, middles(times), likeMiss(db)))
  for (const { db } of stores) db.close()
  return [...rows, ...growthRows(rows), ...indexCostRows(dossier, KEY)]
}

type Times = Readonly<Record<string, readonly number[][]>>

const timesOfKinds = (): Times =>
  Object.fromEntries(Object.keys(searchKinds).map(kind => [kind, Array.from({ length: SAMPLES }, (): number[] => [])]))

const middles = (times: Times): readonly (readonly [string, readonly number[]])[] =>
  Object.entries(times).map(([kind, ofEach]) => [kind, ofEach.map(one => quantile(one, 0.5))])

function rowsOf(size: Size, took: ReturnType<typeof middles>, like: readonly number[]): readonly Row[] {
  const peer = { what: 'LIKE, a miss', value: quantile(like, 0.5) }
  return [
    rowOf(`peer ${named(size)}: LIKE '%…%', a miss`, 'ms', like),
    ...took.map(([kind, values]) =>
      rowOf(`search ${named(size)}: ${kind}`, 'ms', values, { ...within(quantile(values, 0.95), GOAL_MS, 'ms (p95)'), against: peer }),
    ),
  ]
}

const named = (size: Size): string => size.toLocaleString('en')

function likeMiss(db: ReturnType<typeof filledStore>): readonly number[] {
  const like = db.prepare("select id from dossier where name like '%qwvzzyx%' order by position desc limit 20")
  return [1, 2, 3].map(() => timed(() => like.all()))
}

/** How much longer five times as many dossiers take: at the slowest kind of question, and at the kind that grows most. */
function growthRows(rows: readonly Row[]): readonly Row[] {
  const [small, large] = SIZES
  const p95 = (size: Size, kind: string): number =>
    Math.max(rows.find(({ what }) => what === `search ${named(size)}: ${kind}`)?.p95 ?? Number.NaN, LEAST_MS)
  const kinds = Object.keys(searchKinds)
  const slowest = (size: Size): number => Math.max(...kinds.map(kind => p95(size, kind)))
  const most = kinds.map(kind => ({ kind, by: p95(large, kind) / p95(small, kind) })).toSorted((a, b) => b.by - a.by)[0]
  return [
    growthRow('the slowest kind’s p95', slowest(large) / slowest(small)),
    growthRow(`the kind that grows most (${most?.kind ?? ''})`, most?.by ?? Number.NaN),
  ]
}

const growthRow = (what: string, ratio: number): Row =>
  rowOf(`search, 200,000 → 1,000,000: ${what}`, '×', [ratio], { ratio, goal: `≤ ${MOST_GROWTH}×`, met: ratio <= MOST_GROWTH })

/** People spread over the whole store. */
function sampleOf(size: Size): readonly Person[] {
  const every = Math.floor(size / SAMPLES)
  return [...people(size)].filter((_, index) => index % every === 0).slice(0, SAMPLES)
}

function timed(work: () => unknown): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}
