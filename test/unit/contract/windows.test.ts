import { expect, test } from 'vitest'
import { calls } from '#contract/calls.ts'
import { type EventName, events } from '#contract/events.ts'
import { QueueView } from '#contract/queue.ts'
import { heardBy, mayCall, publicView } from '#contract/windows.ts'

const names = Object.keys(calls)
const eventNames = Object.keys(events).filter((name): name is EventName => Object.hasOwn(events, name))
const mayAsk = (kind: 'counter' | 'display' | 'kiosk') => names.filter(name => mayCall(kind, name))

test('the wall and the kiosk may ask what they need and nothing else; the counter may ask all', () => {
  expect(mayAsk('display')).toEqual(['hall.hello', 'hall.clip', 'hall.silent'])
  expect(mayAsk('kiosk')).toEqual(['hall.hello', 'hall.take'])
  expect(mayAsk('counter')).toEqual(names)
})

test('what is no call is none for any of them but the counter, where the office refuses it', () => {
  for (const foreign of ['__proto__', 'toString', '', null, 7, {}]) {
    expect(mayCall('display', foreign)).toBe(false)
    expect(mayCall('kiosk', foreign)).toBe(false)
  }
})

const view = QueueView.parse({
  standing: {
    role: 'alone',
    machine: 'DEMO-01.Q3',
    counter: 3,
    joined: true,
    since: null,
    handing: 0,
    silent: false,
    fault: null,
    unheard: [],
  },
  hall: {
    host: { id: 'DEMO-01.Q3', name: 'Quầy 3', epoch: 0 },
    version: 7,
    now: 1000,
    services: [],
    counters: [],
    calls: [{ id: 'x:1', number: 'A001', counter: 3, counterName: 'Quầy 3', times: 1, at: 900 }],
    last: {},
    left: 0,
    tickets: [
      {
        ticket: '01890a5d-ac96-774b-bcce-b302099a8057',
        number: 'A001',
        day: '2026-11-23',
        services: ['ho-tich'],
        priority: 'disabled',
        appointment: null,
        turn: 1,
        ahead: 0,
        wait: null,
        by: { machine: 'DEMO-01.Q3', counter: 3, official: 'an' },
        taken: 800,
        state: 'called',
        counter: 3,
        only: null,
        note: 'bà Lan, con nuôi',
        calls: 1,
        misses: 0,
        firstCalled: 900,
        called: 900,
        ended: null,
        sittings: [],
        ending: null,
      },
    ],
  },
})

test('in public the line is its calls and its counts: no reason, no note, no official', () => {
  const told = JSON.stringify(heardBy('display', 'queue', view))
  for (const secret of ['disabled', 'bà Lan', '"an"']) expect(told).not.toContain(secret)
  expect(publicView(view).hall.calls).toEqual(view.hall.calls)
  expect(heardBy('kiosk', 'queue', view)).toEqual(publicView(view))
  expect(heardBy('counter', 'queue', view)).toBe(view)
})

test('a scanned card is heard at the counter and nowhere else', () => {
  const card = { text: '087190012345||Nguyễn Thị Hương Lan' }
  expect(heardBy('counter', 'scanned', card)).toBe(card)
  expect(heardBy('display', 'scanned', card)).toBeNull()
  expect(heardBy('kiosk', 'scanned', card)).toBeNull()
})

test('a new event has to be thought of here; the kiosk hears of the printer, not of addresses', () => {
  const status = {
    printer: { ready: false, fault: 'printer.paper', waiting: 1, since: null, warning: null, second: null },
    pages: { ready: true, fault: null, waiting: 0, since: null },
    scanner: { address: '/dev/ttyACM0', connected: true },
    city: { url: 'https://city.example', reached: null, pending: 3, since: null, fault: null },
  }
  expect(eventNames.toSorted()).toEqual(['catalog', 'queue', 'scanned', 'settings', 'status'])
  expect(heardBy('display', 'status', status)).toBeNull()
  const kiosk = heardBy('kiosk', 'status', status)
  expect(kiosk?.printer).toEqual(status.printer)
  expect(JSON.stringify(kiosk)).not.toMatch(/ttyACM0|city\.example/)
})
