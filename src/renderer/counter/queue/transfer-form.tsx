import { useEffect, useState } from 'react'
import type { QueueView } from '#contract/queue.ts'
import { type Fault, inputFault } from '#domain/kernel/result.ts'
import type { Ticket } from '#domain/queue/ticket.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { TypedRow } from '../../parts/typed-row.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ChoiceChips } from '../form/choice-chips.tsx'
import { focusPlace } from '../form/place.ts'
import { TextBox } from '../form/text-box.tsx'
import { escapeTo } from './escape-to.ts'
import type { QueueDesk } from './queue-desk.ts'
import { serviceName } from './ticket-said.ts'

type Props = {
  readonly queue: QueueDesk
  readonly view: QueueView
  readonly ticket: Ticket
  readonly faults: readonly Fault[]
  readonly onLeave: () => void
}

const ANY = 'any'

/** Where a number goes on: a counter, a matter or both, with a word for whoever takes it. It keeps its place by arrival. */
export function TransferForm({ queue, view, ticket, faults, onLeave }: Props) {
  const { words, say, language } = useWords()
  const [counter, setCounter] = useState(ANY)
  const [service, setService] = useState(ANY)
  const [note, setNote] = useState('')
  const [nowhere, setNowhere] = useState(false)
  useEffect(() => focusPlace('transfer.counter'), [])
  const others = view.hall.counters.filter(({ number, open }) => open && number !== view.standing.counter)
  const send = async (): Promise<void> => {
    if (counter === ANY && service === ANY) {
      setNowhere(true)
      return focusPlace('transfer.counter')
    }
    const sent = await queue.act(ticket.ticket, {
      kind: 'transfer',
      counter: counter === ANY ? null : Number(counter),
      service: service === ANY ? null : service,
      note: note.trim() === '' ? null : note.trim(),
    })
    return sent ? onLeave() : undefined
  }
  useKeys({ F9: () => void send() })
  const rows = [
    {
      name: 'counter',
      value: counter,
      set: setCounter,
      next: 'transfer.service',
      choices: [
        { value: ANY, label: words.transfer.anyCounter },
        ...others.map(({ number, name }) => ({ value: String(number), label: name })),
      ],
    },
    {
      name: 'service',
      value: service,
      set: setService,
      next: 'transfer.note',
      choices: [
        { value: ANY, label: words.transfer.same },
        ...view.hall.services.map(({ id }) => ({ value: id, label: serviceName(view.hall, id, language) })),
      ],
    },
  ] as const
  const missing = nowhere && counter === ANY && service === ANY ? inputFault('queue.transfer.where', 'counter') : undefined
  return (
    <div role="presentation" onKeyDown={escapeTo(onLeave)}>
      <form
        className="transfer"
        onSubmit={event => {
          event.preventDefault()
          void send()
        }}
      >
        {faults.map(fault => (
          <Band tone="wrong" key={fault.code} live>
            {say(fault)}
          </Band>
        ))}
        {rows.map(({ name, value, set, next, choices }) => (
          <TypedRow
            key={name}
            id={`transfer-${name}`}
            place={`transfer.${name}`}
            label={words.transfer[name]}
            fault={name === 'counter' ? missing : undefined}
            chips
          >
            {faultId => (
              <ChoiceChips
                id={`transfer-${name}`}
                value={value}
                faultId={faultId}
                need
                choices={choices}
                onChoose={chosen => {
                  set(chosen)
                  focusPlace(next)
                }}
                onPoint={set}
                onEnter={() => focusPlace(next)}
              />
            )}
          </TypedRow>
        ))}
        <TypedRow
          id="transfer-note"
          place="transfer.note"
          label={words.transfer.note}
          beside={<span className="form-hint">{words.transfer.noteHint}</span>}
        >
          {faultId => (
            <TextBox id="transfer-note" value={note} faultId={faultId} need={false} onType={typed => setNote(typed.slice(0, 200))} />
          )}
        </TypedRow>
        <div className="sheet-actions">
          <Action tone="next" name={words.transfer.do} shortcut="F9" act={() => void send()} />
          <Action name={words.transfer.back} shortcut="Esc" act={onLeave} />
        </div>
      </form>
    </div>
  )
}
