import { useState } from 'react'
import type { QueueView } from '#contract/queue.ts'
import type { Ticket, TicketId } from '#domain/queue/ticket.ts'
import { put } from '#words/say.ts'
import type { ScreenWords } from '#words/screen-vi.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { Cover } from '../frame/cover.tsx'
import type { SittingDesk } from '../sitting/sitting-desk.ts'
import { heldHere, waitingFor } from './line.ts'
import { useHallNow } from './line-zone.tsx'
import { type Act, type QueueDesk, useQueue } from './queue-desk.ts'
import { TakesForm } from './takes-form.tsx'
import { type TicketGroup, TicketList } from './ticket-list.tsx'
import { TransferForm } from './transfer-form.tsx'
import { useFirstTicket } from './use-first-ticket.ts'

type Props = {
  readonly queue: QueueDesk
  readonly desk: SittingDesk
  readonly k: number
  readonly onClose: () => void
}

/** The whole line and everything that can be done with one number of it. */
export function QueueCover({ queue, desk, k, onClose }: Props) {
  const { words, say } = useWords()
  const { view, faults, held } = useQueue(queue)
  const now = useHallNow(queue)
  const [wanted, setWanted] = useState<TicketId | null>(null)
  /** The number that is to be taken from its counter, once that is said a second time. */
  const [sure, setSure] = useState<TicketId | null>(null)
  const [form, setForm] = useState<'transfer' | 'takes' | null>(null)
  const groups = view === null ? [] : groupsOf(view, k, words.queueAct)
  const all = groups.flatMap(({ tickets }) => tickets)
  const chosen = all.find(({ ticket }) => ticket === wanted) ?? all[0] ?? null
  useFirstTicket(form === null && all.length > 0)
  if (view === null) return null

  const close = (): void => {
    queue.forget()
    onClose()
  }
  const call = async (ticket: Ticket): Promise<void> => {
    const { stage } = desk.peek()
    if (!(await queue.choose(ticket.ticket))) return
    if (stage !== 'empty') desk.next()
    close()
  }
  const back = async (ticket: Ticket): Promise<void> => {
    if (await queue.act(ticket.ticket, { kind: 'back' })) setSure(null)
  }
  const does = (kind: Exclude<Act['kind'], 'finish' | 'transfer'>) => (ticket: Ticket) => void queue.act(ticket.ticket, { kind })
  const acts = actsOf(chosen, view.standing.counter, {
    back: ticket => (sure === ticket.ticket ? void back(ticket) : setSure(ticket.ticket)),
    call: ticket => void call(ticket),
    recall: does('recall'),
    absent: does('absent'),
    skip: does('skip'),
    park: does('park'),
    transfer: () => setForm('transfer'),
    finish: ticket => void queue.finish(ticket.ticket),
    leave: does('leave'),
  })
  if (form === 'transfer' && chosen !== null) {
    return (
      <Cover title={put(words.transfer.title, { number: chosen.number })} onClose={close}>
        <TransferForm queue={queue} view={view} ticket={chosen} faults={faults} onLeave={() => setForm(null)} />
      </Cover>
    )
  }
  if (form === 'takes') {
    return (
      <Cover title={words.takes.title} onClose={close}>
        <TakesForm queue={queue} view={view} faults={faults} onLeave={() => setForm(null)} />
      </Cover>
    )
  }
  return (
    <Cover title={words.queueAct.title} wide onClose={close}>
      <p className="quiet">
        {words.queueAct.how} {put(words.queueAct.order, { k })}
      </p>
      {view.standing.unheard.length === 0 ? null : (
        <Band tone="warn">{put(words.queueAct.unheard, { names: view.standing.unheard.join(', ') })}</Band>
      )}
      {faults.map(fault => (
        <Band tone="wrong" key={fault.code} live>
          {say(fault)}
        </Band>
      ))}
      {chosen === null || sure !== chosen.ticket ? null : (
        <Band tone="warn" live>
          {put(words.queueAct.backAsk, { number: chosen.number, counter: chosen.counter ?? chosen.only ?? '' })}
        </Band>
      )}
      <div className="queue-cover">
        {all.length === 0 ? (
          <p className="quiet">{words.queueAct.empty}</p>
        ) : (
          <TicketList
            groups={groups}
            view={view}
            now={now}
            chosen={chosen?.ticket ?? null}
            onChoose={setWanted}
            onEnter={acts.find(({ key }) => key === 'Enter')?.act}
          />
        )}
        <Acts acts={acts} chosen={chosen} onTakes={() => setForm('takes')} onClose={close}>
          {held !== null && chosen !== null && held.ticket.ticket !== chosen.ticket && desk.peek().stage !== 'done'
            ? put(words.queueAct.parks, { number: held.ticket.number })
            : null}
        </Acts>
      </div>
    </Cover>
  )
}

