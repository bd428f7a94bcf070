import { useState } from 'react'
import type { QueueView } from '#contract/queue.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { KeyCap } from '../../parts/key-cap.tsx'
import { useArrival } from '../../parts/use-arrival.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { escapeTo } from './escape-to.ts'
import { servicesHere } from './line.ts'
import type { QueueDesk } from './queue-desk.ts'
import { serviceName } from './ticket-said.ts'

type Props = { readonly queue: QueueDesk; readonly view: QueueView; readonly faults: readonly Fault[]; readonly onLeave: () => void }

/** What this counter takes, and whether somebody sits there. */
export function TakesForm({ queue, view, faults, onLeave }: Props) {
  const { words, say, language } = useWords()
  const here = view.hall.counters.find(({ number }) => number === view.standing.counter)
  const [services, setServices] = useState(servicesHere(view))
  const open = here?.open ?? false
  const first = useArrival<HTMLInputElement>()
  const turn = (id: string): void => setServices(services.includes(id) ? services.filter(one => one !== id) : [...services, id])
  const keep = async (opens: boolean): Promise<void> => {
    const offered = view.hall.services.map(({ id }) => id).filter(id => services.includes(id))
    if (await queue.takes({ services: offered, open: opens })) onLeave()
  }
  useKeys({
    F9: () => void keep(open),
    'Alt+O': () => void keep(!open),
    ...Object.fromEntries(view.hall.services.map(({ id }, index) => [String(index + 1), () => turn(id)])),
  })
  return (
    <div className="takes" role="presentation" onKeyDown={escapeTo(onLeave)}>
      <p className="quiet">{words.takes.how}</p>
      {faults.map(fault => (
        <Band tone="wrong" key={fault.code} live>
          {say(fault)}
        </Band>
      ))}
      <ul>
        {view.hall.services.map(({ id }, index) => (
          <li key={id}>
            <label className="takes-row">
              <input type="checkbox" ref={index === 0 ? first : null} checked={services.includes(id)} onChange={() => turn(id)} />
              <KeyCap name={String(index + 1)} />
              <span>{serviceName(view.hall, id, language)}</span>
            </label>
          </li>
        ))}
      </ul>
      <Band tone={open ? 'good' : 'away'}>{open ? words.takes.open : words.takes.closed}</Band>
      <div className="sheet-actions">
        <Action tone="next" name={words.takes.keep} shortcut="F9" act={() => void keep(open)} />
        <Action name={open ? words.takes.doClose : words.takes.doOpen} shortcut="Alt+O" act={() => void keep(!open)} />
        <Action name={words.takes.back} shortcut="Esc" act={onLeave} />
      </div>
    </div>
  )
}
