import type { z } from 'zod'
import { setTimeout as wait } from 'node:timers/promises'
import type { Act, QueueView } from '#contract/queue.ts'
import { Instant } from '#domain/kernel/time.ts'
import type { TicketId } from '#domain/queue/ticket.ts'
import { openClock } from '#machine/clock.ts'
import { hallMachine } from '../kit/hall.ts'
import { chanceOf } from './chance.ts'
import { Life, Order, type Report } from './queue-orders.ts'

/**
 * One machine of the queue campaign, a process of its own: it gives out tickets, calls, and does with who came whatever an
 * official may do, by chance; it looks at the line as its screen would. It is cut off, killed and started again by its parent.
 */
const { number, seats, seed, pauseMs, ahead, mapped, ...machine } = Life.parse(JSON.parse(process.argv[2] ?? ''))
const clock = openClock()
const office = await hallMachine({
  ...machine,
  number,
  clock: { now: () => Instant.parse(clock.now() + ahead), sleep: clock.sleep },
  dialled: address => `127.0.0.1:${mapped[address.slice(address.lastIndexOf(':') + 1)] ?? 1}`,
})
const chance = chanceOf(seed)
const SERVICES = ['ho-tich', 'chung-thuc', 'cu-tru', 'kinh-doanh'] as const
let left = 0
let draining = false
const my = { working: false }

const say = (report: Report): void => void (process.connected && process.send?.(report))
const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(chance() * all.length)]

/** What it was answered: a refusal is an answer too. */
async function tried<T>(
  what: () => Promise<{ ok: true; value: T } | { ok: false; faults: readonly { code: string }[] }>,
): Promise<T | null> {
  const result = await what()
  if (result.ok) return result.value
  say({ kind: 'refused', code: result.faults[0]?.code ?? '' })
  return null
}

async function take(): Promise<void> {
  left -= 1
  const services = [pick(SERVICES) ?? 'ho-tich', ...(chance() < 0.12 ? [pick(SERVICES) ?? 'cu-tru'] : [])]
  const priority = chance() < 0.18 ? 'elder' : null
  const appointment = priority === null && chance() < 0.05 ? Instant.parse(clock.now() + ahead + (chance() < 0.5 ? 0 : 40 * 60_000)) : null
  const paper = await tried(() => office.ask('queue.take', { services, priority, appointment }))
  if (paper === null) left += 1
  else say({ kind: 'taken', ticket: paper.ticket, number: paper.number })
}

async function next(done: TicketId | null): Promise<void> {
  const start = performance.now()
  const ticket = await tried(() => office.ask('queue.next', { done, procedures: done === null ? [] : ['2.000635'] }))
  const { standing } = await office.get('queue.view', {})
  if (ticket !== null && standing.joined) say({ kind: 'called', ms: performance.now() - start, role: standing.role })
}

/** One thing that an official does. */
async function step(): Promise<void> {
  if (left > 0 && (!seats || chance() < 0.35)) return take()
  if (!seats) return
  const view = await office.get('queue.view', {})
  const mine = (state: string) => view.hall.tickets.filter(ticket => ticket.counter === number && ticket.state === state)
  const [held] = mine('called')
  const [parked] = mine('parked')
  if (held === undefined && parked !== undefined && (draining || chance() < 0.3)) return act(parked.ticket, { kind: 'call' })
  if (held === undefined) return next(null)
  const dice = draining ? 0 : chance()
  if (dice < 0.62) return next(held.ticket)
  const wanted = deed(dice, view)
  return act(held.ticket, wanted)
}

function deed(dice: number, view: QueueView): z.output<typeof Act> {
  if (dice < 0.67) return { kind: 'recall' }
  if (dice < 0.73) return { kind: 'absent' }
  if (dice < 0.79) return { kind: 'skip' }
  if (dice < 0.84) return { kind: 'park' }
  if (dice < 0.87) return { kind: 'leave' }
  if (dice < 0.93) return { kind: 'finish', procedures: [] }
  const open = view.hall.counters.filter(counter => counter.open && counter.number !== number)
  const counter = chance() < 0.5 ? (pick(open)?.number ?? null) : null
  return { kind: 'transfer', counter, service: counter === null ? (pick(SERVICES) ?? null) : null, note: 'Thiếu bản chính' }
}

const act = async (ticket: TicketId, wanted: z.output<typeof Act>): Promise<void> =>
  void (await tried(() => office.ask('queue.act', { ticket, act: wanted })))

async function work(): Promise<void> {
  if (my.working) return
  for (my.working = true; my.working; await wait(pauseMs * (0.3 + chance()))) await step()
}

const orders: Readonly<Record<Order['kind'], () => Promise<void> | void>> = {
  work: () => void work(),
  press: () => (seats ? next(null) : undefined),
  drain: () => {
    draining = true
    left = 0
  },
  lead: async () => {
    await office.get('hall.lead', {})
    say({ kind: 'leads' })
  },
  look: async () => {
    const { standing, hall } = await office.get('queue.view', {})
    say({
      kind: 'seen',
      joined: standing.joined,
      role: standing.role,
      handing: standing.handing,
      open: hall.tickets.length,
      host: hall.host.id,
    })
  },
  close: async () => {
    my.working = false
    await office.close()
    say({ kind: 'closed' })
    process.disconnect()
  },
}
process.on('message', message => {
  const order = Order.parse(message)
  if (order.kind === 'work') left += order.tickets
  void orders[order.kind]()
})
// Nobody outlives the campaign.
process.on('disconnect', () => process.exit())
say({ kind: 'open' })
