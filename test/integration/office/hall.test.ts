import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { sha256 } from '#machine/digest.ts'
import { openClock } from '#machine/clock.ts'
import { randomness } from '#machine/randomness.ts'
import { openStore } from '#storage/store.ts'
import { got, tempFolder } from '#kit/basics.ts'
import { type MachineOf, freePort, hallMachine, isJoined, until, viewOf } from '#kit/hall.ts'
import { counterId } from '#kit/journal.ts'
import { type TempOffice, tempOffice } from '#kit/office.ts'

let open: TempOffice[] = []
const machine = async (what: MachineOf): Promise<TempOffice> => {
  const office = await hallMachine(what)
  open = [...open, office]
  return office
}
afterEach(async () => {
  await Promise.all(open.map(office => office.close()))
  open = []
})

const isFree = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, () => server.close(() => resolve(true)))
  })

const ORDINARY = { services: ['ho-tich'], priority: null, appointment: null }

test('a ticket taken at one machine is called at another, once, though both press the key at the same instant', async () => {
  const port = await freePort()
  const host = await machine({ number: 1, role: 'host', port })
  const guest = await machine({ number: 2, role: 'guest', port: await freePort(), meet: `127.0.0.1:${port}` })
  await until('joined', () => isJoined(guest))
  const paper = await guest.get('queue.take', ORDINARY)
  expect(paper).toMatchObject({ number: 'A001', ahead: 0, alone: false, services: ['Hộ tịch'] })
  const second = await host.get('queue.take', ORDINARY)
  expect(second).toMatchObject({ number: 'A002', ahead: 1 })
  const called = await Promise.all([
    host.get('queue.next', { done: null, procedures: [] }),
    guest.get('queue.next', { done: null, procedures: [] }),
  ])
  expect(new Set(called)).toEqual(new Set([paper.ticket, second.ticket]))
  expect(await host.get('queue.next', { done: called[0] ?? null, procedures: ['2.000635'] })).toBeNull()
  await until('the guest sees it', async () => (await viewOf(guest)).hall.tickets.length === 1)
  const { hall } = await viewOf(guest)
  expect(hall.host.name).toBe('Quầy 1')
  expect(hall.calls.map(({ number }) => number).toSorted()).toEqual(['A001', 'A002'])
})

test('a machine that is closed while it still opens its port leaves it free', async () => {
  const port = await freePort()
  const first = await hallMachine({ number: 1, role: 'host', port })
  await first.close()
  for (let turn = 0; turn < 5; turn += 1) {
    const again = await tempOffice({ dataDir: first.dataDir })
    await again.close()
    expect(await isFree(port)).toBe(true)
  }
})

test('a wrong pairing code changes nothing: the machine keeps the code under which the others answer', async () => {
  const port = await freePort()
  const meet = `127.0.0.1:${port}`
  const host = await machine({ number: 1, role: 'host', port })
  const guest = await machine({ number: 2, role: 'guest', port: await freePort(), meet })
  await until('joined', () => isJoined(guest))
  const { code } = await guest.get('hall.pairing', {})
  const wrong = 'ABCD-EFGH-JKMN-PQRS'
  for (const one of [guest, host])
    expect(await one.ask('hall.pair', { code: wrong, meet })).toMatchObject({
      ok: false,
      faults: [{ code: 'hall.stranger', field: 'meet' }],
    })
  expect((await guest.get('hall.pairing', {})).code).toBe(code)
  expect((await host.get('hall.pairing', {})).code).toBe(code)
  await until('still joined', () => isJoined(guest))
})

