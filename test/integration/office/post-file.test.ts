import { afterEach, beforeEach, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { completed } from '#kit/complete.ts'
import { handClock } from '#kit/hand-clock.ts'
import { PIN, type TempOffice, demoOffice, draftOf, personOf, signIn } from '#kit/office.ts'

const CARD = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'
const [FIRST, SECOND, THIRD, NEVER] = ['RN123456785VN', 'RN473124829VN', 'CP202600060VN', 'EA000000014VN'] as const
const HEAD = ['Số hiệu bưu gửi', 'Trạng thái', 'Thời gian', 'Người ký nhận', 'Lý do']

let office: TempOffice
let clock: ReturnType<typeof handClock>
beforeEach(async () => {
  clock = handClock('2026-11-23T08:00:00+07:00')
  office = await demoOffice({}, { clock })
  await signIn(office, 'reception')
})
afterEach(() => office.forget())

/** A list to the Post with a ready result under each number, signed at 08:00. */
async function sent(numbers: readonly string[]): Promise<readonly string[]> {
  const list = await office.get('handover.open', { direction: 'to-post', partner: 'Bưu điện Hồng Ngự' })
  const codes: string[] = []
  for (const number of numbers) {
    const { draft } = await draftOf(office, CARD, '2.000815')
    const { dossier } = await office.get('dossier.finish', { draft: { ...(await completed(office, draft)), returnBy: 'post' } })
    await office.get('dossier.step', { code: dossier.code, step: { kind: 'ready', result: 'Bản sao' } })
    await office.get('handover.scan', { handover: list.id, text: dossier.code })
    await office.get('handover.scan', { handover: list.id, text: number, sure: true })
    codes.push(dossier.code)
  }
  const [official, clerk] = [(await personOf(office, 'reception')).id, (await personOf(office, 'postal')).id]
  await office.get('handover.sign', { handover: list.id, official: { id: official, pin: PIN }, clerk: { id: clerk, pin: PIN } })
  return codes
}

async function xlsx(...rows: readonly (readonly string[])[]): Promise<string> {
  const table = [HEAD, ...rows].map(row => row.map(value => ({ value, type: String })))
  return (await writeXlsxFile(table).toBuffer()).toString('base64')
}

async function take(bytes: string) {
  const { guess } = await office.get('post.look', { bytes, state: null })
  const { number, state, at } = guess
  if (number === undefined || state === undefined || at === undefined) throw new Error('a column was not found')
  return office.get('post.take', { bytes, mapping: { ...guess, number, state, at } })
}

const entries = async () => JSON.stringify(await office.get('post.parcels', {}))

test('a file moves its parcels, names what does not fit, and a second time changes nothing', async () => {
  const [delivered = '', , other] = await sent([FIRST, SECOND, THIRD])
  clock.move('2026-11-25T18:00:00+07:00')
  const bytes = await xlsx(
    [FIRST, 'Phát thành công', '24/11/2026 14:05', 'Lê Văn Tám', ''],
    [FIRST, 'Phát không thành công', '23/11/2026 16:00', '', 'Vắng nhà'],
    [FIRST, 'Chuyển hoàn', '25/11/2026 09:00', '', ''],
    [SECOND, 'Chuyển hoàn', '25/11/2026 09:00', '', ''],
    [SECOND, 'Phát thành công', '01/11/2026 09:00', 'Người trước', ''],
    [NEVER, 'Phát thành công', '25/11/2026 10:00', 'Ai đó', ''],
    [THIRD, 'Phát thành công', '25/11/2026 10:00', '', ''],
    [THIRD, 'Phát không thành công', '25/12/2026 10:00', '', 'x'],
    [THIRD, 'Đang vận chuyển', '24/11/2026 10:00', '', ''],
    ['khong so', 'Đang vận chuyển', '24/11/2026 10:00', '', ''],
  )
  const first = await take(bytes)
  expect(first).toMatchObject({
    moved: 3,
    known: 2,
    misfits: [
      { row: 4, number: FIRST, why: 'twice' },
      { row: 7, number: NEVER, why: 'unknown' },
    ],
    faults: [
      { row: 8, fault: { code: 'post.row.receiver', field: 'receiver', data: { row: 8 } } },
      { row: 9, fault: { code: 'parcel.time.future', field: 'at' } },
      { row: 11, fault: { code: 'post.row.number', field: 'number' } },
    ],
  })
  const opened = await office.get('dossier.open', { code: delivered })
  expect(opened.state).toBe('returned')
  const lines = await office.get('post.parcels', {})
  expect(lines.find(({ item }) => item.parcel === SECOND)?.parcel).toMatchObject({ state: 'returning', reason: 'Chuyển hoàn' })
  expect(lines.find(({ item }) => item.code === other)?.parcel).toMatchObject({ state: 'away' })
  expect(lines.find(({ item }) => item.parcel === FIRST)?.parcel).toMatchObject({ receiver: 'Lê Văn Tám', tries: 1 })
  const day = await office.get('post.day', { day: null, counted: [] })
  expect(day.differences.filter(({ kind }) => kind === 'unknown' || kind === 'twice').map(({ kind, parcel }) => [kind, parcel])).toEqual([
    ['unknown', NEVER],
    ['twice', FIRST],
  ])

  const [state, before] = [await entries(), await office.get('office.hello', {})]
  const second = await take(bytes)
  expect(second).toMatchObject({ moved: 0, known: 5, misfits: first.misfits, faults: first.faults })
  expect(await entries()).toBe(state)
  const after = await office.get('office.hello', {})
  expect(after.setUp && before.setUp && after.status.city.pending === before.status.city.pending).toBe(true)
})

test('a day without a time means after its list was signed; words nobody knows are asked about by column', async () => {
  await sent([FIRST])
  clock.move('2026-11-23T18:00:00+07:00')
  const bytes = await xlsx([FIRST, 'Xong việc', '23/11/2026', 'Lê Văn Tám', ''])
  const looked = await office.get('post.look', { bytes, state: 1 })
  expect(looked).toMatchObject({ head: HEAD, count: 1, guess: { number: 0, state: 1, at: 2 }, words: [{ word: 'Xong việc', means: null }] })
  const mapping = { number: 0, state: 1, at: 2, receiver: 3, states: { 'xong viec': 'delivered' as const } }
  expect(await office.get('post.take', { bytes, mapping })).toMatchObject({ moved: 1, faults: [], misfits: [] })
  expect(await office.get('post.take', { bytes, mapping })).toMatchObject({ moved: 0, known: 1, faults: [], misfits: [] })
})

test('what was counted and why it is accepted outlast the window; closing the day ends them', async () => {
  const [code = ''] = await sent([FIRST])
  const { day } = await office.get('post.day', { day: null, counted: null })
  await office.get('post.count', { day, counted: [code], reasons: { [`extra ${code}`]: 'Bưu tá trả lại tại quầy' } })
  const kept = await office.get('post.day', { day: null, counted: null })
  expect(kept).toMatchObject({
    counted: [code],
    reasons: { [`extra ${code}`]: 'Bưu tá trả lại tại quầy' },
    differences: [{ kind: 'extra' }],
  })
  await office.get('post.close', { day, counted: kept.counted, reasons: kept.reasons })
  expect(await office.get('post.day', { day: null, counted: null })).toMatchObject({ counted: [], closed: { day } })
})
