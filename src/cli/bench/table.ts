/** One measured thing, and what it is measured against in the same run. */
export type Row = {
  readonly what: string
  readonly unit: string
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly n: number
  /** The limit or the peer. */
  readonly against?: { readonly what: string; readonly value: number }
  /** What the goal speaks of, and the goal. */
  readonly ratio?: number
  readonly goal?: string
  readonly met?: boolean
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

export const rowOf = (
  what: string,
  unit: string,
  values: readonly number[],
  more: Omit<Row, 'what' | 'unit' | 'p50' | 'p95' | 'p99' | 'n'> = {},
): Row => ({
  what,
  unit,
  p50: quantile(values, 0.5),
  p95: quantile(values, 0.95),
  p99: quantile(values, 0.99),
  n: values.length,
  ...more,
})

/** A ratio to a limit or peer, with the goal it is held to. */
export const against = (
  value: number,
  what: string,
  of: number,
  goal: { readonly most: number },
): Pick<Row, 'against' | 'ratio' | 'goal' | 'met'> => ({
  against: { what, value: of },
  ratio: value / of,
  goal: `≤ ${goal.most}×`,
  met: value / of <= goal.most,
})

/** A value held to a goal of its own. */
export const within = (value: number, most: number, unit: string): Pick<Row, 'ratio' | 'goal' | 'met'> => ({
  ratio: value / most,
  goal: `≤ ${most} ${unit}`,
  met: value <= most,
})

export function printRows(rows: readonly Row[]): void {
  const show = (value: number): string => (value < 10 ? value.toFixed(3) : value.toFixed(1)).padStart(9)
  console.log(`${'what'.padEnd(58)}${'p50'.padStart(9)}${'p95'.padStart(9)}${'p99'.padStart(9)}  unit   n     ratio   goal      against`)
  for (const row of rows) {
    const ratio = row.ratio === undefined ? ' '.repeat(7) : row.ratio.toFixed(2).padStart(7)
    const verdict = { undefined: ' ', true: '✓', false: '✗' }[String(row.met)]
    const beside = row.against === undefined ? '' : `${row.against.what} (${row.against.value.toFixed(3)})`
    console.log(
      `${row.what.padEnd(58)}${show(row.p50)}${show(row.p95)}${show(row.p99)}  ${row.unit.padEnd(5)}${String(row.n).padStart(5)} ${ratio} ${verdict} ${(row.goal ?? '').padEnd(9)} ${beside}`,
    )
  }
}
