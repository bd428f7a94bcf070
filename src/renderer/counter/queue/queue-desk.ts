import { useSyncExternalStore } from 'react'
import type { Input } from '#contract/calls.ts'
import type { QueueView } from '#contract/queue.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { Instant } from '#domain/kernel/time.ts'
import { UNDO_MS } from '#domain/queue/line.ts'
import { SOON_MS, type Ticket, type TicketId } from '#domain/queue/ticket.ts'
import { ask, listen } from '../../hatch.ts'
import type { SittingDesk } from '../sitting/sitting-desk.ts'
import { heldHere } from './line.ts'

export type Act = Input<'queue.act'>['act']

/** The line of people as this window knows it. */
export type QueueState = {
  readonly view: QueueView | null
  /** The window's own steady milliseconds when `view` was told. */
  readonly heard: number
  readonly busy: boolean
  /** Nobody waited when the next one was called. */
  readonly nobody: boolean
  readonly faults: readonly Fault[]
  /** The ticket that is called here now, and how often it had been called when it became this counter's. */
  readonly held: { readonly ticket: Ticket; readonly before: number } | null
  /** The ticket that was to end before anybody could have come. */
  readonly soon: TicketId | null
  /** The ticket that ended here last, for as long as that can be undone. */
  readonly ended: Ended | null
}

type Ended = { readonly ticket: TicketId; readonly number: string; readonly procedures: readonly string[] }

export type QueueParts = {
  readonly sitting: SittingDesk
  /** Milliseconds that never jump. */
  readonly steady: () => number
}

/** How long one looks for what was just done, where the line is told by another machine. */
const LOOKS = 25
const LOOK_AGAIN_MS = 40

