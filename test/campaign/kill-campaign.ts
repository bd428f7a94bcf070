import { spawn } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { RESOURCES, tempFolder } from '../kit/basics.ts'
import { demoOffice } from '../kit/office.ts'
import { tempCity } from '../kit/city.ts'
import { tcpPrinter } from '../kit/tcp-printer.ts'
import { judge } from './judge.ts'

const CHILD = join(import.meta.dirname, 'kill-child.ts')
const LONGEST_LIFE_MS = 1200

export type KillReport = {
  readonly seed: number
  readonly kills: number
  readonly saved: number
  readonly signed: number
  readonly slips: number
  readonly copies: number
  readonly killedAfter: Readonly<Record<string, number>>
  /** Every broken promise, in words. Empty is good. */
  readonly wrong: readonly string[]
}

/**
 * Lets a counter work and kills it (SIGKILL) at random moments, again and again on the same data folder; then lets one last
 * life finish its errands and judges what is on paper, in the store and at the city against what officials were told.
 */
export async function killCampaign({
  kills,
  seed,
  say,
}: {
  kills: number
  seed: number
  say: (line: string) => void
}): Promise<KillReport> {
  const chance = chanceOf(seed)
  const dataDir = tempFolder()
  const printer = await tcpPrinter({ answers: 'well' })
  const city = await tempCity()
  const told: string[] = []
  const killedAfter: Record<string, number> = {}
  for (let kill = 1; kill <= kills; kill += 1) {
    const last = await liveAndDie([dataDir, printer.address, city.url], Math.round(chance() * LONGEST_LIFE_MS), told)
    killedAfter[last] = (killedAfter[last] ?? 0) + 1
    if (kill % 20 === 0) say(`${kill} kills, ${told.length} steps told, seed ${seed}`)
  }
  const office = await demoOffice({ dataDir, printer: printer.address, cityUrl: city.url, pagePrinter: `folder:${dataDir}/trang-in` })
  await drained(office)
  const cityHead = await city.head('DEMO-01.Q3')
  await office.close()
  const verdict = await judge({
    dataDir,
    told,
    slips: printer.slips(),
    cityHead,
    pages: readdirSync(`${dataDir}/trang-in`),
    fonts: join(RESOURCES, 'fonts'),
  })
  await printer.close()
  await city.close()
  rmSync(dataDir, { recursive: true, force: true })
  return { seed, kills, ...verdict, killedAfter }
}

/** One life: killed `ms` after it opened its office. Answers with the last step it told. */
async function liveAndDie(args: readonly string[], ms: number, told: string[]): Promise<string> {
  const child = spawn(process.execPath, [CHILD, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let last = 'start'
  let rest = ''
  const opened = new Promise<void>(resolve => {
    child.stdout.on('data', chunk => {
      const lines = (rest + String(chunk)).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        told.push(line)
        last = line.split(' ')[0] ?? line
        if (line === 'open') resolve()
      }
    })
  })
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  await Promise.race([opened, ended])
  await Promise.race([wait(ms), ended])
  if (child.exitCode !== null) throw new Error(`a life ended by itself with ${child.exitCode}`)
  child.kill('SIGKILL')
  await ended
  return last
}

/** Waits until nothing is left to print or to send. */
async function drained(office: Awaited<ReturnType<typeof demoOffice>>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const waiting = await office.get('paper.waiting', {})
    const hello = await office.get('office.hello', {})
    if (waiting.length === 0 && hello.setUp && hello.status.city.pending === 0) return
    await wait(100)
  }
  throw new Error('the errands did not end in a minute')
}

/** A repeatable source of chance, 0 up to 1 (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
