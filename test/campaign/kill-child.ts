import { setTimeout as wait } from 'node:timers/promises'
import { proposeYear } from '#domain/calendar/proposal.ts'
import type { Turning } from '#domain/dossier/turn-away.ts'
import { DossierId, HandoverId, uuidv7 } from '#domain/kernel/id.ts'
import { randomness } from '#machine/randomness.ts'
import { completed } from '../kit/complete.ts'
import { demoOffice, draftOf, personOf, PIN, signIn } from '../kit/office.ts'
import { CHANGED_YEAR } from './kept-settings.ts'

/**
 * One life of a counter in the kill campaign: receives dossiers, turns citizens away and keeps settings as fast as it can,
 * says each step on standard output, and is killed by its parent at any moment. `saved CODE` is what the official was told;
 * `turning DRAFT` and `setting STAMP` come just before the act. The last life only ends the errands of those before.
 */
const [life = 'work', start = '1', dataDir = '', printer = '', city = ''] = process.argv.slice(2)
const say = (what: string): void => void process.stdout.write(`${what}\n`)

const office = await demoOffice({ dataDir, printer, cityUrl: city, pagePrinter: 'system:' })
await signIn(office, 'supervisor')
say('open')
const card = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'
const asking: Turning = { kind: 'supplement', papers: {}, others: [], reason: 'Chưa có giấy chứng sinh', again: true }
const refusing: Turning = { kind: 'refuse', reason: 'Nơi cư trú của cha, mẹ không thuộc thẩm quyền' }
const newId = (): string => uuidv7(office.clock.now(), randomness)
if (life === 'work') await work()
else await endErrands()

/** Lives begin at different acts, so that short ones reach them all. */
async function work(): Promise<void> {
  for (let n = Number(start); ; n += 1) {
    if (n % 3 !== 0) await turnAway(n % 2 === 0 ? asking : refusing)
    if (n % 3 === 2) await keepSettings()
    const code = await receive()
    if (n % 3 === 0) await handOver(code)
  }
}

async function receive(): Promise<string> {
  const { draft } = await draftOf(office, card, '2.000815')
  const ready = await completed(office, { ...draft, id: DossierId.parse(newId()) })
  await office.get('draft.keep', { draft: ready })
  say(`kept ${ready.id}`)
  const { dossier } = await office.get('dossier.finish', { draft: ready })
  say(`saved ${dossier.code}`)
  return dossier.code
}

async function turnAway(turning: Turning): Promise<void> {
  const { draft } = await draftOf(office, card, '1.001193')
  say(`turning ${draft.id}`)
  const { visit } = await office.get('visit.turnAway', { draft, turning })
  say(`turned ${visit.paper}`)
}

/** A stamp of its own in each file, so that whoever reads one knows which save it is of. */
async function keepSettings(): Promise<void> {
  const { settings } = await office.get('settings.open', {})
  const stamp = newId()
  const wanted = {
    settings: { ...settings, office: { ...settings.office, unit: stamp } },
    years: [{ ...proposeYear(CHANGED_YEAR), source: stamp }],
  }
  say(`setting ${stamp}`)
  await office.get('settings.keep', wanted)
  say(`set ${stamp}`)
}

async function handOver(code: string): Promise<void> {
  const list = await office.get('handover.open', { direction: 'to-post', partner: 'Bưu điện' })
  await office.get('handover.scan', { handover: HandoverId.parse(list.id), text: code })
  const [official, clerk] = [await personOf(office, 'reception'), await personOf(office, 'postal')]
  const signed = await office.get('handover.sign', {
    handover: list.id,
    official: { id: official.id, pin: PIN },
    clerk: { id: clerk.id, pin: PIN },
  })
  say(`signed ${signed.code}`)
}

/** Waits until nothing is left to print or to send. */
async function endErrands(): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const waiting = await office.get('paper.waiting', {})
    const hello = await office.get('office.hello', {})
    if (waiting.length === 0 && hello.setUp && hello.status.city.pending === 0) return office.close()
    await wait(100)
  }
  throw new Error('the errands did not end in two minutes')
}
