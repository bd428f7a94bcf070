import { networkInterfaces } from 'node:os'
import type { z } from 'zod'
import type { Input } from '#contract/calls.ts'
import type { HallSettings, Pairing, Standing } from '#contract/queue.ts'
import type { OfficeSettings } from '#contract/settings.ts'
import type { Randomness } from '#domain/kernel/id.ts'
import { type Fault, type Result, failureFault, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { dayOf } from '#domain/kernel/time.ts'
import type { Act } from '#domain/queue/line.ts'
import type { By } from '#domain/queue/ticket.ts'
import { keyOf, newCode, readCode } from '#lan/code.ts'
import { type Listener, openListener } from '#lan/listener.ts'
import type { Greeting, LineHandlers, Machine } from '#lan/wire.ts'
import type { Clock } from '#machine/clock.ts'
import { keepSettings, keptSettings } from '../settings.ts'
import { openGuest } from './guest.ts'
import { openHost } from './host.ts'
import { keepHallCode, openKnown, readHallKey } from './known.ts'
import type { LineDesk } from './line-desk.ts'
import { openSearch } from './search.ts'
import { openSuccession } from './succession.ts'

export type MembershipParts = {
  readonly settings: OfficeSettings
  readonly dataDir: string
  readonly line: LineDesk
  readonly clock: Clock
  readonly randomness: Randomness
  readonly by: (official: string | null) => By
  readonly request: () => string
  readonly dialled: (address: string) => string
  readonly onChange: () => void
}

/**
 * How a machine belongs to its office: alone, as the host that leads the queue, or as a guest of the host. Machines tell
 * each other who leads whenever they meet; of two who do, the one that was named later is right, and the other follows it.
 */
export function openMembership({ settings, dataDir, line, clock, randomness, by, request, dialled, onChange }: MembershipParts) {
  const { counter, hall } = settings
  const known = openKnown(dataDir, counter.id)
  const closing = new AbortController()
  const my = { role: hall.role, secret: readHallKey(dataDir) }
  let listener: Listener | null = null
  let portFault: Fault | null = null
  let running: Promise<void> | null = null
  let opening: Promise<void> = Promise.resolve()

  const me: Machine = { id: counter.id, name: counter.name, number: counter.number, address: `:${hall.port}` }
  const today = () => dayOf(clock.now())
  const nobody = { by: by(null), request: null }

  const greet = (): Greeting => {
    const led = line.led()
    return {
      me,
      leader: my.role === 'host' && led !== null ? { epoch: led.epoch, machine: me } : known.now().leader,
      machines: [...known.now().machines],
      passes: my.role === 'guest' && led?.letters === 'services' ? { day: today(), last: line.last() } : null,
    }
  }

  const learn = (greeting: Greeting, said: string): void => {
    known.learn(greeting, said)
    const { leader } = known.now()
    const led = line.led()
    if (my.role === 'host' && leader !== null && leader.machine.id !== counter.id && leader.epoch >= (led?.epoch ?? 0)) become('guest')
    // The services' letters come to whoever leads, when the machine that had them before says how far it got.
    if (my.role === 'host' && led?.letters === 'machine' && greeting.passes !== null) {
      const { day, last } = greeting.passes
      line.lead({ ...led, letters: 'services', day: today(), last: day === today() ? last : {} }, null, 0, nobody)
    }
  }

  const become = (role: HallSettings['role'], meet = hall.meet): void => {
    const kept = keptSettings(dataDir)
    if (kept.ok) keepSettings(dataDir, { ...kept.value, hall: { ...kept.value.hall, role, meet } })
    if (my.role === role) return
    my.role = role
    if (role === 'guest') {
      host.dismiss()
      guest.alone()
    }
    onChange()
  }

  /** The host gives its role away: what it answers is the line as it leaves it, and it decides nothing after that. */
  const yieldLine: LineHandlers['queue.yield'] = () => {
    const left = { hall: line.hall(), letters: line.led()?.letters ?? 'services' }
    become('guest')
    return ok(left)
  }

  /**
   * While a host settles, what it knows of a ticket may be old. A counter that has said what it saw knows better who sits
   * before it, and may end that.
   */
  const mayAct = ({ kind }: Act, { counter: number }: Pick<By, 'counter'>): boolean =>
    !succession.settling() || (kind === 'finish' && number !== counter.number && !succession.awaits(number))

  const host = openHost({
    leads: () => my.role === 'host',
    greet,
    onGreeting: learn,
    machines: () => known.now().machines,
    hall: () => line.hall(),
    handlers: {
      ...line.handlers,
      'queue.next': (input, asker, id) =>
        succession.settling() ? refuse(failureFault('queue.host.unsure')) : line.handlers['queue.next'](input, asker, id),
      'queue.act': (input, asker, id) =>
        mayAct(input.act, asker) ? line.handlers['queue.act'](input, asker, id) : refuse(failureFault('queue.host.unsure')),
      'queue.seen': (input, asker, id) => {
        const done = line.handlers['queue.seen'](input, asker, id)
        if (done.ok) succession.heard(asker.counter)
        return done
      },
      'queue.yield': yieldLine,
    },
  })
  const guest = openGuest({
    known,
    line,
    clock,
    counter: counter.number,
    by,
    request,
    greet,
    learn,
    dialled,
    closing: closing.signal,
    onChange,
  })

  const search = openSearch({ known, guest, meet: hall.meet, isJoined: host.joined, clock, closing: closing.signal })

  const run = async (): Promise<void> => {
    for (let turn = 0; !closing.signal.aborted; turn += 1) {
      const { role, secret } = my
      if (role === 'alone' || secret === null) return
      await (role === 'host' ? search.forStrays(secret.key) : search.forHost(secret.key, turn))
      known.save()
    }
  }

  /** One at a time, and none that ends after this machine has closed: the port would stay taken. */
  const listen = (): Promise<void> => (opening = opening.then(listenAnew))

  const listenAnew = async (): Promise<void> => {
    await listener?.close()
    listener = null
    portFault = null
    if (my.role === 'alone' || my.secret === null || closing.signal.aborted) return
    const opened = await openListener({ port: hall.port, key: my.secret.key, onCaller: host.onCaller })
    if (opened.ok) listener = opened.value
    else portFault = opened.faults[0] ?? null
    running ??= run().finally(() => {
      running = null
    })
    onChange()
  }

  const takeCode = async (code: string): Promise<void> => {
    keepHallCode(dataDir, code)
    my.secret = readHallKey(dataDir)
    guest.drop()
    await listen()
  }

  const succession = openSuccession({
    me,
    known,
    line,
    clock,
    by,
    takeOver: guest.takeOver,
    closing: closing.signal,
    onChange,
  })

  const lead = async (official: string | null): Promise<Result<Record<string, never>>> => {
    const done = await succession.lead(official)
    if (!done.ok) return done
    guest.drop()
    become('host')
    return done
  }

  return {
    role: () => my.role,
    leads: (): boolean => my.role !== 'guest',
    guest,
    settling: succession.settling,
    show: (): void => host.show(),
    standing: (): Omit<Standing, 'handing' | 'silent'> => {
      const joined = my.role !== 'guest' || guest.joined()
      const fault = portFault ?? (joined ? null : guest.fault())
      return {
        role: my.role,
        machine: counter.id,
        counter: counter.number,
        joined,
        since: joined ? null : guest.since(),
        fault: fault?.code ?? null,
        unheard: [...succession.unheard()],
      }
    },
    pairing: (): z.output<typeof Pairing> => ({
      code: my.secret?.code ?? null,
      addresses: ownAddresses(hall.port),
      machines: known.now().machines.map(({ id, name, address }) => ({
        id,
        name,
        address,
        joined: host.joined(id) || (guest.joined() && known.now().leader?.machine.id === id),
      })),
    }),
    /** Another code: machines that have the old one are strangers from now on. */
    newCode: (): Promise<void> => takeCode(newCode(randomness)),
    /** Joins the office of the machine at `meet`. Refused: a code that is none, nobody there, somebody of another office. */
    pair: async ({ code, meet }: Input<'hall.pair'>): Promise<Result<Record<string, never>>> => {
      const typed = readCode(code)
      if (typed === null) return refuse(inputFault('hall.code.wrong', 'code'))
      // The code that works here stays until somebody answered under the other one.
      const met = await guest.call(meet, keyOf(typed), false)
      if (!met.ok) return refuse(...met.faults.map(fault => ({ ...fault, field: 'meet' })))
      await takeCode(typed)
      known.save()
      become('guest', meet)
      await listen()
      return ok({})
    },
    /** Leads the queue from now on, with the people who were in it when it was seen last. */
    lead: async (official: string | null): Promise<Result<Record<string, never>>> => {
      if (my.role === 'host') return ok({})
      const done = await lead(official)
      if (!done.ok) return done
      if (my.secret === null) await takeCode(newCode(randomness))
      else await listen()
      return ok({})
    },
    start: async (): Promise<void> => {
      if (my.role === 'guest') guest.alone()
      if (my.role === 'host' && line.led() === null) await lead(null)
      else if (my.role === 'host') succession.beginAgain()
      await listen()
    },
    close: async (): Promise<void> => {
      closing.abort()
      guest.drop()
      await opening
      await Promise.all([listener?.close(), running])
      known.save()
    },
  }
}

/** Where other machines of the local network reach this one. */
const ownAddresses = (port: number): string[] =>
  Object.values(networkInterfaces()).flatMap((all = []) =>
    all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => `${address}:${port}`),
  )
