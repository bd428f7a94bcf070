import type { OfficesToday } from '#contract/routes.ts'
import { cityVi } from '#words/city-vi.ts'
import { put } from '#words/say.ts'
import { Band } from '../parts/band.tsx'
import { dayText } from '#words/paper.ts'
import { clockTime } from '../parts/say-figures.ts'
import { OfficeSection } from './office-section.tsx'
import { useOffices } from './use-offices.ts'

/** All offices of today on one page: what was received where, and when each counter was heard of last. */
export function CityPage() {
  const { today, lost } = useOffices()
  return (
    <div className="city">
      <header className="city-head">
        <h1 className="city-title">{cityVi.title}</h1>
        {today === null ? null : <p>{put(cityVi.asOf, { day: dayText(today.day), time: clockTime(today.asked) })}</p>}
      </header>
      <main>
        {lost ? <Band tone="away">{today === null ? cityVi.lost : put(cityVi.lostSince, { time: clockTime(today.asked) })}</Band> : null}
        {today === null ? null : <Totals today={today} />}
        {today?.offices.length === 0 ? <p className="city-none">{cityVi.none}</p> : null}
        {today?.offices.map(office => (
          <OfficeSection key={office.office.id} office={office} asked={today.asked} />
        ))}
      </main>
    </div>
  )
}

function Totals({ today }: { readonly today: OfficesToday }) {
  const received = today.offices.reduce((sum, office) => sum + office.received, 0)
  const counters = today.offices.reduce((sum, office) => sum + office.counters.length, 0)
  return (
    <dl className="city-totals">
      <Total name={cityVi.received} count={received} />
      <Total name={cityVi.offices} count={today.offices.length} />
      <Total name={cityVi.counters} count={counters} />
    </dl>
  )
}

const Total = ({ name, count }: { readonly name: string; readonly count: number }) => (
  <div className="city-total">
    <dd>{count}</dd>
    <dt>{name}</dt>
  </div>
)