test('a host that is gone: the counter goes on with its own letter, and what it gave out joins when the host is back', async () => {
  const port = await freePort()
  const first = await hallMachine({ number: 1, role: 'host', port })
  const guest = await machine({ number: 2, role: 'guest', port: await freePort(), meet: `127.0.0.1:${port}` })
  await until('joined', () => isJoined(guest))
  const before = await guest.get('queue.take', ORDINARY)
  await first.close()
  await until('alone', async () => !(await isJoined(guest)))
  const alone = await guest.get('queue.take', ORDINARY)
  expect(alone).toMatchObject({ number: 'N001', alone: true })
  const waits = await guest.get('queue.take', ORDINARY)
  expect(await guest.get('queue.next', { done: null, procedures: [] })).toBe(alone.ticket)
  const back = await machine({ number: 1, role: 'host', port, dataDir: first.dataDir })
  await until('joined again', () => isJoined(guest))
  await until('all in one line', async () => (await viewOf(back)).hall.tickets.length === 3)
  const { hall } = await viewOf(back)
  expect(hall.tickets.map(({ number, state }) => [number, state])).toEqual([
    ['A001', 'waiting'],
    ['N001', 'called'],
    ['N002', 'waiting'],
  ])
  expect(await back.get('queue.next', { done: null, procedures: [] })).toBe(before.ticket)
  expect(await back.get('queue.next', { done: null, procedures: [] })).toBe(waits.ticket)
})

test('who was served while the host was away is told to it when it is back, once, though the counter was killed meanwhile', async () => {
  const port = await freePort()
  const first = await hallMachine({ number: 1, role: 'host', port })
  const guest = await hallMachine({ number: 2, role: 'guest', port: await freePort(), meet: `127.0.0.1:${port}` })
  await until('joined', () => isJoined(guest))
  const { ticket } = await guest.get('queue.take', ORDINARY)
  const second = await guest.get('queue.take', ORDINARY)
  expect(await guest.get('queue.next', { done: null, procedures: [] })).toBe(ticket)
  await until('seen', async () => (await viewOf(guest)).hall.tickets.some(({ state }) => state === 'called'))
  await first.close()
  await until('alone', async () => !(await isJoined(guest)))
  await guest.get('queue.act', { ticket, act: { kind: 'finish', procedures: ['2.000635'] } })
  // Whoever presses twice served once.
  await guest.get('queue.act', { ticket, act: { kind: 'finish', procedures: ['2.000635'] } })
  // Killed here: what is on the disk at this moment is all that is left of it.
  const dataDir = join(tempFolder(), 'killed')
  cpSync(guest.dataDir, dataDir, { recursive: true })
  await guest.close()

  const back = await machine({ number: 1, role: 'host', port, dataDir: first.dataDir })
  expect((await viewOf(back)).hall.tickets.map(({ state }) => state)).toEqual(['called', 'waiting'])
  const again = await tempOffice({ dataDir }, { clock: openClock() })
  await until('told', async () => (await viewOf(back)).hall.tickets.length === 1)
  expect(await back.get('queue.figures', { day: null })).toMatchObject({ served: 1, procedures: [{ code: '2.000635', sittings: 1 }] })
  await again.close()
  open = [...open, await tempOffice({ dataDir }, { clock: openClock() })]
  await until('joined once more', async () => (await back.get('hall.pairing', {})).machines.some(({ joined }) => joined))
  expect(await back.get('queue.next', { done: null, procedures: [] })).toBe(second.ticket)
  await back.close()
  open = open.filter(one => one !== back)
  expect(saidOf(back, ticket)).toEqual(['ticket.taken', 'ticket.moved', 'ticket.joined'])
})

/** What the journal of a machine that is closed says of a ticket. */
function saidOf({ dataDir }: TempOffice, ticket: string): readonly string[] {
  const parts = { counter: counterId('DEMO-01.Q1'), now: openClock().now, digest: sha256, randomness }
  const store = got(openStore({ file: join(dataDir, 'office.db'), key: null, binding: null }, parts))
  const said = store.read.journal.read(0, 500).flatMap(({ subject, kind }) => (subject === ticket ? [kind] : []))
  store.close()
  return said
}

