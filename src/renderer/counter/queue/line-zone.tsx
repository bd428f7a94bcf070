import { useEffect, useState } from 'react'
import type { QueueView } from '#contract/queue.ts'
import type { Instant } from '#domain/kernel/time.ts'
import type { Ticket } from '#domain/queue/ticket.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { FaultLine } from '../../parts/fault-line.tsx'
import { KeyCap } from '../../parts/key-cap.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { heldHere, minutesSince, suggestion, waitingFor } from './line.ts'
import { type QueueDesk, useQueue } from './queue-desk.ts'
import { ticketSaid, waitedSaid, whyFirstSaid } from './ticket-said.ts'

type Props = {
  readonly queue: QueueDesk
  /** How many may go first in a row, as this machine has it. */
  readonly k: number
  /** Whether somebody's sitting is open here. */
  readonly seated: boolean
  readonly on: boolean
  readonly onList: () => void
  readonly onDayEnd: () => void
}

/** How many of those who wait are shown: the rest is one key away. */
const SHOWN = 5
/** Waiting is told in minutes; whether 45 seconds are over is looked at this often. */
const TICK_MS = 2_000

/** Who waits: the number that is called here on top, those who come next under it. */
export function LineZone({ queue, k, seated, on, onList, onDayEnd }: Props) {
  const { words, say } = useWords()
  const { view, faults, nobody, busy, held, ended } = useQueue(queue)
  useKeys(ended === null ? {} : { 'Alt+Z': () => void queue.undo() }, on)
  const now = useHallNow(queue)
  const line = view === null ? null : waitingFor(view, k)
  const left = view?.hall.left ?? 0
  return (
    <section className="line">
      <h2 className="zone-title line-title">
        <span>{put(words.queue.waiting, { count: line?.mine.length ?? '–' })}</span>
        <button type="button" className="line-open" aria-keyshortcuts="Control+Q" onClick={onList}>
          <KeyCap name="Ctrl+Q" />
          <span className="unseen">{words.queue.list}</span>
        </button>
      </h2>
      {left > 0 ? (
        <div className="line-left">
          <p>▲ {put(words.queue.left, { count: left })}</p>
          <Action name={words.queue.decide} shortcut="Ctrl+E" act={onDayEnd} />
        </div>
      ) : null}
      <div aria-live="polite" className="line-said">
        {busy ? <p className="quiet">{words.queue.calling}</p> : null}
        {nobody && !busy && line?.mine.length === 0 ? <p className="quiet">{words.queue.none}</p> : null}
      </div>
      {faults.map(fault => (
        <FaultLine key={fault.code} id={`line-${fault.code}`} text={say(fault)} live />
      ))}
      {held === null || view === null ? null : (
        <Held queue={queue} view={view} ticket={held.ticket} times={held.ticket.calls - held.before} now={now} seated={seated} on={on} />
      )}
      {ended === null ? null : (
        <div className="line-ended">
          <span>{put(words.queue.ended, { number: ended.number })}</span>
          <Action tone="quiet" name={words.queue.undo} shortcut="Alt+Z" act={() => void queue.undo()} />
        </div>
      )}
      {line === null || view === null ? <p className="quiet">{words.queue.unseen}</p> : null}
      {line !== null && line.mine.length === 0 && held === null && !nobody && !busy ? <p className="quiet">{words.queue.nobody}</p> : null}
      {line === null || view === null ? null : (
        <>
          <ol className="line-list" aria-label={words.queue.list}>
            {line.mine.slice(0, SHOWN).map(ticket => (
              <LineTicket key={ticket.ticket} ticket={ticket} view={view} now={now} />
            ))}
          </ol>
          <Rest more={line.mine.length - SHOWN} others={line.others.length} />
        </>
      )}
    </section>
  )
}

function Rest({ more, others }: { readonly more: number; readonly others: number }) {
  const { words } = useWords()
  const said = [
    ...(more > 0 ? [put(words.queue.more, { count: more })] : []),
    ...(others > 0 ? [put(words.queue.others, { count: others })] : []),
  ]
  return said.length === 0 ? null : <p className="quiet line-rest">{said.join(' · ')}</p>
}

