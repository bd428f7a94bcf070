import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Turning } from '#domain/dossier/turn-away.ts'
import { tempFolder } from '#kit/basics.ts'
import { LAN } from '#kit/cards.ts'
import { tempCity } from '#kit/city.ts'
import { type FlakyCity, flakyCity } from '#kit/flaky-city.ts'
import { type TempOffice, demoOffice, draftOf } from '#kit/office.ts'
import { type PageQueue, pageQueue } from '#kit/page-queue.ts'

const COUNTER = 'DEMO-01.Q3'
const LONG = { timeout: 60_000 }
const asking: Turning = { kind: 'supplement', papers: {}, others: [], reason: 'Chưa có giấy chứng sinh', again: false }
const refusing: Turning = { kind: 'refuse', reason: 'Nơi cư trú của cha, mẹ không thuộc thẩm quyền' }

let queue: PageQueue
let city: Awaited<ReturnType<typeof tempCity>>
let line: FlakyCity
let dataDir: string
let office: TempOffice
beforeEach(async () => {
  queue = pageQueue()
  vi.stubEnv('PATH', queue.path)
  city = await tempCity()
  line = await flakyCity(city.url)
  dataDir = tempFolder()
  office = await opened()
}, 120_000)
afterEach(async () => {
  await office.forget()
  await line.close()
  await city.close()
  queue.close()
  vi.unstubAllEnvs()
})

const opened = () => demoOffice({ dataDir, pagePrinter: 'system:', cityUrl: line.url })
const status = async () => {
  const hello = await office.get('office.hello', {})
  return hello.setUp ? hello.status : expect.fail('not set up')
}
const turnAway = async (turning: Turning) => {
  const { draft } = await draftOf(office, LAN, '1.001193')
  return { draft, visit: (await office.get('visit.turnAway', { draft, turning })).visit }
}
const waiting = async () => (await office.get('paper.waiting', {})).map(({ code, fault, copy }) => [code, fault, copy])
/** The press tried, and the queue would not have it: for want of paper, and nothing else. */
const refusedByQueue = (paper: string | undefined) =>
  expect.poll(async () => (await waiting())[0], LONG).toEqual([paper, 'page.printer.refused', 1])
const sent = () => expect.poll(async () => (await status()).city.pending, LONG).toBe(0)
/** The line takes everything and says nothing, for as long as anybody tries. */
const pullCable = (): void => line.behave(...Array.from({ length: 1_000 }, () => ({ kind: 'hang' as const })))

test('without paper and without a line, who is turned away waits whole, and each comes once when it is back', async () => {
  await sent()
  const before = await city.head(COUNTER)
  queue.paper(false)
  pullCable()
  const refused = await turnAway(refusing)
  const asked = await turnAway(asking)
  const papers = [refused.visit.paper, asked.visit.paper]
  const stillThere = async (): Promise<void> => {
    expect((await waiting()).map(([code, , copy]) => [code, copy])).toEqual(papers.map(paper => [paper, 1]))
    expect((await office.get('draft.list', {})).map(({ id }) => id)).toEqual([asked.draft.id])
    expect(await city.head(COUNTER)).toEqual(before)
    expect(queue.sheets()).toEqual([])
  }
  await refusedByQueue(papers[0])
  await stillThere()
  expect((await status()).city.pending).toBe(2)

  // The evening comes before the paper does.
  await office.close()
  office = await opened()
  await refusedByQueue(papers[0])
  await stillThere()

  queue.paper(true)
  line.behave()
  await expect.poll(waiting, LONG).toEqual([])
  await sent()
  expect(queue.sheets()).toEqual([
    { name: `refusal-${papers[0]}.pdf`, whole: true },
    { name: `supplement-${papers[1]}.pdf`, whole: true },
  ])
  expect((await city.head(COUNTER)).position).toBe(before.position + 2)
}, 240_000)