test('the last moves of a host that died unseen are merged when it is back: who was served was served, who is called elsewhere stays there', async () => {
  const port = await freePort()
  const old = await hallMachine({ number: 1, role: 'host', port })
  const second = await machine({ number: 2, role: 'guest', port: await freePort(), meet: `127.0.0.1:${port}` })
  const third = await machine({ number: 3, role: 'guest', port: await freePort(), meet: `127.0.0.1:${port}` })
  await until('joined', async () => (await isJoined(second)) && (await isJoined(third)))
  const one = await old.get('queue.take', ORDINARY)
  const two = await old.get('queue.take', ORDINARY)
  await old.get('queue.take', ORDINARY)
  await until('seen', async () => (await viewOf(second)).hall.tickets.length === 3)
  await old.close()
  await until('alone', async () => !(await isJoined(second)) && !(await isJoined(third)))
  await second.get('hall.lead', {})
  await until('the third follows', () => isJoined(third))
  expect(await third.get('queue.next', { done: null, procedures: [] })).toBe(one.ticket)

  // In its last instant, with nobody on the line any more, the old host had called two and served one of them.
  const role = (wanted: 'alone' | 'host'): void => {
    const file = join(old.dataDir, 'settings.json')
    const kept = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ ...kept, hall: { ...kept.hall, role: wanted } }))
  }
  role('alone')
  const dying = await hallMachine({ number: 1, role: 'alone', port, dataDir: old.dataDir })
  expect(await dying.get('queue.next', { done: null, procedures: [] })).toBe(one.ticket)
  await dying.get('queue.act', { ticket: one.ticket, act: { kind: 'park' } })
  expect(await dying.get('queue.next', { done: null, procedures: [] })).toBe(two.ticket)
  const three = await dying.get('queue.next', { done: two.ticket, procedures: ['2.000635'] })
  await dying.close()
  role('host')

  const back = await machine({ number: 1, role: 'host', port, dataDir: old.dataDir })
  await until('the old host follows', async () => (await viewOf(back)).standing.role === 'guest' && (await isJoined(back)))
  await until('merged', async () => (await viewOf(second)).hall.tickets.length === 2)
  expect((await viewOf(second)).hall.tickets.map(({ ticket, state, counter }) => [ticket, state, counter])).toEqual([
    [one.ticket, 'called', 3],
    [three, 'called', 1],
  ])
  expect(await second.get('queue.figures', { day: null })).toMatchObject({ served: 1, procedures: [{ code: '2.000635', sittings: 1 }] })
})

test('a new host is named while the old one is off: nobody is lost, no number is given twice, and the old one follows when it is back', async () => {
  const port = await freePort()
  const old = await hallMachine({ number: 1, role: 'host', port })
  const second = await machine({ number: 2, role: 'guest', port: await freePort(), meet: `127.0.0.1:${port}` })
  const third = await machine({ number: 3, role: 'guest', port: await freePort(), meet: `127.0.0.1:${port}` })
  await until('joined', async () => (await isJoined(second)) && (await isJoined(third)))
  const one = await third.get('queue.take', ORDINARY)
  await second.get('queue.take', ORDINARY)
  await until('seen', async () => (await viewOf(second)).hall.tickets.length === 2)
  await old.close()
  await until('alone', async () => !(await isJoined(second)) && !(await isJoined(third)))
  await second.get('hall.lead', {})
  await until('the third follows', () => isJoined(third))
  expect((await viewOf(third)).hall.host.name).toBe('Quầy 2')
  expect(await third.get('queue.next', { done: null, procedures: [] })).toBe(one.ticket)
  expect((await third.get('queue.take', ORDINARY)).number).toBe('N001')
  const back = await machine({ number: 1, role: 'host', port, dataDir: old.dataDir })
  await until('the old host follows', async () => (await viewOf(back)).standing.role === 'guest' && (await isJoined(back)))
  await until('the letters came along', async () => (await viewOf(second)).hall.last['A'] === 2)
  expect((await back.get('queue.take', ORDINARY)).number).toBe('A003')
})

test('the role is handed over in order: the line goes along, and its letters', async () => {
  const port = await freePort()
  const host = await machine({ number: 1, role: 'host', port })
  const guest = await machine({ number: 2, role: 'guest', port: await freePort(), meet: `127.0.0.1:${port}` })
  await until('joined', () => isJoined(guest))
  await guest.get('queue.take', ORDINARY)
  await guest.get('hall.lead', {})
  await until('the old host follows', async () => (await viewOf(host)).standing.role === 'guest' && (await isJoined(host)))
  expect((await host.get('queue.take', ORDINARY)).number).toBe('A002')
  expect((await viewOf(guest)).standing.role).toBe('host')
})
