import { afterEach, describe, expect, test } from 'vitest'
import { uuidv7 } from '#domain/kernel/id.ts'
import type { TicketId } from '#domain/queue/ticket.ts'
import { dial } from '#lan/dial.ts'
import { keyOf } from '#lan/code.ts'
import { Message } from '#lan/wire.ts'
import { openClock } from '#machine/clock.ts'
import { randomness } from '#machine/randomness.ts'
import { CODE, freePort, hallMachine, viewOf } from '#kit/hall.ts'
import { type TempOffice, demoOffice, signIn } from '#kit/office.ts'

let open: TempOffice[] = []
const kept = (office: TempOffice): TempOffice => {
  open = [...open, office]
  return office
}
afterEach(async () => {
  await Promise.all(open.map(office => office.forget()))
  open = []
})

/** One machine alone, with its supervisor. */
async function alone(): Promise<TempOffice> {
  const office = kept(await demoOffice())
  await signIn(office, 'supervisor')
  return office
}
type Wish = { readonly services?: readonly string[]; readonly priority?: 'elder' | null }
const take = (office: TempOffice, { services = ['ho-tich'], priority = null }: Wish = {}) =>
  office.get('queue.take', { services: [...services], priority, appointment: null })
const next = (office: TempOffice, done: TicketId | null = null, procedures: string[] = []) => office.get('queue.next', { done, procedures })
const numbers = async (office: TempOffice): Promise<readonly string[]> => (await viewOf(office)).hall.tickets.map(({ number }) => number)

describe('the end of the day', () => {
  test('everybody is decided about: some are kept for tomorrow, all others end; tomorrow begins with those who were kept', async () => {
    const office = await alone()
    const papers = [await take(office), await take(office), await take(office, { services: ['chung-thuc'] })]
    const [first, second, third] = papers.map(({ ticket }) => ticket)
    if (first === undefined || second === undefined || third === undefined) throw new Error('no tickets')
    await next(office)
    expect(await office.get('queue.endDay', { keep: [second] })).toEqual({ ended: 2, kept: 1 })
    expect(await numbers(office)).toEqual(['A002'])
    expect(await office.get('queue.figures', { day: null })).toMatchObject({ taken: 3, waiting: 1, served: 0, abandoned: 2 })
    office.clock.move('2026-11-24T07:31:00+07:00')
    // A number that is still out is passed over, and the rest of the day's numbers begin anew.
    expect((await take(office)).number).toBe('A001')
    expect((await take(office)).number).toBe('A003')
    expect(await next(office)).toBe(second)
  })

  test('who was left open over night is counted until somebody decides', async () => {
    const office = await alone()
    await take(office)
    const { ticket } = await take(office)
    office.clock.move('2026-11-24T07:31:00+07:00')
    expect((await viewOf(office)).hall.left).toBe(2)
    await office.get('queue.endDay', { keep: [ticket] })
    expect((await viewOf(office)).hall.left).toBe(0)
    expect(await numbers(office)).toEqual(['A002'])
  })

  test('is the business of those who lead', async () => {
    const office = await alone()
    await signIn(office, 'reception')
    expect(await office.ask('queue.endDay', { keep: [] })).toMatchObject({ ok: false, faults: [{ code: 'queue.role' }] })
  })
})

test('the figures of a day are what happened, counted by hand', async () => {
  const office = await alone()
  office.clock.move('2026-11-23T08:00:00+07:00')
  const papers = [await take(office), await take(office), await take(office), await take(office, { services: ['chung-thuc'] })]
  const ids = papers.map(({ ticket }) => ticket)
  office.clock.move('2026-11-23T08:10:00+07:00')
  expect(await next(office)).toBe(ids[0])
  office.clock.move('2026-11-23T08:16:00+07:00')
  expect(await next(office, ids[0], ['2.000635'])).toBe(ids[1])
  office.clock.move('2026-11-23T09:04:00+07:00')
  expect(await next(office, ids[1], ['2.000635', '2.000815'])).toBe(ids[2])
  await office.get('queue.act', { ticket: ids[2] ?? never(), act: { kind: 'leave' } })
  const figures = await office.get('queue.figures', { day: null })
  expect(figures).toMatchObject({
    taken: 4,
    waiting: 1,
    served: 2,
    abandoned: 1,
    // 10, 16 and 64 minutes.
    meanWait: 30,
    longestWait: 64,
    hours: [
      { counter: 3, hour: 8, served: 1 },
      { counter: 3, hour: 9, served: 1 },
    ],
    procedures: [
      { code: '2.000635', sittings: 2, minutes: 27 },
      { code: '2.000815', sittings: 1, minutes: 48 },
    ],
    help: [{ service: 'chung-thuc', waiting: 1, longest: 64 }],
  })
  const told = papers.slice(0, 3).map(({ wait }) => wait)
  const held = [10, 16, 64].filter((minutes, at) => minutes >= (told[at]?.from ?? Infinity) && minutes <= (told[at]?.to ?? -1)).length
  expect(figures.promised).toBe(told.includes(null) ? null : held / 3)
  const waiting = (at: string) => figures.line.find(({ at: when, service }) => when === Date.parse(at) && service === 'ho-tich')?.waiting
  expect(waiting('2026-11-23T08:00:00+07:00')).toBe(3)
  expect(waiting('2026-11-23T08:15:00+07:00')).toBe(2)
  expect(waiting('2026-11-23T08:30:00+07:00')).toBe(1)
})