/** The line at this counter and everything an official does with it. Nothing here decides: the office's queue does. */
export function openQueueDesk({ sitting, steady }: QueueParts) {
  let state: QueueState = { view: null, heard: 0, busy: false, nobody: false, faults: [], held: null, soon: null, ended: null }
  const watchers = new Set<() => void>()
  /** What was dealt with for a ticket while it was called here. */
  const served = new Map<TicketId, readonly string[]>()
  let lastDone: string | null = null

  const now = (): Instant =>
    state.view === null ? Instant.parse(0) : Instant.parse(Math.round(state.view.hall.now + Math.max(0, steady() - state.heard)))
  const change = (part: Partial<QueueState>): void => {
    state = { ...state, ...part }
    for (const watch of watchers) watch()
  }
  const hear = (view: QueueView): void => {
    const [ticket] = heldHere(view)
    const known = state.held?.ticket.ticket === ticket?.ticket && state.held !== null
    const before = known ? (state.held?.before ?? 0) : callsBefore(ticket, state.view === null)
    change({ view, heard: steady(), held: ticket === undefined ? null : { ticket, before } })
  }
  const look = async (): Promise<void> => {
    const seen = await ask('queue.view', {})
    if (seen.ok) hear(seen.value)
  }
  /** Looks until the line shows what was done: a guest hears of it from the host a moment after the host answered. */
  const shown = async (isSo: (view: QueueView) => boolean): Promise<void> => {
    for (let left = LOOKS; left > 0; left -= 1) {
      await look()
      if (state.view === null || isSo(state.view)) return
      await new Promise(resolve => setTimeout(resolve, LOOK_AGAIN_MS))
    }
  }

  /** A sitting that ended is noted for whoever was called. */
  const note = (): void => {
    const { received, turned, draft } = sitting.peek()
    const done = received?.dossier.code ?? turned?.visit.paper ?? null
    const procedure = received?.dossier.procedure.code ?? draft?.procedure.code
    if (done === null || done === lastDone) return
    lastDone = done
    if (state.held === null || procedure === undefined) return
    const { ticket } = state.held.ticket
    served.set(ticket, [...new Set([...(served.get(ticket) ?? []), procedure])])
  }

  const act = async (ticket: TicketId, wanted: Act): Promise<boolean> => {
    if (state.busy) return false
    change({ busy: true, nobody: false, faults: [] })
    const done = await ask('queue.act', { ticket, act: wanted })
    if (done.ok) await look()
    change({ busy: false, faults: done.ok ? [] : done.faults })
    return done.ok
  }
  const proceduresOf = (ticket: TicketId): string[] => (served.get(ticket) ?? []).slice(0, 20)
  const endingOf = (ticket: TicketId): Ended => ({
    ticket,
    number: state.view?.hall.tickets.find(one => one.ticket === ticket)?.number ?? '',
    procedures: proceduresOf(ticket),
  })
  /** A number ended: for a while that can be undone. */
  const end = (ended: Ended): void => {
    served.delete(ended.ticket)
    change({ ended })
    setTimeout(() => {
      if (state.ended === ended) change({ ended: null })
    }, UNDO_MS)
  }
  const finish = async (ticket: TicketId): Promise<boolean> => {
    const ended = endingOf(ticket)
    const done = await act(ticket, { kind: 'finish', procedures: [...ended.procedures] })
    if (done) end(ended)
    return done
  }
  const endAndNext = async (): Promise<void> => {
    if (state.busy) return
    const ended = state.held === null ? null : endingOf(state.held.ticket.ticket)
    const done = ended?.ticket ?? null
    change({ busy: true, nobody: false, faults: [], soon: null })
    const called = await ask('queue.next', { done, procedures: [...(ended?.procedures ?? [])] })
    if (called.ok) {
      if (ended !== null) end(ended)
      await shown(view => (called.value === null ? heldHere(view).every(({ ticket }) => ticket !== done) : isHeld(view, called.value)))
    }
    change({ busy: false, nobody: called.ok && called.value === null, faults: called.ok ? [] : called.faults })
  }

  return {
    /**
     * Calls whose turn it is, with nobody seated. Who is called here ends, but not before anybody could have come: a key that is
     * pressed twice sends nobody away.
     */
    next: async (): Promise<void> => {
      const ticket = state.held?.ticket
      if (ticket === undefined || served.has(ticket.ticket) || now() - (ticket.called ?? 0) >= SOON_MS) return endAndNext()
      change({ soon: ticket.ticket, nobody: false, faults: [] })
    },
    /** Ends what was served here and calls whose turn it is. */
    endAndNext,
    /** The number that ended last is called again as it was, or put aside where another was called since. */
    undo: async (): Promise<void> => {
      const { ended } = state
      if (ended === null || !(await act(ended.ticket, { kind: 'reopen' }))) return
      if (ended.procedures.length > 0) served.set(ended.ticket, ended.procedures)
      change({ ended: null })
    },
    act,
    /** Ends the ticket with what was dealt with, and calls nobody. */
    finish,
    /**
     * Calls a number that was chosen by hand. Whoever is called here already is not lost: served, the ticket ends; not
     * served, it is parked.
     */
    choose: async (ticket: TicketId): Promise<boolean> => {
      const held = state.held?.ticket.ticket ?? null
      if (held !== null && held !== ticket) {
        const isServed = sitting.peek().stage === 'done'
        const freed = await (isServed ? finish(held) : act(held, { kind: 'park' }))
        if (!freed) return false
      }
      const called = await act(ticket, { kind: 'call' })
      if (called) await shown(view => isHeld(view, ticket))
      return called
    },
    takes: async (wanted: Input<'queue.takes'>): Promise<boolean> => {
      const kept = await ask('queue.takes', wanted)
      if (kept.ok) await look()
      change({ faults: kept.ok ? [] : kept.faults })
      return kept.ok
    },
    /** Opens another window of the hall. */
    open: async (window: Input<'hall.open'>['window']): Promise<boolean> => {
      const opened = await ask('hall.open', { window })
      change({ faults: opened.ok ? [] : opened.faults })
      return opened.ok
    },
    forget: (): void => change({ faults: [], nobody: false }),
    look,
    /** The time of the machine that leads the queue: all times of the line are its own. */
    now,
    start: (): (() => void) => {
      void look()
      const stops = [listen('queue', hear), sitting.watch(note)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    peek: (): QueueState => state,
    watch: (watcher: () => void): (() => void) => {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
  }
}
export type QueueDesk = ReturnType<typeof openQueueDesk>

export const useQueue = (queue: QueueDesk): QueueState => useSyncExternalStore(queue.watch, queue.peek)

/**
 * How often a ticket had been called before it was this one's turn: all calls but the newest. Where the window was just
 * opened, earlier calls of somebody who never missed one belong to this turn too.
 */
const callsBefore = (ticket: Ticket | undefined, isFresh: boolean): number =>
  ticket === undefined || (isFresh && ticket.misses === 0) ? 0 : Math.max(0, ticket.calls - 1)

const isHeld = (view: QueueView, wanted: TicketId): boolean => heldHere(view).some(({ ticket }) => ticket === wanted)
