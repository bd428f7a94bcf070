import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { HomeView } from '#contract/home.ts'
import { homeStanding } from '#domain/home/home-life.ts'
import type { HomeVisit } from '#domain/home/home-visit.ts'
import { tempFolder } from '#kit/basics.ts'
import { CODE } from '#kit/hall.ts'
import { day } from '#kit/home.ts'
import { OWNER, homeMachine, plannedAt, readyDossier } from '#kit/home-office.ts'
import { type TempOffice, personOf } from '#kit/office.ts'

/** Two or three machines are set up in each test, and some die: on a busy computer that takes its time. */
vi.setConfig({ testTimeout: 180_000 })

const CHILD = join(import.meta.dirname, '../../kit/home-child.ts')
const DAY = day('2026-11-25')
let office: TempOffice
let open: TempOffice[] = []
beforeEach(async () => {
  office = await homeMachine(3)
})
afterEach(async () => {
  await Promise.all([office, ...open].map(one => one.forget()))
  open = []
})
const laptopOf = async (number: number, dataDir?: string): Promise<TempOffice> => {
  const laptop = await homeMachine(number, dataDir)
  open = [...open, laptop]
  return laptop
}

const goer = async () => (await personOf(office, 'reception')).id
const carry = async (): Promise<string> => (await office.get('home.carry', { day: DAY, official: await goer() })).sealed
const outcomeOf = async (laptop: TempOffice): Promise<string> =>
  (await laptop.get('home.outcome', { day: DAY, official: await goer() })).sealed
const joinBack = (sealed: string) => office.get('home.join', { sealed })
const done = (visit: HomeVisit, of: TempOffice) => of.get('home.end', { visit: visit.visit, end: { kind: 'done', note: '', given: null } })
const absent = (visit: HomeVisit, of: TempOffice) =>
  of.get('home.end', { visit: visit.visit, end: { kind: 'absent', again: day('2026-11-27') } })
const board = (): Promise<HomeView> => office.get('home.view', { day: DAY })
const standings = async () =>
  Object.fromEntries(
    (await board()).routes
      .flatMap(({ stops }) => stops)
      .map(({ visit }) => {
        const { state, differing } = homeStanding(visit)
        return [visit.visit, [state, differing.map(({ bar }) => bar)]]
      }),
  )

test('a route goes along on a laptop that is killed on its way: what the official was told is there, comes back, and joins once', async () => {
  const code = await readyDossier(office)
  const brings = await plannedAt(office, '08:00', { matter: { kind: 'return', code } })
  const helps = await plannedAt(office, '09:00')
  const sealed = await carry()
  expect(sealed).not.toContain('Lan')
  const dataDir = tempFolder()
  const told = await killed({ life: 'laptop', dataDir, sealed, after: 2, ms: 0 })
  expect(told).toEqual([`ended ${brings.visit}`, `ended ${helps.visit}`])

  const laptop = await laptopOf(8, dataDir)
  const back = await outcomeOf(laptop)
  expect((await office.get('dossier.open', { code })).state).toBe('ready')
  office.clock.move('2026-11-25T16:00:00+07:00')
  expect(await joinBack(back)).toEqual({ joined: 2, known: 0, differing: 0, unknown: 0 })
  expect(await standings()).toEqual({ [brings.visit]: ['done', []], [helps.visit]: ['done', []] })
  const opened = await office.get('dossier.open', { code })
  expect(opened.history.at(-1)).toMatchObject({ moved: { step: { kind: 'return', to: OWNER }, state: 'returned' } })
  expect(await joinBack(back)).toEqual({ joined: 0, known: 2, differing: 0, unknown: 0 })
  expect((await office.get('dossier.open', { code })).history.length).toBe(opened.history.length)
})

test.each([0, 6])(
  'a counter that is killed %s ms after it began to join has all of the file or nothing of it, and joining again has all',
  async ms => {
    const visits = [await plannedAt(office, '08:00'), await plannedAt(office, '09:00'), await plannedAt(office, '10:00')]
    const laptop = await laptopOf(8)
    await laptop.get('home.open', { sealed: await carry() })
    for (const visit of visits) await done(visit, laptop)
    const back = await outcomeOf(laptop)
    await office.close()
    await killed({ life: 'counter', dataDir: office.dataDir, sealed: back, after: 1, ms })
    office = await homeMachine(3, office.dataDir)
    const states = Object.values(await standings()).map(([state]) => String(state))
    expect(['done,done,done', 'planned,planned,planned']).toContain(states.join(','))
    await joinBack(back)
    expect(Object.values(await standings())).toEqual(visits.map(() => ['done', []]))
  },
)