const never = (): never => {
  throw new Error('no ticket')
}

test('who came for several things goes on by himself, with what is left and the place that was earned', async () => {
  const office = await alone()
  await office.get('queue.takes', { services: ['ho-tich'], open: true })
  office.clock.move('2026-11-23T08:00:00+07:00')
  const both = await take(office, { services: ['ho-tich', 'cu-tru'] })
  const other = await take(office, { services: ['cu-tru'] })
  expect(await next(office)).toBe(both.ticket)
  office.clock.move('2026-11-23T08:12:00+07:00')
  expect(await next(office, both.ticket, ['2.000635'])).toBeNull()
  const { hall } = await viewOf(office)
  // The first counter has served somebody, though the person is not done.
  expect(await office.get('queue.figures', { day: null })).toMatchObject({
    served: 0,
    hours: [{ counter: 3, hour: 8, served: 1 }],
    procedures: [{ code: '2.000635', sittings: 1, minutes: 12 }],
  })
  expect(hall.tickets.map(({ number, services, state }) => [number, services, state])).toEqual([
    ['A001', ['cu-tru'], 'waiting'],
    ['C001', ['cu-tru'], 'waiting'],
  ])
  await office.get('queue.takes', { services: ['cu-tru'], open: true })
  expect(await next(office)).toBe(both.ticket)
  expect(await next(office, both.ticket)).toBe(other.ticket)
  expect(await numbers(office)).toEqual(['C001'])
})

test('who is sent on to another matter is not sent away from what else was wanted', async () => {
  const office = await alone()
  const { ticket } = await take(office, { services: ['ho-tich', 'cu-tru', 'chung-thuc'] })
  await next(office)
  const send = (service: string) => office.get('queue.act', { ticket, act: { kind: 'transfer', counter: null, service, note: null } })
  await send('kinh-doanh')
  expect((await viewOf(office)).hall.tickets[0]?.services).toEqual(['kinh-doanh', 'cu-tru', 'chung-thuc'])
  await send('chung-thuc')
  expect((await viewOf(office)).hall.tickets[0]?.services).toEqual(['chung-thuc', 'cu-tru'])
})

test('a number that was ended by a slip of the hand is called again as it was, for a minute; nothing of the slip is counted', async () => {
  const office = await alone()
  office.clock.move('2026-11-23T08:00:00+07:00')
  const [first, second] = [await take(office), await take(office)]
  await next(office)
  office.clock.move('2026-11-23T08:00:02+07:00')
  await next(office, first.ticket)
  expect(await office.get('queue.figures', { day: null })).toMatchObject({ served: 0, abandoned: 1, hours: [], procedures: [] })
  const reopen = () => office.ask('queue.act', { ticket: first.ticket, act: { kind: 'reopen' } })
  expect(await reopen()).toMatchObject({ ok: true })
  const standing = async () => (await viewOf(office)).hall.tickets.map(({ number, state }) => [number, state])
  // The next one was called meanwhile: whoever was ended is put aside, not lost.
  expect(await standing()).toEqual([
    ['A001', 'parked'],
    ['A002', 'called'],
  ])
  await office.get('queue.act', { ticket: second.ticket, act: { kind: 'finish', procedures: [] } })
  await office.get('queue.act', { ticket: second.ticket, act: { kind: 'reopen' } })
  expect((await standing())[1]).toEqual(['A002', 'called'])
  office.clock.move('2026-11-23T08:05:00+07:00')
  await office.get('queue.act', { ticket: second.ticket, act: { kind: 'finish', procedures: [] } })
  office.clock.move('2026-11-23T08:06:01+07:00')
  expect(await office.ask('queue.act', { ticket: second.ticket, act: { kind: 'reopen' } })).toMatchObject({
    ok: false,
    faults: [{ code: 'queue.ticket.late' }],
  })
  expect(await office.get('queue.figures', { day: null })).toMatchObject({ served: 1, hours: [{ served: 1 }] })
})

