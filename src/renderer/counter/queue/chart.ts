import type { Figures, Hall } from '#contract/queue.ts'

type Point = Figures['line'][number]

/** People waiting, by moment and service: what the chart draws and the table beside it says. */
export type Curve = { readonly service: string; readonly waiting: readonly number[] }
export type Chart = { readonly times: readonly Point['at'][]; readonly curves: readonly Curve[]; readonly most: number }

/** The day's quarters, and how many wait at this moment. */
export const withNow = (line: readonly Point[], { now, services }: Pick<Hall, 'now' | 'services'>): readonly Point[] => [
  ...line,
  ...services.map(({ id, waiting }) => ({ at: now, service: id, waiting })),
]

/** The day's line as one curve a service, the longest first; a moment at which a service is not named counts nought. */
export function chartOf(points: readonly Point[]): Chart {
  const times = [...new Set(points.map(({ at }) => at))].toSorted((a, b) => a - b)
  const counts = new Map(points.map(({ at, service, waiting }) => [`${service} ${String(at)}`, waiting]))
  const curves = [...new Set(points.map(({ service }) => service))]
    .map(service => ({ service, waiting: times.map(at => counts.get(`${service} ${String(at)}`) ?? 0) }))
    .filter(({ waiting }) => sum(waiting) > 0)
    .toSorted((a, b) => sum(b.waiting) - sum(a.waiting))
  return { times, curves, most: Math.max(1, ...points.map(({ waiting }) => waiting)) }
}

/** A curve as the points of an SVG polyline in a field of `width` × `height`, each at its time. */
export function polyline(
  { times, most }: Pick<Chart, 'times' | 'most'>,
  waiting: readonly number[],
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const [first = 0, last = 0] = [times[0], times.at(-1)]
  const long = Math.max(1, last - first)
  return waiting
    .map((count, index) => `${round((((times[index] ?? first) - first) * width) / long)},${round(height - (count * height) / most)}`)
    .join(' ')
}

/** Counters by hours: how many each served, and how many over the day. */
export function servedTable(hours: Figures['hours']) {
  const columns = [...new Set(hours.map(({ hour }) => hour))].toSorted((a, b) => a - b)
  const rows = [...new Set(hours.map(({ counter }) => counter))]
    .toSorted((a, b) => a - b)
    .map(counter => {
      const cells = columns.map(hour => hours.find(one => one.counter === counter && one.hour === hour)?.served ?? 0)
      return { counter, cells, total: sum(cells) }
    })
  return { columns, rows }
}

const round = (n: number): number => Math.round(n * 10) / 10
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)