test('two laptops with one route join in any order to the same day, and what the office ended itself stays', async () => {
  const [one, two, three] = [await plannedAt(office, '08:00'), await plannedAt(office, '09:00'), await plannedAt(office, '10:00')]
  const sealed = await carry()
  const [first, second] = [await laptopOf(7), await laptopOf(8)]
  for (const laptop of [first, second]) await laptop.get('home.open', { sealed })
  await absent(one, first)
  await done(two, first)
  first.clock.move('2026-11-25T09:00:00+07:00')
  await done(one, second)
  await absent(three, second)
  await office.get('home.end', { visit: three.visit, end: { kind: 'cancelled', reason: 'Công dân đã đến quầy' } })
  const [back1, back2] = [await outcomeOf(first), await outcomeOf(second)]
  const twin = await twinOf(office)
  await joinBack(back1)
  await joinBack(back2)
  const straight = await standings()
  await office.close()
  office = twin
  for (const back of [back2, back1, back2]) await joinBack(back)
  expect(await standings()).toEqual(straight)
  expect(straight).toEqual({
    [one.visit]: ['done', [null]],
    [two.visit]: ['done', []],
    [three.visit]: ['cancelled', ['home.ended.here']],
  })
  const { differing } = await board()
  expect(differing.map(({ visit }) => visit.visit).toSorted()).toEqual([one.visit, three.visit].toSorted())
  for (const { visit } of differing)
    for (const { ending } of homeStanding(visit).differing) await office.get('home.settle', { visit: visit.visit, ending })
  expect((await board()).differing).toEqual([])
})

test('a result that was given out at the counter while the laptop was away is named, and the visit stays to be looked at', async () => {
  const code = await readyDossier(office)
  const visit = await plannedAt(office, '08:00', { matter: { kind: 'return', code } })
  const laptop = await laptopOf(8)
  await laptop.get('home.open', { sealed: await carry() })
  const given = { to: OWNER, originals: true, satisfied: null }
  expect(
    await laptop.ask('home.end', {
      visit: visit.visit,
      end: { kind: 'done', note: '', given: { ...given, to: { ...OWNER, number: '1' } } },
    }),
  ).toMatchObject({ faults: [{ code: 'life.return.other', field: 'to.number' }] })
  await laptop.get('home.end', { visit: visit.visit, end: { kind: 'done', note: '', given } })
  await office.get('dossier.step', { code, step: { kind: 'return', to: OWNER, satisfied: null } })
  expect(await joinBack(await outcomeOf(laptop))).toMatchObject({ joined: 0, differing: 1 })
  expect(await standings()).toEqual({ [visit.visit]: ['planned', ['life.ended']] })
})

test('a file is read by machines of its office alone, whole, and for what it is', async () => {
  await plannedAt(office, '08:00')
  const sealed = await carry()
  const laptop = await laptopOf(8)
  const codeOf = async (of: TempOffice, call: 'home.open' | 'home.join', file: string) => {
    const answer = await of.ask(call, { sealed: file })
    return answer.ok ? null : answer.faults[0]?.code
  }
  expect(await codeOf(laptop, 'home.open', 'hello')).toBe('home.file.strange')
  expect(await codeOf(laptop, 'home.open', sealed.slice(0, 40))).toBe('home.file.strange')
  expect(await codeOf(laptop, 'home.join', sealed)).toBe('home.file.route')
  expect(await codeOf(office, 'home.open', sealed)).toBe('home.file.here')
  const at = sealed.length - 12
  const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`
  expect(await codeOf(laptop, 'home.open', changed)).toBe('home.file.key')
  writeFileSync(join(laptop.dataDir, 'hall.key'), `${CODE.replace('K', 'M')}\n`)
  expect(await codeOf(laptop, 'home.open', sealed)).toBe('home.file.key')
  writeFileSync(join(laptop.dataDir, 'hall.key'), '')
  expect(await codeOf(laptop, 'home.open', sealed)).toBe('hall.code.missing')
  writeFileSync(join(laptop.dataDir, 'hall.key'), `${CODE}\n`)
  expect(await codeOf(laptop, 'home.open', sealed)).toBe(null)
  const [stop] = (await laptop.get('home.view', { day: DAY })).routes[0]?.stops ?? []
  if (stop === undefined) throw new Error('no stop')
  expect(
    await laptop.ask('home.plan', { visit: stop.visit.visit, day: DAY, slot: '10:00', official: (await personOf(laptop, 'reception')).id }),
  ).toMatchObject({
    faults: [{ code: 'home.elsewhere' }],
  })
  expect(await laptop.ask('home.outcome', { day: DAY, official: await goer() })).toMatchObject({ faults: [{ code: 'home.file.nothing' }] })
  await done(stop.visit, laptop)
  const stranger = await laptopOf(5)
  expect(await codeOf(stranger, 'home.join', await outcomeOf(laptop))).toBe('home.file.elsewhere')
})

/** The same office once more, on a copy of its folder as it lies on the disk now. */
async function twinOf(of: TempOffice): Promise<TempOffice> {
  const dataDir = tempFolder()
  await of.close()
  cpSync(of.dataDir, dataDir, { recursive: true })
  office = await homeMachine(3, of.dataDir)
  open = [...open, office]
  return homeMachine(3, dataDir)
}

type Life = {
  readonly life: 'laptop' | 'counter'
  readonly dataDir: string
  readonly sealed: string
  /** It is killed so many milliseconds after so many lines. */
  readonly after: number
  readonly ms: number
}

/** A machine as a process of its own, killed by the system. Answers with what it told. */
async function killed({ life, dataDir, sealed, after, ms }: Life): Promise<readonly string[]> {
  const child = spawn(process.execPath, [CHILD, life, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.write(`${JSON.stringify(sealed)}\n`)
  const ended = once(child, 'exit')
  const told: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    told.push(line)
    if (told.length === after) setTimeout(() => child.kill('SIGKILL'), ms)
  }
  await ended
  if (child.signalCode !== 'SIGKILL') throw new Error(`it ended by itself with ${String(child.exitCode)}`)
  return told
}
