import type { QueueView } from '#contract/queue.ts'
import type { Instant } from '#domain/kernel/time.ts'
import type { Ticket, TicketId } from '#domain/queue/ticket.ts'
import { put } from '#words/say.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ticketSaid, waitedSaid, whyFirstSaid } from './ticket-said.ts'

export type TicketGroup = { readonly name: string; readonly tickets: readonly Ticket[] }

type Props = {
  readonly groups: readonly TicketGroup[]
  readonly view: QueueView
  readonly now: Instant
  readonly chosen: TicketId | null
  readonly onChoose: (ticket: TicketId) => void
  readonly onEnter?: (() => void) | undefined
}

/** Every number by where it stands, one a line; arrows choose. */
export function TicketList({ groups, view, now, chosen, onChoose, onEnter }: Props) {
  const said = useWords()
  const { words } = said
  return (
    <fieldset className="ticket-list">
      <legend className="unseen">{words.queue.list}</legend>
      {groups.map(({ name, tickets }) => (
        <div key={name} role="presentation">
          <p className="zone-title ticket-group">
            {name} · {tickets.length}
          </p>
          {tickets.map(ticket => {
            const why = whyFirstSaid(ticket, view.standing.counter, said)
            const elsewhere = ticket.state === 'called' && ticket.counter !== view.standing.counter
            return (
              <label key={ticket.ticket} className="ticket-row">
                <input
                  type="radio"
                  className="unseen"
                  name="queue-ticket"
                  checked={ticket.ticket === chosen}
                  onChange={() => onChoose(ticket.ticket)}
                  onKeyDown={event => {
                    if (event.key !== 'Enter' || onEnter === undefined) return
                    event.preventDefault()
                    onEnter()
                  }}
                />
                <strong className="number">{ticket.number}</strong>
                <span className="ticket-wait">{waitedSaid(ticket, now, words.queue)}</span>
                <span>
                  {why.length === 0 ? null : <span className="line-why">★ {why.join(' · ')} </span>}
                  {ticketSaid(ticket, view.hall, said).join(' · ')}
                  {elsewhere ? <span className="quiet"> · {put(words.queue.at, { counter: ticket.counter ?? '' })}</span> : null}
                </span>
              </label>
            )
          })}
        </div>
      ))}
    </fieldset>
  )
}
