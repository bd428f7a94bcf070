import { fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { tempFolder } from '../kit/basics.ts'
import { freePort } from '../kit/hall.ts'
import { openCables } from './cables.ts'
import { chanceOf } from './chance.ts'
import { type Journal, judgeQueue } from './queue-judge.ts'
import type { Row } from './queue-line.ts'
import { type Life, type Order, Report } from './queue-orders.ts'

const CHILD = join(import.meta.dirname, 'queue-child.ts')
const HOUR = 3_600_000

export type QueueCampaign = {
  readonly counters: number
  readonly tickets: number
  readonly kills: number
  readonly cuts: number
  readonly seed: number
  readonly pauseMs: number
  readonly say: (line: string) => void
}

/**
 * A day of the hall at many times its pace: each counter and the host is a process of its own, on one network of cables. The
 * host is killed, cables are cut, one clock is an hour wrong and two counters often press the key at the same instant. Then
 * all lines are mended, everybody is served, and the journals are judged.
 */
export async function queueCampaign({ counters, tickets, kills, cuts, seed, pauseMs, say }: QueueCampaign) {
  const chance = chanceOf(seed)
  const numbers = Array.from({ length: counters + 1 }, (_, index) => index + 1)
  const hostNumber = counters + 1
  const heirNumber = 2
  const ports = await Promise.all(numbers.map(() => freePort()))
  const cables = await openCables(numbers.map((number, index) => ({ number, port: ports[index] ?? 0 })))
  const meet = `127.0.0.1:${ports[hostNumber - 1]}`
  const told: string[] = []
  const latencies: number[] = []
  const refused: Record<string, number> = {}
  const dayStart = morningOffset()

  const takenAt: Record<number, number> = {}
  const onReport = (number: number, report: Report): void => {
    if (report.kind === 'taken') {
      told.push(report.ticket)
      takenAt[number] = (takenAt[number] ?? 0) + 1
    }
    if (report.kind === 'called' && report.role === 'guest') latencies.push(report.ms)
    if (report.kind === 'refused') refused[report.code] = (refused[report.code] ?? 0) + 1
  }
  const lives = numbers.map((number, index): Life => {
    const isHost = number === hostNumber
    return {
      dataDir: tempFolder(),
      number,
      role: isHost ? 'host' : 'guest',
      port: ports[index] ?? 0,
      meet,
      seats: !isHost,
      seed: seed + number,
      pauseMs,
      // The machine that will be named host is the one whose clock is wrong.
      ahead: dayStart + (number === heirNumber ? HOUR : 0),
      mapped: cables.mapped(number),
    }
  })
  const machines = lives.map(life => openMachine(life, report => onReport(life.number, report)))
  const of = (number: number): Machine => {
    const machine = machines.find(one => one.life.number === number)
    if (machine === undefined) throw new Error(`no machine ${number}`)
    return machine
  }
  for (const machine of machines) await machine.start()
  const each = Math.ceil(tickets / machines.length)
  const joinedAll = (): Promise<boolean> => allJoined(machines)
  await until('all joined', joinedAll, 120_000)
  /** What a machine has left to give out; one that was killed forgot it. */
  const goOn = (machine: Machine): void => machine.order({ kind: 'work', tickets: Math.max(0, each - (takenAt[machine.life.number] ?? 0)) })
  for (const machine of machines) goOn(machine)
  const pressing = pressTogether(
    machines.filter(({ life }) => life.seats),
    chance,
  )

  let leader = hostNumber
  const total = kills + cuts
  const events = shuffledEvents(kills, cuts)
  for (const [index, event] of events.entries()) {
    await until(`${index} of ${total}`, () => told.length >= (tickets * (index + 0.6)) / (total + 1), 120_000)
    say(`${told.length} tickets: ${event.kind} ${event.nth + 1}`)
    if (event.kind === 'cut') await cutOnce(event.nth)
    else if (kills > 1 && event.nth === 1) await replaceHost()
    else await restart(of(leader))
  }
  await until('every ticket taken', () => told.length >= tickets * 0.98, 180_000)
  pressing.stop()
  cables.mend()
  for (const machine of machines) machine.order({ kind: 'drain' })
  await until('everybody served', async () => (await joinedAll()) && (await emptied(machines)), 240_000)
  for (const machine of machines) await machine.close()
  cables.close()
  const journals = lives.map(life => readJournal(life))
  for (const { dataDir } of lives) rmSync(dataDir, { recursive: true, force: true })
  const evidence = { journals, told, k: 2 }
  return { evidence, report: { seed, kills, cuts, refused, callMs: spread(latencies), ...judgeQueue(evidence) } }

  /** Cuts one machine off, or all; every third time the cable flaps every second. */
  async function cutOnce(nth: number): Promise<void> {
    const which = nth % 4 === 0 ? numbers : [1 + Math.floor(chance() * counters)]
    const flaps = nth % 3 === 1 ? 4 : 1
    for (let turn = 0; turn < flaps; turn += 1) {
      cables.cut(which)
      await wait(flaps > 1 ? 1_000 : 2_500 + chance() * 2_500)
      if (nth === 0) await somebodyAlone()
      cables.mend()
      if (flaps > 1) await wait(1_000)
    }
  }

  /** All are cut off: it lasts until one of them, by itself, has given out a number of its own. */
  async function somebodyAlone(): Promise<void> {
    const guests = machines.filter(({ life }) => life.number !== leader)
    await until(
      'all are alone',
      async () => (await Promise.all(guests.map(one => one.look()))).every(seen => seen?.joined === false),
      30_000,
    )
    const taken = (): number => guests.reduce((sum, { life }) => sum + (takenAt[life.number] ?? 0), 0)
    const before = taken()
    await until('one goes on alone', () => taken() > before, 30_000)
  }

  async function restart(machine: Machine): Promise<void> {
    await machine.kill()
    await wait(1_000 + chance() * 2_000)
    await machine.start()
    goOn(machine)
  }

  /** The host dies and stays away; another is named, and the old one comes back to find itself a guest. */
  async function replaceHost(): Promise<void> {
    const old = of(leader)
    await old.kill()
    const heir = of(heirNumber)
    await until('the heir is alone', async () => (await heir.look())?.joined === false)
    heir.order({ kind: 'lead' })
    leader = heirNumber
    await until('the others follow', async () => {
      const seen = await Promise.all(machines.filter(one => one !== old).map(one => one.look()))
      return seen.every(one => one?.joined === true)
    })
    await wait(2_000)
    await old.start()
    goOn(old)
  }
}

/** The campaign's clocks begin at eight in the morning, so that no day ends in its middle. */
function morningOffset(): number {
  const now = Date.now()
  const zone = 7 * HOUR
  return Math.floor((now + zone) / (24 * HOUR)) * 24 * HOUR - zone + 8 * HOUR - now
}

/** Cuts and kills, well mixed. */
function shuffledEvents(kills: number, cuts: number): readonly { readonly kind: 'kill' | 'cut'; readonly nth: number }[] {
  const at = (kind: 'kill' | 'cut', count: number) => Array.from({ length: count }, (_, nth) => ({ kind, nth, when: (nth + 0.5) / count }))
  return [...at('kill', kills), ...at('cut', cuts)].toSorted((a, b) => a.when - b.when)
}

type Seen = Extract<Report, { kind: 'seen' }>

function openMachine(life: Life, onReport: (report: Report) => void) {
  let child: ReturnType<typeof fork> | null = null
  let waiting: { readonly kind: Report['kind']; readonly tell: (report: Report | null) => void }[] = []
  const hear = (report: Report): void => {
    onReport(report)
    const answered = waiting.filter(({ kind }) => kind === report.kind)
    waiting = waiting.filter(({ kind }) => kind !== report.kind)
    for (const { tell } of answered) tell(report)
  }
  const heard = (kind: Report['kind'], ms: number): Promise<Report | null> =>
    new Promise(resolve => {
      const one = { kind, tell: resolve }
      waiting = [...waiting, one]
      setTimeout(() => resolve(null), ms).unref()
    })
  const order = (wanted: Order): void => void (child?.connected === true && child.send(wanted))
  const ended = (): Promise<void> =>
    new Promise(resolve =>
      child === null || child.exitCode !== null || child.signalCode !== null ? resolve() : child.once('exit', () => resolve()),
    )
  let starts = 0
  return {
    life,
    order,
    start: async (): Promise<void> => {
      starts += 1
      child = fork(CHILD, [JSON.stringify({ ...life, seed: life.seed + 1_000 * starts })], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      })
      child.on('message', message => hear(Report.parse(message)))
      child.on('error', () => undefined)
      if ((await heard('open', 60_000)) === null) throw new Error(`machine ${life.number} did not open`)
    },
    kill: async (): Promise<void> => {
      const gone = ended()
      child?.kill('SIGKILL')
      await gone
      child = null
    },
    close: async (): Promise<void> => {
      const gone = ended()
      order({ kind: 'close' })
      await Promise.race([gone, wait(15_000)])
      child?.kill('SIGKILL')
      await gone
    },
    look: async (): Promise<Seen | null> => {
      const seen = heard('seen', 5_000)
      order({ kind: 'look' })
      const report = await seen
      return report?.kind === 'seen' ? report : null
    },
  }
}
type Machine = ReturnType<typeof openMachine>