type ActsProps = {
  readonly acts: readonly OneAct[]
  readonly chosen: Ticket | null
  readonly onTakes: () => void
  readonly onClose: () => void
  readonly children: string | null
}

/** What can be done with the chosen number, each with its key; what cannot is not offered. */
function Acts({ acts, chosen, onTakes, onClose, children }: ActsProps) {
  const { words } = useWords()
  // Enter is the list's: on a button it does what the button says.
  useKeys({ 'Alt+N': onTakes, ...Object.fromEntries(acts.filter(({ key }) => key !== 'Enter').map(({ key, act }) => [key, act])) })
  return (
    <div className="queue-acts">
      <p className="sheet-title number" aria-live="polite">
        {chosen?.number ?? ''}
      </p>
      {acts.map(({ key, what, act }, index) => (
        <Action key={what} tone={index === 0 ? 'next' : 'plain'} name={words.queueAct[what]} shortcut={key} act={act} />
      ))}
      {children === null ? null : <p className="quiet">{children}</p>}
      <span className="top-gap" />
      <Action tone="quiet" name={words.queueAct.takes} shortcut="Alt+N" act={onTakes} />
      <Action tone="quiet" name={words.queueAct.close} shortcut="Esc" act={onClose} />
    </div>
  )
}

type What = 'back' | 'call' | 'recall' | 'absent' | 'skip' | 'park' | 'transfer' | 'finish' | 'leave'
type OneAct = { readonly key: string; readonly what: What; readonly act: () => void }

const KEYS: Readonly<Record<What, string>> = {
  back: 'Alt+T',
  call: 'Enter',
  recall: 'Alt+G',
  absent: 'Alt+V',
  skip: 'Alt+B',
  park: 'Alt+D',
  transfer: 'Alt+C',
  finish: 'Alt+X',
  leave: 'Alt+R',
}

/** What may be done with a number from where it stands, the likeliest first. */
function actsOf(ticket: Ticket | null, counter: number, does: Readonly<Record<What, (ticket: Ticket) => void>>): readonly OneAct[] {
  if (ticket === null) return []
  return allowed(ticket, counter).map(what => ({ key: KEYS[what], what, act: () => does[what](ticket) }))
}

export function allowed({ state, counter, only }: Pick<Ticket, 'state' | 'counter' | 'only'>, here: number): readonly What[] {
  if (state === 'waiting') return ['call', 'transfer', ...(only === null || only === here ? [] : (['back'] as const)), 'leave']
  if (counter !== here) return state === 'called' || state === 'parked' ? ['back'] : []
  if (state === 'parked') return ['call', 'transfer', 'finish', 'leave']
  return state === 'called' ? ['recall', 'absent', 'skip', 'park', 'transfer', 'finish', 'leave'] : []
}

function groupsOf(view: QueueView, k: number, words: ScreenWords['queueAct']): readonly TicketGroup[] {
  const { mine, others } = waitingFor(view, k)
  const { counter } = view.standing
  const elsewhere = view.hall.tickets.filter(one => (one.state === 'called' || one.state === 'parked') && one.counter !== counter)
  return [
    { name: words.here, tickets: heldHere(view) },
    { name: words.parked, tickets: view.hall.tickets.filter(one => one.state === 'parked' && one.counter === counter) },
    { name: words.waiting, tickets: mine },
    { name: words.elsewhere, tickets: [...elsewhere, ...others] },
  ].filter(({ tickets }) => tickets.length > 0)
}
