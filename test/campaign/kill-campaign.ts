import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { RESOURCES, tempFolder } from '../kit/basics.ts'
import { tempCity } from '../kit/city.ts'
import { pageQueue } from '../kit/page-queue.ts'
import { tcpPrinter } from '../kit/tcp-printer.ts'
import { chanceOf } from './chance.ts'
import { judge } from './judge.ts'
import { judgeKept, nothingKept } from './kept-settings.ts'

const CHILD = join(import.meta.dirname, 'kill-child.ts')
/** The step after which a life is killed, and how long after it at most: anywhere, or while somebody waits for one act. */
const aims = [
  { step: 'open', within: 1200 },
  { step: 'turning', within: 12 },
  { step: 'setting', within: 6 },
] as const

export type KillReport = {
  readonly seed: number
  readonly kills: number
  readonly saved: number
  readonly signed: number
  readonly turned: number
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
  const queue = pageQueue()
  const place = { dataDir, printer: printer.address, city: city.url, path: queue.path }
  const told: string[] = []
  const wrong: string[] = []
  const killedAfter: Record<string, number> = {}
  let kept = nothingKept
  for (let kill = 1; kill <= kills; kill += 1) {
    const aim = aims[kill % aims.length] ?? aims[0]
    const steps = await liveAndDie(place, { start: kill, step: aim.step, ms: Math.round(chance() * aim.within) })
    const left = judgeKept(dataDir, kept, steps)
    kept = left.kept
    wrong.push(...left.wrong)
    told.push(...steps)
    const last = steps.at(-1)?.split(' ')[0] ?? 'start'
    killedAfter[last] = (killedAfter[last] ?? 0) + 1
    if (kill % 20 === 0) say(`${kill} kills, ${told.length} steps told, seed ${seed}`)
  }
  await lastLife(place)
  const verdict = await judge({
    dataDir,
    told,
    slips: printer.slips(),
    cityHead: await city.head('DEMO-01.Q3'),
    sheets: queue.sheets(),
    fonts: join(RESOURCES, 'fonts'),
  })
  await printer.close()
  await city.close()
  queue.close()
  rmSync(dataDir, { recursive: true, force: true })
  return { seed, kills, ...verdict, killedAfter, wrong: [...wrong, ...verdict.wrong] }
}

type Aim = { readonly start: number; readonly step: string; readonly ms: number }
type Place = { readonly dataDir: string; readonly printer: string; readonly city: string; readonly path: string }

const live = (life: 'work' | 'end', start: number, { dataDir, printer, city, path }: Place) =>
  spawn(process.execPath, [CHILD, life, String(start), dataDir, printer, city], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PATH: path },
  })

/** One life: killed `ms` after it told that it is at a step. Answers with all it told. */
async function liveAndDie(place: Place, { start, step, ms }: Aim): Promise<readonly string[]> {
  const child = live('work', start, place)
  const told: string[] = []
  let rest = ''
  const there = new Promise<void>(resolve => {
    child.stdout.on('data', chunk => {
      const lines = (rest + String(chunk)).split('\n')
      rest = lines.pop() ?? ''
      told.push(...lines)
      if (lines.some(line => line.split(' ')[0] === step)) resolve()
    })
  })
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  await Promise.race([there, ended])
  await Promise.race([wait(ms), ended])
  if (child.exitCode !== null) throw new Error(`a life ended by itself with ${child.exitCode}`)
  child.kill('SIGKILL')
  await ended
  return told
}

/** A life that nobody kills: it ends when nothing is left to print or to send. */
async function lastLife(place: Place): Promise<void> {
  const child = live('end', 0, place)
  child.stdout.resume()
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  if (code !== 0) throw new Error(`the last life ended with ${String(code)}`)
}
