import type { Input, Output } from '#contract/calls.ts'
import type { Tell } from '#contract/events.ts'
import type { QueueView } from '#contract/queue.ts'
import type { OfficeSettings } from '#contract/settings.ts'
import { type Randomness, uuidv7 } from '#domain/kernel/id.ts'
import { type Result, failureFault, ok, refuse } from '#domain/kernel/result.ts'
import { type Service, machineLetter } from '#domain/queue/service.ts'
import type { By, Ticket, TicketHanded, TicketId } from '#domain/queue/ticket.ts'
import type { Clock } from '#machine/clock.ts'
import type { Store } from '#storage/store.ts'
import { newJob } from '../press.ts'
import { openLineDesk } from './line-desk.ts'
import { openMembership } from './membership.ts'

/** A wall that is silent says so every half minute: one that says no more is no wall any more. */
const BELIEVED_MS = 75_000

/** Changes that come at once are shown at once: nobody sees one later than this. */
const TOGETHER_MS = 20

export type HallParts = {
  readonly store: Store
  readonly settings: OfficeSettings
  readonly dataDir: string
  readonly services: () => readonly Service[]
  readonly clock: Clock
  readonly randomness: Randomness
  readonly tell: Tell
  readonly follow: () => void
  /** Where an address is reached instead: tests put a cable there that can be cut. */
  readonly dialled?: (address: string) => string
}

/**
 * The hall: one line of people over all machines of an office. One of them leads it; the others ask that one. A machine
 * that cannot reach it goes on by itself, with numbers that no other machine gives out, and joins again with what it has.
 */
