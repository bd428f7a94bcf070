import { useEffect, useState } from 'react'
import type { Fault } from '#domain/kernel/result.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import { isOpen, type Ticket, type TicketId } from '#domain/queue/ticket.ts'
import { dayText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { clockTime } from '../../parts/say-figures.ts'
import { useArrival } from '../../parts/use-arrival.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'
import { leftOver } from './line.ts'
import { type QueueDesk, useQueue } from './queue-desk.ts'
import { ticketSaid, whyFirstSaid } from './ticket-said.ts'

type Props = { readonly queue: QueueDesk; readonly on: boolean; readonly onLeave: () => void }
type Closed = { readonly at: Instant; readonly ended: number; readonly kept: number }

/**
 * What becomes of every ticket that is still open? Tickets of days before are decided one by one; else the day is closed
 * whole. Nothing is ended without being seen here.
 */
export function DayEndScreen({ queue, on, onLeave }: Props) {
  const said = useWords()
  const { words, say } = said
  const { view } = useQueue(queue)
  const [kept, setKept] = useState<ReadonlySet<TicketId>>(new Set())
  const [wanted, setWanted] = useState<TicketId | null>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [closed, setClosed] = useState<Closed | null>(null)
  const title = useArrival<HTMLHeadingElement>()
  const today = dayOf(queue.now())
  const left = view === null ? [] : leftOver(view.hall, today)
  const isLeft = left.length > 0
  const tickets = isLeft ? left : (view?.hall.tickets ?? []).filter(isOpen)
  const chosen = tickets.find(({ ticket }) => ticket === wanted) ?? tickets[0] ?? null
  const isKept = ({ ticket }: Ticket): boolean => kept.has(ticket)
  const keep = tickets.filter(isKept).map(({ ticket }) => ticket)
  const counts = { ended: tickets.length - keep.length, kept: keep.length }
  const isThere = tickets.length > 0
  useEffect(() => {
    if (isThere) document.querySelector<HTMLElement>('.day-end input:checked')?.focus()
  }, [isThere])

  const turn = (ticket: TicketId): void => {
    const next = new Set(kept)
    if (!next.delete(ticket)) next.add(ticket)
    setKept(next)
    setFaults([])
  }
  /** Tickets of today must not be touched by a decision about yesterday's: each is decided by itself. */
  const decide = async (): Promise<void> => {
    for (const { ticket } of left) {
      const done = await ask('queue.act', { ticket, act: { kind: kept.has(ticket) ? 'keep' : 'expire' } })
      if (!done.ok) return setFaults(done.faults)
    }
    return end(counts)
  }
  const close = async (): Promise<void> => {
    const done = await ask('queue.endDay', { keep })
    return done.ok ? end(done.value) : setFaults(done.faults)
  }
  const end = (done: { readonly ended: number; readonly kept: number }): void => {
    setFaults([])
    setKept(new Set())
    setClosed({ at: queue.now(), ...done })
    void queue.look()
    title.current?.focus()
  }
  const finish = (): void => void (isLeft ? decide() : close())
  useKeys(
    {
      Esc: onLeave,
      ...(tickets.length === 0
        ? {}
        : {
            F9: finish,
            Space: chosen === null ? undefined : () => turn(chosen.ticket),
            'Alt+G': () => setKept(new Set(tickets.map(({ ticket }) => ticket))),
            'Alt+H': () => setKept(new Set()),
          }),
    },
    on,
  )
  return (
    <main className="page day-end">
      <header className="hall-head">
        <h1 className="sheet-title" tabIndex={-1} ref={title}>
          {isLeft ? words.dayEnd.leftTitle : words.dayEnd.title}
        </h1>
        <Action name={words.page.leave} shortcut="Esc" act={onLeave} />
      </header>
      {faults.map(fault => (
        <Band tone="wrong" key={fault.code} live>
          {say(fault)}
        </Band>
      ))}
      {closed === null ? null : (
        <Band tone="good" live>
          {put(words.dayEnd.done, { time: clockTime(closed.at), ended: closed.ended, kept: closed.kept })}
        </Band>
      )}
      {tickets.length === 0 ? (
        <p className="quiet">{words.dayEnd.none}</p>
      ) : (
        <>
          <p className="quiet">
            {isLeft ? words.dayEnd.leftHow : words.dayEnd.how} {words.dayEnd.counted}
          </p>
          <fieldset className="ticket-list">
            <legend className="unseen">{words.dayEnd.list}</legend>
            {tickets.map(ticket => (
              <label key={ticket.ticket} className="ticket-row day-end-row">
                <input
                  type="radio"
                  className="unseen"
                  name="day-end-ticket"
                  checked={ticket.ticket === chosen?.ticket}
                  onChange={() => setWanted(ticket.ticket)}
                />
                <strong className="number">{ticket.number}</strong>
                <strong className={isKept(ticket) ? 'day-end-kept' : ''}>
                  {isKept(ticket) ? `☑ ${words.dayEnd.keep}` : `☐ ${words.dayEnd.expire}`}
                </strong>
                <span>
                  {[
                    put(ticket.day < today ? words.dayEnd.takenOn : words.dayEnd.taken, {
                      time: clockTime(ticket.taken),
                      day: dayText(ticket.day),
                    }),
                    ...whyFirstSaid(ticket, 0, said),
                    ...ticketSaid(ticket, view?.hall ?? { services: [] }, said),
                    ...(ticket.state === 'called' ? [put(words.queue.at, { counter: ticket.counter ?? '' })] : []),
                  ].join(' · ')}
                </span>
              </label>
            ))}
          </fieldset>
          <div className="sheet-actions">
            <Action tone="next" name={put(words.dayEnd.end, counts)} shortcut="F9" act={finish} />
            <Action name={words.dayEnd.keepAll} shortcut="Alt+G" act={() => setKept(new Set(tickets.map(({ ticket }) => ticket)))} />
            <Action name={words.dayEnd.expireAll} shortcut="Alt+H" act={() => setKept(new Set())} />
          </div>
        </>
      )}
    </main>
  )
}
