import type { Hall } from '#contract/queue.ts'
import type { CounterId } from '#domain/kernel/id.ts'
import { dayOf } from '#domain/kernel/time.ts'
import type { Line } from '#domain/queue/line.ts'
import type { Service } from '#domain/queue/service.ts'
import type { Ticket } from '#domain/queue/ticket.ts'
import { waitFor } from '#domain/queue/wait.ts'
import type { Store } from '#storage/store.ts'

type HallParts = Line & {
  readonly read: Store['read']['tickets']
  readonly host: { readonly id: CounterId; readonly name: string }
  readonly version: number
  readonly last: Readonly<Record<string, number>>
}

/** The line as every machine of the office shows it. A ticket on its way to another machine is not shown here. */
export function hallView({ read, host, version, last, ...line }: HallParts): Hall {
  const { now, open, services } = line
  const day = dayOf(now)
  const here = open.filter(({ state }) => state !== 'handing')
  const counters = read.counters()
  const names = new Map(counters.map(({ number, name }) => [number, name]))
  return {
    host: { id: host.id, name: host.name, epoch: read.led()?.epoch ?? 0 },
    version,
    now,
    services: services.map(service => serviceView(service, line)),
    tickets: here,
    counters: counters.map(({ number, name, services: taken, open: sits, run }) => ({
      number,
      name,
      services: taken,
      open: sits,
      run,
      holds: here.filter(ticket => ticket.state === 'called' && ticket.counter === number).map(ticket => ticket.number),
    })),
    calls: read.lastCalled(day).flatMap(ticket => callView(ticket, names)),
    last,
    left: here.filter(ticket => ticket.day < day && ticket.kept !== true).length,
  }
}

function serviceView({ id, letter, name, nameEn }: Service, { now, open, counters, pace }: Line): Hall['services'][number] {
  const waiting = open.filter(({ state, services }) => state === 'waiting' && services[0] === id)
  return {
    id,
    letter,
    name,
    nameEn,
    waiting: waiting.length,
    since: waiting.map(({ taken }) => taken).toSorted((a, b) => a - b)[0] ?? null,
    wait: waitFor({ now, open, counters, pace }, { services: [id], priority: null, appointment: null }),
    counters: counters.filter(({ services }) => services.includes(id)).map(({ number }) => number),
  }
}

function callView({ ticket, number, calls, called, counter }: Ticket, names: ReadonlyMap<number, string>): Hall['calls'] {
  if (called === null || counter === null) return []
  return [{ id: `${ticket}:${calls}`, number, counter, counterName: names.get(counter) ?? String(counter), times: calls, at: called }]
}