type HeldProps = {
  readonly queue: QueueDesk
  readonly view: QueueView
  readonly ticket: Ticket
  readonly times: number
  readonly now: Instant
  readonly seated: boolean
  readonly on: boolean
}

/** The number that is called here: how long, how often, and what to do while nobody sits down. */
function Held({ queue, view, ticket, times, now, seated, on }: HeldProps) {
  const said = useWords()
  const { words } = said
  const recall = (): void => void queue.act(ticket.ticket, { kind: 'recall' })
  const absent = (): void => void queue.act(ticket.ticket, { kind: 'absent' })
  const { soon } = useQueue(queue)
  const isSoon = soon === ticket.ticket && !seated
  const endAndNext = (): void => void queue.endAndNext()
  useKeys(isSoon ? { 'Alt+X': endAndNext } : {}, on)
  const todo = seated ? null : suggestion(ticket.called, times, now)
  useKeys(seated ? {} : { 'Alt+G': recall, 'Alt+V': absent }, on)
  const also = heldHere(view).filter(one => one.ticket !== ticket.ticket)
  const why = whyFirstSaid(ticket, view.standing.counter, said)
  return (
    <section className={seated ? 'held held-seated' : 'held'} aria-label={seated ? words.queue.serving : words.queue.called}>
      <p className="held-head">
        <strong className="held-number number">{ticket.number}</strong>
        <span>{put(words.queue.minutes, { count: ticket.called === null ? 0 : minutesSince(ticket.called, now) })}</span>
      </p>
      <p className="quiet">{seated ? words.queue.serving : `${words.queue.called} · ${put(words.queue.times, { count: times })}`}</p>
      <p className="held-what">{ticketSaid(ticket, view.hall, said).join(' · ')}</p>
      {why.length === 0 ? null : <p className="line-why">★ {why.join(' · ')}</p>}
      {also.length === 0 ? null : (
        <p className="line-why">▲ {put(words.queue.also, { numbers: also.map(({ number }) => number).join(', ') })}</p>
      )}
      {todo === null ? null : (
        <output className="held-todo">▲ {todo === 'recall' ? words.queue.sayRecall : put(words.queue.sayAbsent, { count: times })}</output>
      )}
      {isSoon ? <output className="held-todo">▲ {words.queue.soon}</output> : null}
      {seated ? null : (
        <div className="held-acts">
          <Action
            tone={todo === 'recall' ? 'next' : 'quiet'}
            name={todo === 'recall' ? put(words.queue.again, { count: times + 1 }) : words.queue.recall}
            shortcut="Alt+G"
            act={recall}
          />
          <Action tone={todo === 'absent' ? 'next' : 'quiet'} name={words.queue.absent} shortcut="Alt+V" act={absent} />
          {isSoon ? <Action tone="quiet" name={words.queue.doneNow} shortcut="Alt+X" act={endAndNext} /> : null}
        </div>
      )}
    </section>
  )
}

type TicketProps = { readonly ticket: Ticket; readonly view: QueueView; readonly now: Instant }

function LineTicket({ ticket, view, now }: TicketProps) {
  const said = useWords()
  const why = whyFirstSaid(ticket, view.standing.counter, said)
  return (
    <li className={why.length === 0 ? 'line-ticket' : 'line-ticket line-first'}>
      <span className="line-number number">
        {why.length === 0 ? '' : <span aria-hidden="true">★ </span>}
        {ticket.number}
      </span>
      <span className="line-wait">{waitedSaid(ticket, now, said.words.queue)}</span>
      <span className="line-what">{[...why, ...ticketSaid(ticket, view.hall, said)].join(' · ')}</span>
    </li>
  )
}

/** The host's time, told anew while it is looked at. */
export function useHallNow(queue: QueueDesk): Instant {
  const [now, setNow] = useState(queue.now)
  useEffect(() => {
    const tell = (): void => setNow(queue.now())
    const timer = setInterval(tell, TICK_MS)
    const deaf = queue.watch(tell)
    return () => {
      clearInterval(timer)
      deaf()
    }
  }, [queue])
  return now
}
