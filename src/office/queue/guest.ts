import type { Hall } from '#contract/queue.ts'
import { type Fault, type Result, ok, refuse } from '#domain/kernel/result.ts'
import { Instant } from '#domain/kernel/time.ts'
import type { By, TicketId } from '#domain/queue/ticket.ts'
import type { Greeting, LineCall, LineInput, LineOutput } from '#lan/wire.ts'
import type { Clock } from '#machine/clock.ts'
import type { KnownHall } from './known.ts'
import type { LineDesk } from './line-desk.ts'
import { type Link, openLink } from './link.ts'

/** How long an official waits for a host that went away in the middle of a call. */
const PATIENCE_MS = 2_500
const AGAIN_MS = 100

export type GuestParts = {
  readonly known: KnownHall
  readonly line: LineDesk
  readonly clock: Clock
  readonly counter: number
  readonly by: (official: string | null) => By
  readonly request: () => string
  readonly greet: () => Greeting
  readonly learn: (greeting: Greeting, said: string) => void
  readonly dialled: (address: string) => string
  readonly closing: AbortSignal
  readonly onChange: () => void
}

/** The host's line as it was seen last, and when, by this machine's clock. */
type Mirror = { readonly hall: Hall; readonly at: Instant }

/** The line to another machine: to the host, whose line of people is seen and asked through it, or to whoever may know of one. */
export function openGuest({ known, line, clock, counter, by, request, greet, learn, dialled, closing, onChange }: GuestParts) {
  let link: Link | null = null
  let mirror: Mirror | null = null
  let since: Instant | null = null
  let fault: Fault | null = null
  let arriving = false
  /** Whether the host has heard whom this machine served without it. */
  let told = false
  /** The line to a host that has heard what was seen here last. */
  let hears: Link | null = null

  /** Calls one place; ends when the line is gone. `stays`: a host is held, anybody else let go. Refused where nobody of this key greeted. */
  const call = (address: string, key: Buffer, stays: boolean): Promise<Result<null>> =>
    new Promise(resolve => {
      let greeted = false
      const opened = openLink({
        address: dialled(address),
        key,
        clock,
        greet,
        onGreeting: greeting => {
          greeted = true
          learn(greeting, address)
          const { leader, me } = greeting
          const isHost = leader?.machine.id === me.id && leader.epoch >= (known.now().leader?.epoch ?? 0)
          if (isHost && stays) link = opened
          return isHost && stays
        },
        onHall: hall => {
          if (link !== opened) return
          const first = mirror === null
          mirror = { hall, at: clock.now() }
          if (hears === opened) known.mirror(hall, mirror.at)
          // Also what was given out here while the host only seemed to be away.
          if (first) told = false
          if (first || (!arriving && (hears !== opened || !told || line.mine().length > 0))) void arrive(opened, hall)
          onChange()
        },
        onGone: why => {
          if (stays) fault = why
          if (link === opened) {
            link = null
            mirror = null
            since = clock.now()
            onChange()
          }
          resolve(greeted ? ok(null) : refuse(why))
        },
      })
      closing.addEventListener('abort', opened.drop, { once: true })
      if (!stays) void clock.sleep(PATIENCE_MS, closing).then(opened.drop)
    })

  /** The host is back: what was done alone is told to it, before anything else is asked of it. */
  const arrive = async (to: Link, hall: Hall): Promise<void> => {
    fault = null
    arriving = true
    // The host before may have shown us more than it showed the one that took its place.
    if (hears !== to) await tellSeen(to)
    await joinWith(to, hall)
    arriving = false
    const seat = line.counter(counter)
    if (seat?.open === true && !isSeated(hall, counter)) {
      await to.ask('queue.takes', { services: seat.services, open: true, name: seat.name }, by(null), request())
    }
  }

  /** What the host before showed is kept until this one has heard of it, however often the line to it goes away. */
  const tellSeen = async (to: Link): Promise<void> => {
    const { mirror: before } = known.now()
    const ago = before === null ? 0 : Math.max(0, clock.now() - before.at)
    const heard = await to.ask('queue.seen', { hall: before?.hall ?? null, ago }, by(null), request())
    if (!heard.ok || link !== to) return
    hears = to
    if (mirror !== null) known.mirror(mirror.hall, mirror.at)
  }

  /**
   * Tickets leave this journal before they are sent, so that they are never called at two places. Whom this machine served and
   * the host still has in its line is told along with them: it served him while the host was away, or led itself until it died.
   */
  const joinWith = async (to: Link, { host, tickets: shown }: Hall): Promise<void> => {
    const open = line.mine()
    const served = told ? [] : line.servedOf(shown)
    told ||= served.length === 0
    if (open.length === 0 && served.length === 0) return
    const asked = { by: by(null), request: null }
    const still = open.filter(({ state }) => state !== 'handing')
    if (still.length > 0)
      line.hand(
        'hand',
        still.map(({ ticket }) => ticket),
        host.id,
        asked,
      )
    const tickets = [...open, ...served].map(ticket => ({ ticket, age: Math.max(0, clock.now() - ticket.taken) }))
    const taken = await to.ask('queue.join', { tickets }, by(null), request())
    if (!taken.ok) return
    told = true
    const left = new Set(open.map(({ ticket }) => ticket))
    line.hand(
      'handed',
      taken.value.filter(ticket => left.has(ticket)),
      host.id,
      asked,
    )
  }

  return {
    call,
    joined: (): boolean => link !== null && mirror !== null,
    since: (): Instant | null => since,
    fault: (): Fault | null => fault,
    alone: (): void => {
      since = clock.now()
    },
    /** The line as the host shows it, with its time of now; `null` while it is away. */
    hall: (): Hall | null => {
      if (mirror === null) return null
      const { hall, at } = mirror
      return { ...hall, now: Instant.parse(hall.now + Math.max(0, clock.now() - at)) }
    },
    seated: (): boolean => mirror !== null && isSeated(mirror.hall, counter),
    /**
     * Writes that a number of the host's was served while it was away: it is told when it is back. Refused: one that was not
     * called here; `null`: one that the host never showed.
     */
    served: (ticket: TicketId, procedures: readonly string[], official: string | null): Result<Record<string, never>> | null => {
      const { mirror: last } = known.now()
      const seen = last?.hall.tickets.find(one => one.ticket === ticket)
      if (last === null || seen === undefined) return null
      const age = Math.max(0, last.hall.now - seen.taken) + Math.max(0, clock.now() - last.at)
      return line.servedAway({ ticket: seen, age }, procedures, last.hall.host.id, { by: by(official), request: null })
    },
    /** Asks the host; one that went away in the middle is waited for a moment and asked the same again. `null`: it is away. */
    ask: async <Name extends LineCall>(
      name: Name,
      input: LineInput<Name>,
      official: string | null,
    ): Promise<Result<LineOutput<Name>> | null> => {
      if (link === null || mirror === null) return null
      const { id: host } = mirror.hall.host
      const isSame = (): boolean => mirror === null || mirror.hall.host.id === host
      const id = request()
      let last: Result<LineOutput<Name>> | null = null
      const patience = new AbortController()
      void clock.sleep(PATIENCE_MS, closing).then(() => patience.abort())
      // Another host does not know what the first one did of it: it is not asked the same again.
      while (!patience.signal.aborted && isSame()) {
        last = mirror === null ? null : ((await link?.ask(name, input, by(official), id)) ?? null)
        if (last !== null && (last.ok || last.faults[0]?.code !== 'queue.host.unsure')) return last
        await clock.sleep(AGAIN_MS, closing)
      }
      // A host that is there and does not say yet is not gone: nobody goes on alone beside it.
      return mirror?.hall.host.id === host ? last : null
    },
    /** Asks the host to give its role away; `null` where there is none to ask. */
    takeOver: (official: string | null) => link?.ask('queue.yield', {}, by(official), request()) ?? Promise.resolve(null),
    drop: (): void => link?.drop(),
  }
}
export type Guest = ReturnType<typeof openGuest>

const isSeated = (hall: Hall, counter: number): boolean => hall.counters.some(({ number, open }) => number === counter && open)
