import type { CounterSeen, OfficeToday } from '#contract/routes.ts'
import type { Instant } from '#domain/kernel/time.ts'
import { cityVi } from '#words/city-vi.ts'
import { put } from '#words/say.ts'
import { clockTime, dueText } from '../parts/say-figures.ts'

type Props = { readonly office: OfficeToday; readonly asked: Instant }

/** One office: its counters with what they received, and its dossiers, newest first. */
export function OfficeSection({ office, asked }: Props) {
  return (
    <section className="city-office">
      <h2 className="city-name">
        {office.office.name} <span className="city-count">{put(cityVi.receivedHere, { count: office.received })}</span>
      </h2>
      <ul className="city-counters">
        {office.counters.map(counter => (
          <CounterLine key={counter.counter} counter={counter} office={office} asked={asked} />
        ))}
      </ul>
      {office.dossiers.length === 0 ? (
        <p className="city-none">{cityVi.noDossier}</p>
      ) : (
        <table className="city-table">
          <thead>
            <tr>
              <th>{cityVi.code}</th>
              <th>{cityVi.procedure}</th>
              <th>{cityVi.at}</th>
              <th>{cityVi.due}</th>
              <th>{cityVi.state}</th>
            </tr>
          </thead>
          <tbody>
            {office.dossiers.map(dossier => (
              <tr key={dossier.code}>
                <td data-name={cityVi.code} className="city-code">
                  {dossier.code}
                </td>
                <td data-name={cityVi.procedure}>{dossier.procedure.name}</td>
                <td data-name={cityVi.at}>{clockTime(dossier.receivedAt)}</td>
                <td data-name={cityVi.due}>{dossier.dueAt === null ? '–' : dueText(dossier.dueAt, asked, cityVi)}</td>
                <td data-name={cityVi.state}>{cityVi.states[dossier.state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {office.received > office.dossiers.length ? (
        <p className="city-none">{put(cityVi.more, { count: office.received - office.dossiers.length })}</p>
      ) : null}
    </section>
  )
}

/** A counter that was not heard of for this long may be offline; it goes on working, so this is grey. */
const SILENT_AFTER_MS = 10 * 60_000

function CounterLine({ counter, office, asked }: { readonly counter: CounterSeen } & Props) {
  const silent = asked - counter.lastSeen > SILENT_AFTER_MS
  // Only the newest dossiers travel: where some are left out, their counters are not known here.
  const whole = office.received === office.dossiers.length
  const received = office.dossiers.filter(dossier => dossier.counter === counter.counter).length
  return (
    <li className={silent ? 'city-counter city-silent' : 'city-counter'}>
      <span aria-hidden="true">{silent ? '○' : '●'}</span>
      <strong>{counter.counter}</strong>
      {whole ? <span>{put(cityVi.receivedHere, { count: received })}</span> : null}
      <span>{put(silent ? cityVi.silent : cityVi.seen, { time: clockTime(counter.lastSeen) })}</span>
      {counter.parked === 0 ? null : <span className="city-parked">▲ {put(cityVi.parked, { count: counter.parked })}</span>}
    </li>
  )
}