export function openHall({ store, settings, dataDir, services, clock, randomness, tell, follow, dialled = address => address }: HallParts) {
  const { counter } = settings
  const by = (official: string | null): By => ({ machine: counter.id, counter: counter.number, official })
  const request = (): string => uuidv7(clock.now(), randomness)
  const here = (official: string | null) => ({ by: by(official), request: null })
  let showing = false
  const closing = new AbortController()
  let silentUntil = 0

  const line = openLineDesk({
    store,
    settings,
    services,
    clock,
    randomness,
    letter: () => (member.leads() && line.led()?.letters !== 'machine' ? null : machineLetter(counter.number)),
    onChange: () => changed(),
  })
  const member = openMembership({ settings, dataDir, line, clock, randomness, by, request, dialled, onChange: () => changed() })
  const { guest } = member

  const view = (): QueueView => ({
    standing: {
      ...member.standing(),
      handing: line.mine().filter(({ state }) => state === 'handing').length,
      silent: clock.now() < silentUntil,
    },
    hall: (member.leads() ? null : guest.hall()) ?? line.hall(),
  })

  const changed = (): void => {
    follow()
    // Before whoever asked is answered: what a host has promised is never known to that one alone.
    if (member.role() === 'host') member.show()
    if (showing) return
    showing = true
    void clock.sleep(TOGETHER_MS).then(() => {
      showing = false
      if (!closing.signal.aborted) tell('queue', view())
    })
  }

  const ask: typeof guest.ask = (name, input, official) => (member.leads() ? Promise.resolve(null) : guest.ask(name, input, official))

  /** A number that is not in this machine's own line: the host's, which is away. */
  const isAway = (ticket: TicketId): boolean => !member.leads() && line.mine().every(one => one.ticket !== ticket)

  const openSeat = async (taken: readonly string[], open: boolean, official: string | null): Promise<Result<Record<string, never>>> => {
    const seat = { counter: counter.number, name: counter.name, machine: counter.id, services: [...taken], open }
    const done = line.takes(seat, here(official))
    return done.ok ? ((await ask('queue.takes', { services: seat.services, open, name: counter.name }, official)) ?? done) : done
  }

  /** A counter that calls is open: with what it took before, or what is set. */
  const beSeated = async (official: string | null): Promise<Result<Record<string, never>>> => {
    const seat = line.counter(counter.number)
    if (seat?.open === true && (member.leads() || !guest.joined() || guest.seated())) return ok({})
    return openSeat(seat?.services ?? settings.hall.takes ?? services().map(({ id }) => id), true, official)
  }

  /** Prints what was given out: at this machine, whoever leads. */
  const print = (ticket: Ticket, official: string | null): Result<TicketHanded> => {
    const { number, priority, appointment, ahead, wait } = ticket
    const names = ticket.services.map(id => services().find(service => service.id === id)?.name ?? id)
    const at = clock.now()
    const body: TicketHanded = {
      ticket: ticket.ticket,
      number,
      services: names,
      priority,
      appointment,
      at,
      ahead,
      wait,
      office: settings.office.name,
      alone: ticket.by.machine === counter.id && !member.leads() && line.mine().some(one => one.ticket === ticket.ticket),
    }
    const done = store.commit(official ?? counter.id, () =>
      ok({
        said: [{ kind: 'ticket.printed', version: 1, subject: ticket.ticket, body }],
        jobs: [newJob({ subject: ticket.ticket, code: number, form: 'ticket', copy: 1 }, at, randomness)],
        answer: body,
      }),
    )
    follow()
    return done
  }

  return {
    view,
    take: async (wish: Input<'queue.take'>, official: string | null): Promise<Result<TicketHanded>> => {
      const there = await ask('queue.take', wish, official)
      // Somebody stands at the kiosk: who gets no answer gets a number of this machine, which joins the others later.
      const taken = there === null || isUnsure(there) ? line.take(wish, here(official)) : there
      return taken.ok ? print(taken.value, official) : taken
    },
    next: async ({ done, procedures }: Input<'queue.next'>, official: string | null): Promise<Result<TicketId | null>> => {
      const seated = await beSeated(official)
      if (!seated.ok) return seated
      const there = await ask('queue.next', { done, procedures }, official)
      if (there !== null) return there
      if (member.settling()) return refuse(failureFault('queue.host.unsure'))
      const served = done !== null && isAway(done) ? guest.served(done, procedures, official) : null
      if (served?.ok === false && served.faults[0]?.kind === 'failure') return served
      return line.next(done, procedures, here(official))
    },
    act: async ({ ticket, act }: Input<'queue.act'>, official: string | null): Promise<Result<Record<string, never>>> => {
      const there = await ask('queue.act', { ticket, act }, official)
      if (there !== null) return there
      if (member.settling()) return refuse(failureFault('queue.host.unsure'))
      if (!isAway(ticket)) return line.act(ticket, act, here(official))
      const served = act.kind === 'finish' ? guest.served(ticket, act.procedures, official) : null
      return served ?? refuse(failureFault('queue.host.away'))
    },
    takes: ({ services: taken, open }: Input<'queue.takes'>, official: string | null) => openSeat(taken, open, official),
    endDay: async (input: Input<'queue.endDay'>, official: string | null): Promise<Result<Output<'queue.endDay'>>> =>
      (await ask('queue.endDay', input, official)) ?? line.endDay(input.keep, here(official)),
    figures: async (input: Input<'queue.figures'>, official: string | null): Promise<Result<Output<'queue.figures'>>> =>
      (await ask('queue.figures', input, official)) ?? ok(line.figures(input.day)),
    /** The wall says whether the hall hears it. */
    silent: (silent: boolean): void => {
      const before = view().standing.silent
      silentUntil = silent ? clock.now() + BELIEVED_MS : 0
      if (before !== silent) changed()
      // Its last word is over after a while, and then nobody is told by it.
      if (silent) void clock.sleep(BELIEVED_MS, closing.signal).then(() => closing.signal.aborted || changed())
    },
    pairing: member.pairing,
    newCode: member.newCode,
    pair: member.pair,
    lead: member.lead,
    start: member.start,
    close: async (): Promise<void> => {
      closing.abort()
      await member.close()
    },
  }
}

const isUnsure = (result: Result<unknown>): boolean => !result.ok && result.faults[0]?.code === 'queue.host.unsure'
