import { useState } from 'react'
import type { Job, Output } from '#contract/calls.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { put } from '#words/say.ts'
import type { ScreenWords } from '#words/screen-vi.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { FaultLine } from '../../parts/fault-line.tsx'
import { KeyCap } from '../../parts/key-cap.tsx'
import { useArrival } from '../../parts/use-arrival.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { usePatientKeys } from '../../parts/use-patient-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'
import { JobList } from '../dossier/job-list.tsx'
import { useJobs } from '../dossier/use-jobs.ts'
import { TextBox } from '../form/text-box.tsx'
import { type QueueDesk, useQueue } from './queue-desk.ts'
import { serviceName } from './ticket-said.ts'
import { PRIORITY_KEYS, type TypedWish, emptyWish, readWish, withPriority, withService } from './typed-wish.ts'

type Props = { readonly queue: QueueDesk; readonly on: boolean; readonly onLeave: () => void }
type Given = Output<'queue.take'>

/** At the entrance: a digit for the matter, a letter where somebody goes first, Enter, and the ticket comes out here. */
export function GreeterScreen({ queue, on, onLeave }: Props) {
  const { words, say, language } = useWords()
  const { view } = useQueue(queue)
  const [wish, setWish] = useState<TypedWish>(emptyWish)
  const [typing, setTyping] = useState(false)
  const [wrong, setWrong] = useState<'services' | 'appointment' | null>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [given, setGiven] = useState<Given | null>(null)
  const [jobs, setJobs] = useState<readonly Job[]>([])
  const [busy, setBusy] = useState(false)
  const title = useArrival<HTMLHeadingElement>()
  useJobs(jobs, setJobs)
  const services = view?.hall.services ?? []

  const type = (next: TypedWish): void => {
    setWrong(null)
    setWish(next)
  }
  const rest = (): void => title.current?.focus()
  const give = async (): Promise<void> => {
    if (busy) return
    const read = readWish(wish, queue.now())
    if (typeof read === 'string') return setWrong(read)
    setBusy(true)
    const taken = await ask('queue.take', read)
    setBusy(false)
    setFaults(taken.ok ? [] : taken.faults)
    if (!taken.ok) return undefined
    setGiven(taken.value)
    setWish(emptyWish)
    rest()
    const waiting = await ask('paper.waiting', {})
    return setJobs(waiting.ok ? waiting.value.filter(({ form, code }) => form === 'ticket' && code === taken.value.number).slice(-1) : [])
  }
  const clear = (): void => {
    type(emptyWish)
    rest()
  }
  const letters = Object.entries(PRIORITY_KEYS).flatMap(([key, reason]) => {
    const choose = (): void => type(withPriority(wish, reason))
    return [[key, choose] as const, [key.toLowerCase(), choose] as const]
  })
  // A card that is scanned here by mistake chooses nothing and prints nothing.
  usePatientKeys(
    {
      ...Object.fromEntries(services.map(({ id }, index) => [String(index + 1), () => type(withService(wish, id))])),
      ...Object.fromEntries(letters),
      Enter: () => void give(),
    },
    on && !typing,
  )
  useKeys(
    {
      Esc: typing ? rest : onLeave,
      Delete: typing ? undefined : clear,
      'Alt+H': () => document.getElementById('greeter-appointment')?.focus(),
      ...(typing ? { Enter: () => void give() } : {}),
    },
    on,
  )
  return (
    <main className="page greeter">
      <section className="greeter-ask">
        <h1 className="sheet-title" tabIndex={-1} ref={title}>
          {words.greeter.title}
        </h1>
        <p className="quiet">{words.greeter.how}</p>
        <h2 className="zone-title">{words.greeter.services}</h2>
        <ul className="greeter-services">
          {services.map((service, index) => (
            <li key={service.id}>
              <button
                type="button"
                className="greeter-service"
                aria-pressed={wish.services.includes(service.id)}
                aria-keyshortcuts={String(index + 1)}
                onClick={() => type(withService(wish, service.id))}
              >
                <KeyCap name={String(index + 1)} />
                <span className="greeter-name">
                  <strong>
                    {wish.services.includes(service.id) ? <span aria-hidden="true">☑ </span> : null}
                    {service.letter} · {serviceName({ services }, service.id, language)}
                    {wish.services.length > 1 && wish.services[0] === service.id ? ` (${words.greeter.main})` : ''}
                  </strong>
                  <span className="quiet">
                    {put(words.greeter.ahead, { count: service.waiting })} · {waitSaid(service.wait, words.greeter)}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
        {wrong === 'services' ? <FaultLine id="greeter-services" text={words.greeter.choose} live /> : null}
        <h2 className="zone-title">{words.greeter.priority}</h2>
        <div className="greeter-priorities">
          {Object.entries(PRIORITY_KEYS).map(([key, reason]) => (
            <button
              key={key}
              type="button"
              className="greeter-priority"
              aria-pressed={wish.priority === reason}
              aria-keyshortcuts={key}
              onClick={() => type(withPriority(wish, reason))}
            >
              <KeyCap name={key} />
              <span>
                {wish.priority === reason ? <span aria-hidden="true">★ </span> : null}
                {words.priority[reason]}
              </span>
            </button>
          ))}
        </div>
        <div className="form-row greeter-appointment">
          <label className="form-label" htmlFor="greeter-appointment">
            <KeyCap name="Alt+H" /> {words.greeter.appointment}
          </label>
          <span onFocus={() => setTyping(true)} onBlur={() => setTyping(false)}>
            <TextBox
              id="greeter-appointment"
              value={wish.appointment}
              faultId={wrong === 'appointment' ? 'greeter-time' : null}
              need={false}
              width="date"
              onType={appointment => type({ ...wish, appointment })}
            />
          </span>
          <span className="form-hint">{words.greeter.appointmentHint}</span>
          {wrong === 'appointment' ? <FaultLine id="greeter-time" text={words.greeter.badTime} live /> : null}
        </div>
        {faults.map(fault => (
          <Band tone="wrong" key={fault.code} live>
            {say(fault)}
          </Band>
        ))}
        <div className="sheet-actions">
          <Action
            tone={wish.services.length > 0 ? 'next' : 'plain'}
            name={words.greeter.give}
            shortcut="Enter"
            off={busy}
            act={() => void give()}
          />
          <Action name={words.greeter.clear} shortcut="Delete" act={clear} />
          <Action name={words.page.leave} shortcut="Esc" act={onLeave} />
        </div>
      </section>
      <GivenTicket given={given} jobs={jobs} />
    </main>
  )
}

/** The ticket that came out last, as one says it to the citizen. */
function GivenTicket({ given, jobs }: { readonly given: Given | null; readonly jobs: readonly Job[] }) {
  const { words } = useWords()
  return (
    <aside className="greeter-given" aria-label={words.greeter.given} aria-live="polite">
      {given === null ? (
        <p className="quiet">{words.greeter.none}</p>
      ) : (
        <>
          <h2 className="zone-title">{words.greeter.given}</h2>
          <p className="greeter-number number">{given.number}</p>
          <p>{given.services.join(' · ')}</p>
          {given.priority === null ? null : <p className="line-why">★ {words.priority[given.priority]}</p>}
          <p>{given.ahead === 0 ? words.greeter.nobodyBefore : put(words.greeter.before, { count: given.ahead })}</p>
          <p>{waitSaid(given.wait, words.greeter)}</p>
          {given.alone ? <Band tone="away">{words.greeter.alone}</Band> : null}
          <JobList jobs={jobs} />
        </>
      )}
    </aside>
  )
}

function waitSaid(wait: Given['wait'], words: ScreenWords['greeter']): string {
  if (wait === null) return words.noWait
  return wait.from === 0 ? put(words.waitLess, { to: wait.to }) : put(words.wait, { from: wait.from, to: wait.to })
}
