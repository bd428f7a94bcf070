import { networkInterfaces } from 'node:os'
import type { z } from 'zod'
import type { Input, Output } from '#contract/calls.ts'
import type { Tell } from '#contract/events.ts'
import type { Figures, Hall, Pairing, QueueView, Standing } from '#contract/queue.ts'
import { Hall as HallShape, Figures as FiguresShape } from '#contract/queue.ts'
import type { OfficeSettings } from '#contract/settings.ts'
import { type Randomness, uuidv7 } from '#domain/kernel/id.ts'
import { type Fault, type Result, failureFault, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { Instant, dayOf } from '#domain/kernel/time.ts'
import { type Service, machineLetter } from '#domain/queue/service.ts'
import { type By, Ticket, type TicketHanded, TicketId } from '#domain/queue/ticket.ts'
import { newCode, readCode } from '#lan/code.ts'
import { type Listener, openListener } from '#lan/listener.ts'
import type { Greeting, LineCall, Machine } from '#lan/wire.ts'
import type { Clock } from '#machine/clock.ts'
import type { Store } from '#storage/store.ts'
import { newJob } from '../press.ts'
import { keepSettings, keptSettings } from '../settings.ts'
import { openHost } from './host.ts'
import { keepHallCode, openKnown, readHallKey } from './known.ts'
import { openLineDesk } from './line-desk.ts'
import { type Link, openLink } from './link.ts'

/** Changes that come at once are shown at once: nobody sees more than this many milliseconds of one. */
const TOGETHER_MS = 20
/** Between two tries to reach another machine. */
const TRY_MS = 500
/** A host looks so often whether another leads by now, and tells those who do not know of it. */
const SEEK_MS = 2_000
/** How long an official waits for a host that went away in the middle of a call. */
const PATIENCE_MS = 2_500

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
  const known = openKnown(dataDir, counter.id)
  const closing = new AbortController()
  let role = settings.hall.role
  let secret = readHallKey(dataDir)
  let listener: Listener | null = null
  let link: Link | null = null
  let mirror: { readonly hall: Hall; readonly at: Instant } | null = null
  let since: Instant | null = null
  let fault: Fault | null = null
  let owed: readonly { readonly ticket: TicketId; readonly procedures: readonly string[] }[] = []
  let showing = false

  const leads = (): boolean => role !== 'guest'
  const joined = (): boolean => leads() || (link !== null && mirror !== null)
  const own = machineLetter(counter.number)
  const line = openLineDesk({
    store,
    settings,
    services,
    clock,
    randomness,
    letter: () => (leads() && line.led()?.letters !== 'machine' ? null : own),
    onChange: () => changed(),
  })
  const by = (official: string | null): By => ({ machine: counter.id, counter: counter.number, official })
  const request = (): string => uuidv7(clock.now(), randomness)
  const me = (): Machine => ({ id: counter.id, name: counter.name, number: counter.number, address: `:${settings.hall.port}` })

  const greet = (): Greeting => {
    const led = line.led()
    const passes = !leads() && led?.letters === 'services' ? { day: dayOf(clock.now()), last: line.hall().last } : null
    return {
      me: me(),
      leader: role === 'host' && led !== null ? { epoch: led.epoch, machine: me() } : known.now().leader,
      machines: [...known.now().machines],
      passes,
    }
  }

  const answer = (name: LineCall, input: unknown, asker: By, id: string): Result<unknown> => {
    const asked = { by: asker, request: id }
    const read = input as never
    switch (name) {
      case 'queue.take':
        return line.take(read, asked)
      case 'queue.next': {
        const { done, procedures }: Input<'queue.next'> = read
        return line.next(done, procedures, asked)
      }
      case 'queue.act': {
        const { ticket, act }: Input<'queue.act'> = read
        return line.act(ticket, act, asked)
      }
      case 'queue.takes': {
        const { services: taken, open }: Input<'queue.takes'> = read
        const machine = known.now().machines.find(({ id }) => id === asker.machine)
        return line.takes(
          { counter: asker.counter, name: machine?.name ?? asker.machine, machine: asker.machine, services: taken, open },
          asked,
        )
      }
      case 'queue.endDay':
        return line.endDay((read as Input<'queue.endDay'>).keep, asked)
      case 'queue.figures':
        return ok(line.figures((read as Input<'queue.figures'>).day))
      case 'queue.join':
        return line.join((read as { tickets: { ticket: Ticket; age: number }[] }).tickets, asker.machine, asked)
      case 'queue.yield':
        return yielded()
    }
  }

  const host = openHost({
    leads: () => role === 'host',
    greet,
    machines: () => known.now().machines,
    hall: () => line.hall(),
    answer,
    onGreeting: (greeting, said) => {
      learn(greeting, said)
      if (greeting.passes !== null) takeLetters(greeting.passes)
    },
  })

  /** The host gives its role away: what it answers is the line as it leaves it, and it decides nothing after that. */
  const yielded = (): Result<unknown> => {
    const last = { hall: line.hall(), letters: line.led()?.letters ?? 'services' }
    become('guest')
    return ok(last)
  }

  /** The services' letters come to whoever leads, when the machine that had them before says how far it got. */
  const takeLetters = ({ day, last }: NonNullable<Greeting['passes']>): void => {
    const led = line.led()
    if (role !== 'host' || led === null || led.letters === 'services') return
    line.lead({ ...led, letters: 'services', day: dayOf(clock.now()), last: day === dayOf(clock.now()) ? last : {} }, [], counter.id, {
      by: by(null),
      request: null,
    })
  }

  const learn = (greeting: Greeting, said: string): void => {
    known.learn(greeting, said)
    const { leader } = known.now()
    if (role === 'host' && leader !== null && leader.machine.id !== counter.id && leader.epoch >= (line.led()?.epoch ?? 0)) become('guest')
  }

  const become = (next: typeof role): void => {
    if (role === next) return
    role = next
    const kept = keptSettings(dataDir)
    if (kept.ok) keepSettings(dataDir, { ...kept.value, hall: { ...kept.value.hall, role } })
    if (role === 'guest') host.dismiss()
    if (role === 'guest') since = clock.now()
    changed()
  }

  const changed = (): void => {
    follow()
    if (showing) return
    showing = true
    void clock.sleep(TOGETHER_MS).then(() => {
      showing = false
      if (closing.signal.aborted) return
      if (role === 'host') host.show()
      tell('queue', view())
    })
  }

  const standing = (): Standing => ({
    role,
    machine: counter.id,
    counter: counter.number,
    joined: joined(),
    since: joined() ? null : since,
    handing: line.mine().filter(({ state }) => state === 'handing').length,
    fault: fault?.code ?? null,
  })

  const view = (): QueueView => ({
    standing: standing(),
    hall: leads() || !joined() || mirror === null ? line.hall() : shownNow(mirror, clock.now()),
  })

  // — a guest's side —

  /** Where the host may be: who led last, where we were told to ask, anybody we know. */
  const places = (): readonly string[] => {
    const { leader, machines } = known.now()
    const all = [leader?.machine.address, settings.hall.meet, ...machines.map(({ address }) => address)]
    return [...new Set(all.filter(address => address !== undefined && address !== null && !address.startsWith(':')))].filter(
      address => address !== null && address !== undefined,
    )
  }

  /** Calls one place; ends when the line is gone. */
  const call = (address: string, key: Buffer, stays: boolean): Promise<void> =>
    new Promise(resolve => {
      const opened = openLink({
        address: dialled(address),
        key,
        clock,
        greet,
        onGreeting: greeting => {
          learn(greeting, address)
          const isHost = greeting.leader?.machine.id === greeting.me.id && greeting.leader.epoch >= (known.now().leader?.epoch ?? 0)
          if (isHost && stays) link = opened
          return isHost && stays
        },
        onHall: hall => {
          if (link !== opened) return
          const first = mirror === null
          mirror = { hall, at: clock.now() }
          known.mirror(hall)
          if (first) void arrive(opened, hall)
          changed()
        },
        onGone: why => {
          if (stays) fault = why
          if (link === opened) {
            link = null
            mirror = null
            since = clock.now()
            changed()
          }
          resolve()
        },
      })
      closing.signal.addEventListener('abort', () => opened.drop(), { once: true })
      if (!stays) void clock.sleep(PATIENCE_MS, closing.signal).then(() => opened.drop())
    })

  /** The host is back: what was done alone is told to it, before anything else is asked of it. */
  const arrive = async (to: Link, hall: Hall): Promise<void> => {
    fault = null
    const { id } = hall.host
    const asked = { by: by(null), request: null }
    const open = line.mine()
    if (open.length > 0) {
      line.hand(
        'hand',
        open.filter(({ state }) => state !== 'handing').map(({ ticket }) => ticket),
        id,
        asked,
      )
      const tickets = open.map(ticket => ({ ticket, age: Math.max(0, clock.now() - ticket.taken) }))
      const taken = await to.ask('queue.join', { tickets }, by(null), request())
      const ids = taken.ok ? TicketId.array().safeParse(taken.value) : null
      if (ids?.success === true) line.hand('handed', ids.data, id, asked)
    }
    const settle = owed
    owed = []
    for (const { ticket, procedures } of settle) {
      await to.ask('queue.act', { ticket, act: { kind: 'finish', procedures } }, by(null), request())
    }
    const seat = line.counter(counter.number)
    if (seat?.open === true && hall.counters.every(({ number, open: sits }) => number !== counter.number || !sits)) {
      await to.ask('queue.takes', { services: seat.services, open: true }, by(null), request())
    }
  }

  const guestLoop = async (key: Buffer): Promise<void> => {
    for (let turn = 0; !closing.signal.aborted && role === 'guest'; turn += 1) {
      const all = places()
      const address = all[turn % Math.max(1, all.length)]
      if (address !== undefined) await call(address, key, true)
      await clock.sleep(TRY_MS, closing.signal)
      known.save()
    }
  }

  const hostLoop = async (key: Buffer): Promise<void> => {
    for (let turn = 0; !closing.signal.aborted && role === 'host'; turn += 1) {
      const away = known.now().machines.filter(({ id }) => !host.joined(id))
      const machine = away[turn % Math.max(1, away.length)]
      if (machine !== undefined) await call(machine.address, key, false)
      await clock.sleep(SEEK_MS, closing.signal)
      known.save()
    }
  }

  const run = async (): Promise<void> => {
    while (!closing.signal.aborted && role !== 'alone' && secret !== null) {
      if (role === 'host') await hostLoop(secret.key)
      else await guestLoop(secret.key)
    }
  }
  let running: Promise<void> = Promise.resolve()

  const start = async (): Promise<void> => {
    if (role === 'alone' || secret === null || listener !== null) return
    const opened = await openListener({ port: settings.hall.port, key: secret.key, onCaller: host.onCaller })
    if (opened.ok) listener = opened.value
    else fault = opened.faults[0] ?? null
    if (role === 'host' && line.led() === null) beginLeading()
    if (role === 'guest') since = clock.now()
    running = run()
    changed()
  }

  const beginLeading = (): void => {
    const epoch = (known.now().leader?.epoch ?? 0) + 1
    line.lead({ epoch, letters: 'services', day: dayOf(clock.now()), last: {} }, [], counter.id, { by: by(null), request: null })
    known.led({ epoch, machine: me() })
  }

  // — what officials do —

  /** Asks the host; a host that went away in the middle is waited for a moment and asked the same again. `null`: it is away. */
  const askHost = async (name: LineCall, input: unknown, official: string | null): Promise<Result<unknown> | null> => {
    if (leads()) return null
    const id = request()
    for (let patience = PATIENCE_MS; patience > 0 && !closing.signal.aborted; patience -= 100) {
      if (link !== null && mirror !== null) {
        const result = await link.ask(name, input, by(official), id)
        if (result.ok || result.faults[0]?.code !== 'queue.host.unsure') return result
      } else if (patience === PATIENCE_MS) return null
      await clock.sleep(100, closing.signal)
    }
    return null
  }

  const local = (official: string | null) => ({ by: by(official), request: null })

  const openSeat = async (official: string | null, taken: readonly string[], open: boolean): Promise<Result<Record<string, never>>> => {
    const here = line.takes(
      { counter: counter.number, name: counter.name, machine: counter.id, services: [...taken], open },
      local(official),
    )
    if (!here.ok || leads()) return here
    const there = await askHost('queue.takes', { services: taken, open }, official)
    return there === null || there.ok ? ok({}) : there
  }

  const seatOpen = (): boolean => {
    if (line.counter(counter.number)?.open !== true) return false
    return leads() || mirror === null || mirror.hall.counters.some(({ number, open }) => number === counter.number && open)
  }

  /** Prints what was given out: at this machine, whoever leads. */
  const hand = (ticket: Ticket, official: string | null): Result<TicketHanded> => {
    const paper: TicketHanded = {
      ticket: ticket.ticket,
      number: ticket.number,
      services: ticket.services.map(id => services().find(service => service.id === id)?.name ?? id),
      priority: ticket.priority,
      appointment: ticket.appointment,
      at: clock.now(),
      ahead: ticket.ahead,
      wait: ticket.wait,
      office: settings.office.name,
      alone: !joined(),
    }
    const done = store.commit(official ?? counter.id, () =>
      ok({
        said: [{ kind: 'ticket.printed', version: 1, subject: ticket.ticket, body: paper }],
        jobs: [newJob({ subject: ticket.ticket, code: ticket.number, form: 'ticket', copy: 1 }, clock.now(), randomness)],
        answer: paper,
      }),
    )
    follow()
    return done
  }

  return {
    view,
    take: async (wish: Input<'queue.take'>, official: string | null): Promise<Result<TicketHanded>> => {
      const there = await askHost('queue.take', wish, official)
      if (there !== null && !there.ok) return there
      const taken = there === null ? line.take(wish, local(official)) : ok(Ticket.parse(there.value))
      return taken.ok ? hand(taken.value, official) : taken
    },
    next: async ({ done, procedures }: Input<'queue.next'>, official: string | null): Promise<Result<TicketId | null>> => {
      if (!seatOpen()) {
        const opened = await openSeat(
          official,
          line.counter(counter.number)?.services ?? settings.hall.takes ?? services().map(({ id }) => id),
          true,
        )
        if (!opened.ok) return opened
      }
      const there = await askHost('queue.next', { done, procedures }, official)
      if (there !== null) return there.ok ? ok(TicketId.nullable().parse(there.value)) : there
      // Served on a number of the host's, which is away: that it ended is told when it is back.
      if (done !== null && !leads() && line.mine().every(({ ticket }) => ticket !== done)) owed = [...owed, { ticket: done, procedures }]
      return line.next(done, procedures, local(official))
    },
    act: async ({ ticket, act }: Input<'queue.act'>, official: string | null): Promise<Result<Record<string, never>>> => {
      const there = await askHost('queue.act', { ticket, act }, official)
      if (there !== null) return there.ok ? ok({}) : there
      if (!leads() && line.mine().every(one => one.ticket !== ticket)) {
        if (act.kind !== 'finish') return refuse(failureFault('queue.host.away'))
        owed = [...owed, { ticket, procedures: act.procedures }]
        return ok({})
      }
      return line.act(ticket, act, local(official))
    },
    takes: ({ services: taken, open }: Input<'queue.takes'>, official: string | null) => openSeat(official, taken, open),
    endDay: async (input: Input<'queue.endDay'>, official: string | null): Promise<Result<Output<'queue.endDay'>>> => {
      const there = await askHost('queue.endDay', input, official)
      if (there !== null) return there.ok ? ok(there.value as Output<'queue.endDay'>) : there
      return line.endDay(input.keep, local(official))
    },
    figures: async (input: Input<'queue.figures'>, official: string | null): Promise<Result<z.output<typeof Figures>>> => {
      const there = await askHost('queue.figures', input, official)
      if (there !== null) return there.ok ? ok(FiguresShape.parse(there.value)) : there
      return ok(line.figures(input.day))
    },
    pairing: (): z.output<typeof Pairing> => ({
      code: secret?.code ?? null,
      addresses: ownAddresses(settings.hall.port),
      machines: known.now().machines.map(({ id, name, address }) => ({
        id,
        name,
        address,
        joined: host.joined(id) || (joined() && known.now().leader?.machine.id === id),
      })),
    }),
    /** Makes a code; machines that have another are strangers from now on. */
    newCode: async (): Promise<void> => {
      keepHallCode(dataDir, newCode(randomness))
      await restart()
    },
    pair: async ({ code, meet }: Input<'hall.pair'>): Promise<Result<Record<string, never>>> => {
      const typed = readCode(code)
      if (typed === null) return refuse(inputFault('hall.code.wrong', 'code'))
      keepHallCode(dataDir, typed)
      await restart()
      if (secret === null) return refuse(inputFault('hall.code.wrong', 'code'))
      const before = known.now().machines.length
      await call(meet, secret.key, false)
      if (known.now().machines.length === before && known.now().machines.every(({ address }) => address !== meet)) {
        return refuse({ ...(fault ?? failureFault('hall.meet')), field: 'meet' })
      }
      const kept = keptSettings(dataDir)
      if (kept.ok) keepSettings(dataDir, { ...kept.value, hall: { ...kept.value.hall, role: 'guest', meet } })
      known.save()
      become('guest')
      await restart()
      return ok({})
    },
    /** Leads the queue from now on, with the people who were in it when it was seen last. */
    lead: async (official: string | null): Promise<Result<Record<string, never>>> => {
      if (role === 'host') return ok({})
      if (secret === null) await makeCode()
      const there = link === null ? null : await link.ask('queue.yield', {}, by(official), request())
      const left = there?.ok === true ? (there.value as { hall: unknown; letters: 'services' | 'machine' }) : null
      const seen = left === null ? known.now().mirror : HallShape.parse(left.hall)
      const epoch = Math.max(known.now().leader?.epoch ?? 0, line.led()?.epoch ?? 0, seen?.host.epoch ?? 0) + 1
      const letters = left?.letters ?? (role === 'alone' || seen === null ? 'services' : 'machine')
      const done = line.lead(
        { epoch, letters, day: dayOf(clock.now()), last: seen === null || dayOf(seen.now) !== dayOf(clock.now()) ? {} : seen.last },
        seen?.tickets ?? [],
        seen?.host.id ?? counter.id,
        local(official),
      )
      if (!done.ok) return done
      known.led({ epoch, machine: me() })
      known.save()
      link?.drop()
      become('host')
      await restart()
      return ok({})
    },
    start,
    close: async (): Promise<void> => {
      closing.abort()
      link?.drop()
      await Promise.all([listener?.close(), running])
      known.save()
    },
  }

  async function makeCode(): Promise<void> {
    keepHallCode(dataDir, newCode(randomness))
    secret = readHallKey(dataDir)
  }

  async function restart(): Promise<void> {
    secret = readHallKey(dataDir)
    link?.drop()
    await listener?.close()
    listener = null
    if (role !== 'alone') await start()
  }
}
export type HallDesk = ReturnType<typeof openHall>

/** The line as it was seen, with the host's time of now. */
const shownNow = ({ hall, at }: { readonly hall: Hall; readonly at: Instant }, now: Instant): Hall => ({
  ...hall,
  now: Instant.parse(hall.now + Math.max(0, now - at)),
})

/** Where other machines of the local network reach this one. */
const ownAddresses = (port: number): string[] =>
  Object.values(networkInterfaces()).flatMap(all =>
    (all ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => `${address}:${port}`),
  )
