import { useState } from 'react'
import type { Figures, Hall } from '#contract/queue.ts'
import { Action } from '../../parts/action.tsx'
import { clockTime } from '../../parts/say-figures.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { type Chart, chartOf, polyline } from './chart.ts'
import { serviceName } from './ticket-said.ts'

type Props = { readonly line: readonly Figures['line'][number][]; readonly hall: Pick<Hall, 'services'>; readonly on: boolean }

const FIELD = { width: 560, height: 150 }

/** Who waited for what over the day, drawn; the same figures as a table behind a key. */
export function LineChart({ line, hall, on }: Props) {
  const { words, language } = useWords()
  const [asTable, setAsTable] = useState(false)
  const turn = (): void => setAsTable(!asTable)
  useKeys({ 'Alt+B': turn }, on)
  const chart = chartOf(line)
  const nameOf = (id: string): string => serviceName(hall, id, language)
  return (
    <section className="hall-chart">
      <div className="hall-head">
        <h2 className="zone-title" id="hall-line">
          {words.hallPage.chart}
        </h2>
        <Action tone="quiet" name={asTable ? words.hallPage.hideTable : words.hallPage.table} shortcut="Alt+B" act={turn} />
      </div>
      {chart.curves.length === 0 ? <p className="quiet">{words.hallPage.none}</p> : null}
      {chart.curves.length === 0 || asTable ? null : <Drawing chart={chart} nameOf={nameOf} />}
      {chart.curves.length === 0 || !asTable ? null : <LineTable chart={chart} nameOf={nameOf} />}
    </section>
  )
}

type Drawn = { readonly chart: Chart; readonly nameOf: (service: string) => string }

function Drawing({ chart, nameOf }: Drawn) {
  const { words } = useWords()
  const { times, curves, most } = chart
  const [first, last] = [times[0], times.at(-1)]
  const { width, height } = FIELD
  return (
    <>
      <p className="unseen">{words.hallPage.chartSaid}</p>
      <svg className="chart" viewBox={`-28 -8 ${String(width + 40)} ${String(height + 30)}`} aria-hidden="true">
        <path className="chart-frame" d={`M0,0 V${String(height)} H${String(width)}`} />
        <text x="-6" y="6" textAnchor="end">
          {most}
        </text>
        <text x="-6" y={height} textAnchor="end">
          0
        </text>
        <text x="0" y={height + 18}>
          {first === undefined ? '' : clockTime(first)}
        </text>
        <text x={width} y={height + 18} textAnchor="end">
          {last === undefined ? '' : clockTime(last)}
        </text>
        {curves.map(({ service, waiting }, index) => (
          <polyline key={service} className={`chart-line chart-${String(index % 6)}`} points={polyline(chart, waiting, FIELD)} />
        ))}
      </svg>
      <ul className="chart-names">
        {curves.map(({ service, waiting }, index) => (
          <li key={service}>
            <svg className="chart-mark" viewBox="0 0 28 8" aria-hidden="true">
              <polyline className={`chart-line chart-${String(index % 6)}`} points="0,4 28,4" />
            </svg>
            {nameOf(service)} <strong>{waiting.at(-1) ?? 0}</strong>
          </li>
        ))}
      </ul>
    </>
  )
}

function LineTable({ chart: { times, curves }, nameOf }: Drawn) {
  const { words } = useWords()
  return (
    <table className="hall-table" aria-labelledby="hall-line">
      <thead>
        <tr>
          <th scope="col">{words.hallPage.at}</th>
          {curves.map(({ service }) => (
            <th scope="col" key={service}>
              {nameOf(service)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {times.map((at, index) => (
          <tr key={at}>
            <th scope="row">{clockTime(at)}</th>
            {curves.map(({ service, waiting }) => (
              <td key={service}>{waiting[index]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
