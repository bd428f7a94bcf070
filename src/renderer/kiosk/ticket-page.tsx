import { useEffect } from 'react'
import type { TicketHanded } from '#domain/queue/ticket.ts'
import { put } from '#words/say.ts'
import { usePatientKeys } from '../parts/use-patient-keys.ts'
import { Choices, Question, Sides, choiceKeys } from './choices.tsx'
import type { KioskWords } from './use-kiosk-words.ts'

/** Long enough to take a paper out, and to learn a number by heart where none comes. */
const SHOWN_MS = 8_000
const LEARNT_MS = 25_000

type Props = { readonly ticket: TicketHanded; readonly words: KioskWords; readonly paper: boolean; readonly onDone: () => void }

/** The number that somebody got. It is on the paper too; where no paper comes it is on the screen for longer. */
export function TicketPage({ ticket, words, paper, onDone }: Props) {
  const { kiosk } = words
  useEffect(() => {
    const timer = setTimeout(onDone, paper ? SHOWN_MS : LEARNT_MS)
    return () => clearTimeout(timer)
  }, [onDone, paper])
  usePatientKeys({ '0': onDone, Enter: onDone, Escape: onDone }, true)
  return (
    <>
      <section className="ticket" aria-live="polite">
        <Question>{kiosk.yours}</Question>
        <p className="ticket-number">{ticket.number}</p>
        <p className="ticket-ahead">{ticket.ahead === 0 ? kiosk.next : put(kiosk.ahead, { count: ticket.ahead })}</p>
        <p className="ticket-wait">{waitText(ticket, words)}</p>
        {paper ? <p className="ticket-paper">{kiosk.paper}</p> : <p className="ticket-paper ticket-no-paper">▲ {kiosk.noPaper}</p>}
        {ticket.alone ? <p className="ticket-alone">{kiosk.alone}</p> : null}
      </section>
      <Sides back={null} sides={[{ name: kiosk.done, shortcut: '0', act: onDone }]} />
    </>
  )
}

function waitText({ wait }: TicketHanded, { kiosk }: KioskWords): string {
  if (wait === null) return kiosk.untold
  return put(wait.from === 0 ? kiosk.toldLess : kiosk.told, wait)
}

/** No ticket: what was chosen stays, and is asked for again with one touch. */
export function FailedPage({
  words,
  again,
  leave,
}: {
  readonly words: KioskWords
  readonly again: () => void
  readonly leave: () => void
}) {
  const { kiosk } = words
  const choices = [{ id: 'again', name: kiosk.again, tone: 'next', act: again } as const]
  usePatientKeys({ ...choiceKeys(choices), '0': leave, Escape: leave }, true)
  return (
    <>
      <Question>{kiosk.failed}</Question>
      <Choices choices={choices} label={kiosk.failed} />
      <Sides back={{ name: kiosk.back, shortcut: '0', act: leave }} sides={[]} />
    </>
  )
}