async function allJoined(machines: readonly Machine[]): Promise<boolean> {
  const seen = await Promise.all(machines.map(machine => machine.look()))
  return seen.every(one => one?.joined === true && one.host === seen[0]?.host)
}

async function emptied(machines: readonly Machine[]): Promise<boolean> {
  const seen = await Promise.all(machines.map(machine => machine.look()))
  return seen.every(one => one?.open === 0 && one.handing === 0)
}

/** Two counters press the key at the same instant, again and again. */
function pressTogether(seats: readonly Machine[], chance: () => number): { stop(): void } {
  const timer = setInterval(() => {
    const first = Math.floor(chance() * seats.length)
    for (const at of [first, (first + 1) % seats.length]) seats[at]?.order({ kind: 'press' })
  }, 400)
  return { stop: () => clearInterval(timer) }
}

async function until(what: string, isSo: () => Promise<boolean> | boolean, ms = 60_000): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end; await wait(150)) if (await isSo()) return
  throw new Error(`never: ${what}`)
}

function readJournal({ dataDir, number, ahead }: Life): Journal {
  const db = new Database(join(dataDir, 'office.db'), { readonly: true })
  const rows = db
    .prepare<[], Row>(
      "select position, kind, at, body from journal where kind like 'ticket.%' or kind in ('counter.takes', 'queue.led') order by position",
    )
    .all()
  db.close()
  return { machine: `Q${number}`, number, ahead, rows }
}

function spread(all: readonly number[]) {
  const sorted = all.toSorted((a, b) => a - b)
  const at = (share: number): number => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
  return { calls: sorted.length, half: at(0.5), p95: at(0.95), most: at(1) }
}
