import { DossierId, HandoverId, uuidv7 } from '#domain/kernel/id.ts'
import { randomness } from '#machine/randomness.ts'
import { demoOffice, draftOf, personOf, PIN } from '../kit/office.ts'
import { completed } from '../kit/complete.ts'

/**
 * One life of a counter in the kill campaign: receives dossiers as fast as it can, says each step on standard output, and
 * is killed by its parent at any moment. `saved CODE` is what the official was told.
 */
const [dataDir = '', printer = '', city = ''] = process.argv.slice(2)
const say = (what: string): void => void process.stdout.write(`${what}\n`)

const office = await demoOffice({ dataDir, printer, cityUrl: city, pagePrinter: `folder:${dataDir}/trang-in` })
say('open')
const card = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'
for (let n = 1; ; n += 1) {
  const { draft } = await draftOf(office, card, '2.000815')
  const ready = await completed(office, { ...draft, id: DossierId.parse(uuidv7(office.clock.now(), randomness)) })
  await office.get('draft.keep', { draft: ready })
  say(`kept ${ready.id}`)
  const { dossier } = await office.get('dossier.finish', { draft: ready })
  say(`saved ${dossier.code}`)
  if (n % 3 === 0) await handOver(dossier.code)
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
