import { afterEach, expect, test } from 'vitest'
import { type MachineOf, freePort, hallMachine, isJoined, until, viewOf } from '#kit/hall.ts'
import type { TempOffice } from '#kit/office.ts'
import { type Clock, openClock } from '#machine/clock.ts'

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

const ORDINARY = { services: ['ho-tich'], priority: null, appointment: null }
const NEXT = { done: null, procedures: [] }
const UNSURE = { ok: false, faults: [expect.objectContaining({ code: 'queue.host.unsure' })] }

/** A cable out of a machine that can be pulled. */
function openCable() {
  let isCut = false
  return {
    dialled: (address: string): string => (isCut ? '127.0.0.1:1' : address),
    cut: (): void => void (isCut = true),
    mend: (): void => void (isCut = false),
  }
}

/** Nobody waits as long as a settling host does. */
const hasty = (clock: Clock): Clock => ({ now: clock.now, sleep: (ms, signal) => clock.sleep(ms > 10_000 ? 300 : ms, signal) })

/** A host, an heir that saw nothing since counter 3 opened and called A001, and the host dies. */
async function blindHeir(clock: Clock = openClock()) {
  const port = await freePort()
  const meet = `127.0.0.1:${port}`
  const cable = openCable()
  const host = await machine({ number: 1, role: 'host', port })
  const heirPort = await freePort()
  const third = await machine({ number: 3, role: 'guest', port: await freePort(), meet })
  await until('the third is there', () => isJoined(third))
  const first = await hallMachine({ number: 2, role: 'guest', port: heirPort, meet })
  await until('joined', async () => (await isJoined(first)) && (await isJoined(third)))
  const paper = await host.get('queue.take', ORDINARY)
  await until('the heir saw it', async () => (await viewOf(first)).hall.tickets.length === 1)
  await until('it knows both', async () => (await first.get('hall.pairing', {})).machines.length === 2)
  await first.close()
  cable.cut()
  const heir = await machine({ number: 2, role: 'guest', port: heirPort, meet, dataDir: first.dataDir, dialled: cable.dialled, clock })
  expect(await third.get('queue.next', NEXT)).toBe(paper.ticket)
  await host.close()
  await until('alone', async () => !(await isJoined(third)))
  return { paper, heir, third, cable }
}

test('a new host that did not see the last calls moves nobody until every machine that it knows has said what it saw', async () => {
  const { paper, heir, third, cable } = await blindHeir()
  await heir.get('hall.lead', {})
  expect(await heir.ask('queue.next', NEXT)).toEqual(UNSURE)
  expect(await heir.ask('queue.act', { ticket: paper.ticket, act: { kind: 'leave' } })).toEqual(UNSURE)
  cable.mend()
  await until('the third follows', () => isJoined(third))
  await until('the heir calls', async () => (await heir.ask('queue.next', NEXT)).ok)
  const { hall } = await viewOf(heir)
  expect(hall.tickets.map(({ number, state, counter }) => [number, state, counter])).toEqual([['A001', 'called', 3]])
  expect((await viewOf(heir)).standing.unheard).toEqual([])
})

test('a machine that stays away holds up the line for a while only, and the official is told whom nobody heard', async () => {
  const { heir, third, cable } = await blindHeir(hasty(openClock()))
  await heir.get('hall.lead', {})
  await until('it calls without the third', async () => (await heir.ask('queue.next', NEXT)).ok)
  expect((await viewOf(heir)).standing.unheard).toEqual(['Quầy 3'])
  cable.mend()
  await until('the third follows', () => isJoined(third))
  await until('it was heard', async () => (await viewOf(heir)).standing.unheard.length === 0)
})

test('a host that never saw the line of the one before learns it from the others, and does not use its letters', async () => {
  const port = await freePort()
  const meet = `127.0.0.1:${port}`
  const host = await machine({ number: 1, role: 'host', port })
  const thirdPort = await freePort()
  const third = await machine({ number: 3, role: 'guest', port: thirdPort, meet })
  // It reaches the third machine, and never the host.
  const heir = await machine({
    number: 2,
    role: 'guest',
    port: await freePort(),
    meet: `127.0.0.1:${thirdPort}`,
    dialled: address => (address === meet ? '127.0.0.1:1' : address),
  })
  const paper = await third.get('queue.take', ORDINARY)
  await until('the heir knows both', async () => (await heir.get('hall.pairing', {})).machines.length === 2)
  await until('the third sees the line', async () => (await isJoined(third)) && (await viewOf(third)).hall.tickets.length === 1)
  await host.close()
  await until('the third is alone', async () => !(await isJoined(third)))
  await heir.get('hall.lead', {})
  await until('the third follows', () => isJoined(third))
  await until('the heir calls', async () => (await heir.ask('queue.next', NEXT)).ok)
  expect((await viewOf(heir)).hall.tickets.map(({ ticket, state }) => [ticket, state])).toEqual([[paper.ticket, 'called']])
  expect((await heir.get('queue.take', ORDINARY)).number).toBe('N001')
})