test('a transfer takes its note along and keeps its place; one to nowhere is refused', async () => {
  const office = await alone()
  await office.get('queue.takes', { services: ['ho-tich'], open: true })
  const paper = await take(office)
  await take(office, { services: ['cu-tru'] })
  await next(office)
  const ask = (counter: number | null, service: string | null) =>
    office.ask('queue.act', { ticket: paper.ticket, act: { kind: 'transfer', counter, service, note: 'Thiếu bản chính' } })
  expect(await ask(null, null)).toMatchObject({ ok: false, faults: [{ code: 'queue.transfer.where' }] })
  expect(await ask(9, null)).toMatchObject({ ok: false, faults: [{ code: 'queue.counter.closed' }] })
  expect(await ask(null, 'khong-co')).toMatchObject({ ok: false, faults: [{ code: 'queue.service.unknown' }] })
  expect(await ask(null, 'cu-tru')).toMatchObject({ ok: true })
  const [first] = (await viewOf(office)).hall.tickets
  expect(first).toMatchObject({ number: 'A001', state: 'waiting', services: ['cu-tru'], note: 'Thiếu bản chính', counter: null })
})

test('two with a reason go first in a row, then one who has none', async () => {
  const office = await alone()
  const plain = [await take(office), await take(office)]
  const elders = [
    await take(office, { priority: 'elder' }),
    await take(office, { priority: 'elder' }),
    await take(office, { priority: 'elder' }),
  ]
  const called: string[] = []
  for (let done: TicketId | null = null, turn = 0; turn < 5; turn += 1) {
    done = await next(office, done)
    called.push((await viewOf(office)).hall.tickets.find(({ ticket }) => ticket === done)?.number ?? '')
  }
  const order = [elders[0], elders[1], plain[0], elders[2], plain[1]]
  expect(called).toEqual(order.map(paper => paper?.number))
})

test('the same request, asked twice over the network, gives one ticket, and calls one', async () => {
  const port = await freePort()
  const host = kept(await hallMachine({ number: 1, role: 'host', port }))
  const me = { id: 'DEMO-01.Q5', name: 'Quầy 5', number: 5, address: ':7999' } as const
  const guest = await rawGuest(port, me)
  const take1 = guest.call('queue.take', { services: ['ho-tich'], priority: null, appointment: null })
  const [once, again] = [await take1(), await take1()]
  expect(once).toMatchObject({ ok: true, value: { number: 'A001' } })
  expect(again).toEqual(once)
  expect(await numbers(host)).toEqual(['A001'])
  await guest.call('queue.take', { services: ['ho-tich'], priority: null, appointment: null })()
  await guest.call('queue.takes', { services: ['ho-tich'], open: true, name: me.name })()
  const call = guest.call('queue.next', { done: null, procedures: [] })
  const first = await call()
  expect(await call()).toEqual(first)
  expect((await viewOf(host)).hall.tickets.map(({ state }) => state)).toEqual(['called', 'waiting'])
  guest.drop()
})

/** A machine that says exactly what a test wants, over the real line. */
function rawGuest(port: number, me: { readonly id: string; readonly name: string; readonly number: number; readonly address: string }) {
  type Answer = { readonly ok: boolean; readonly value: unknown }
  const answers = new Map<number, (answer: Answer) => void>()
  let last = 0
  const by = { machine: me.id, counter: me.number, official: null }
  return new Promise<{ call(name: string, input: unknown): () => Promise<Answer>; drop(): void }>((resolve, reject) => {
    const send = (message: unknown): void => void line.send(Message.parse(message))
    const line = dial({
      address: `127.0.0.1:${port}`,
      key: keyOf(CODE),
      onOpen: () => send({ kind: 'greeting', greeting: { me, leader: null, machines: [], passes: null } }),
      hear: message => {
        if (message.kind === 'answer') answers.get(message.id)?.({ ok: message.ok, value: message.value })
        if (message.kind === 'refused') reject(new Error(message.fault.code))
        if (message.kind !== 'hall' || last > 0) return
        resolve({
          call: (name, input) => {
            const request = uuidv7(openClock().now(), randomness)
            return () =>
              new Promise<Answer>(done => {
                last += 1
                answers.set(last, done)
                send({ kind: 'call', id: last, name, input, by, request })
              })
          },
          drop: () => line.drop(),
        })
      },
      onGone: fault => reject(new Error(fault.code)),
    })
  })
}
