import { beforeEach, afterEach, describe, expect, test } from 'vitest'
import type { HandoverId } from '#domain/kernel/id.ts'
import type { Direction } from '#domain/post/handover.ts'
import { TrackingNumber } from '#domain/post/tracking.ts'
import { completed } from '#kit/complete.ts'
import { handClock } from '#kit/hand-clock.ts'
import { PIN, type TempOffice, demoOffice, draftOf, personOf, signIn } from '#kit/office.ts'

const CARD = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'
const LABEL = TrackingNumber.parse('RN123456785VN')
const OTHER = TrackingNumber.parse('CP202600060VN')

let office: TempOffice
let clock: ReturnType<typeof handClock>
beforeEach(async () => {
  clock = handClock('2026-11-23T08:00:00+07:00')
  office = await demoOffice({}, { clock })
  await signIn(office, 'reception')
})
afterEach(() => office.forget())

/** A dossier whose result is ready and is to go by the Post. */
async function readyByPost(): Promise<string> {
  const { draft } = await draftOf(office, CARD, '2.000815')
  const { dossier } = await office.get('dossier.finish', { draft: { ...(await completed(office, draft)), returnBy: 'post' } })
  await office.get('dossier.step', { code: dossier.code, step: { kind: 'ready', result: 'Bản sao đã chứng thực' } })
  return dossier.code
}

const listTo = (direction: Direction) => office.get('handover.open', { direction, partner: 'Bưu điện Hồng Ngự' })
const scan = (handover: HandoverId, text: string, more: { parcel?: TrackingNumber; sure?: boolean } = {}) =>
  office.ask('handover.scan', { handover, text, ...more })
const codesOf = (result: Awaited<ReturnType<typeof scan>>) => (result.ok ? [] : result.faults.map(({ code }) => code))
async function sign(handover: HandoverId, paidIn: { handover: HandoverId; dossier: string }[] = []) {
  const [official, clerk] = [(await personOf(office, 'reception')).id, (await personOf(office, 'postal')).id]
  return office.foreign('handover.sign', { handover, official: { id: official, pin: PIN }, clerk: { id: clerk, pin: PIN }, paidIn })
}

describe('results that go by the Post', () => {
  test('slips and labels in any order; a label in doubt is asked about; nothing stands on two lists', async () => {
    const [first, second, third] = [await readyByPost(), await readyByPost(), await readyByPost()]
    const list = await listTo('to-post')
    expect(await scan(list.id, first)).toMatchObject({ value: { kind: 'added', item: { code: first, content: 'result', parcel: null } } })
    expect(await scan(list.id, 'rn 123 456 785 vn')).toMatchObject({ value: { kind: 'labelled', item: { code: first, parcel: LABEL } } })
    expect(await scan(list.id, OTHER)).toEqual({ ok: true, value: { kind: 'label', parcel: OTHER } })
    expect(await scan(list.id, second, { parcel: OTHER })).toMatchObject({ value: { kind: 'added', item: { parcel: OTHER } } })
    expect(codesOf(await scan(list.id, second))).toEqual(['handover.item.double'])
    expect(codesOf(await scan(list.id, OTHER))).toEqual(['handover.parcel.double'])
    await scan(list.id, third)
    expect(codesOf(await scan(list.id, 'RN123456784VN'))).toEqual(['parcel.number.confirm'])
    expect(await scan(list.id, 'RN123456784VN', { sure: true })).toMatchObject({ value: { kind: 'labelled', item: { code: third } } })
    const again = await listTo('to-post')
    expect(await scan(again.id, first)).toMatchObject({ faults: [{ code: 'handover.item.elsewhere', data: { list: list.code } }] })
  })

  test('who chose the counter is not sent; what the Post has is not given out here; what it delivered is given, and the money is booked', async () => {
    const code = await readyByPost()
    const { draft } = await draftOf(office, CARD, '2.000815')
    const counter = (await office.get('dossier.finish', { draft: await completed(office, draft) })).dossier.code
    await office.get('dossier.step', { code: counter, step: { kind: 'ready', result: 'x' } })
    const list = await listTo('to-post')
    expect(codesOf(await scan(list.id, counter))).toEqual(['handover.item.counter'])
    const added = await scan(list.id, code)
    expect(added).toMatchObject({ value: { item: { cod: expect.any(Number) } } })
    expect(await sign(list.id)).toMatchObject({ ok: true })
    const opened = await office.get('dossier.open', { code })
    expect(opened.steps.find(({ step }) => step === 'return')?.bar).toMatchObject({
      code: 'life.return.with-post',
      data: { list: list.code },
    })
    const [line] = await office.get('post.parcels', {})
    expect(line).toMatchObject({ parcel: { state: 'away' }, deadline: '2026-11-26', task: null })
    if (line === undefined) throw new Error('no parcel')
    clock.move('2026-11-24T10:00:00+07:00')
    const delivered = { kind: 'delivered', receiver: 'Lê Văn Tám', shown: null, collected: line.item.cod } as const
    const key = { handover: list.id, dossier: line.parcel.dossier }
    expect(await office.get('post.move', { ...key, step: delivered, at: clock.now() })).toMatchObject({ parcel: { state: 'delivered' } })
    expect(await office.get('dossier.open', { code })).toMatchObject({ state: 'returned' })
    expect(await office.ask('post.move', { ...key, step: delivered, at: clock.now() })).toMatchObject({
      faults: [{ code: 'parcel.state' }],
    })
    expect((await office.get('money.of', { code })).toPay).toBe(line.item.cod)
    const paying = await listTo('from-post')
    expect(await sign(paying.id, [key])).toMatchObject({ ok: true, value: { signed: { paidIn: [{ vnd: line.item.cod }] } } })
    expect(await office.get('money.of', { code })).toMatchObject({ toPay: 0, payments: [{ method: 'post', vnd: line.item.cod }] })
    expect(await sign((await listTo('from-post')).id, [key])).toMatchObject({ faults: [{ code: 'handover.paid-in' }] })
  })

  test('what was given to the citizen between scanning and signing is named when both sign, and nothing is signed', async () => {
    const code = await readyByPost()
    const list = await listTo('to-post')
    const added = await scan(list.id, code)
    if (!added.ok || added.value.kind !== 'added') throw new Error('not added')
    const to = { right: 'owner', name: 'Nguyễn Thị Hương Lan', number: '087190012345', paper: null } as const
    await office.get('dossier.step', { code, step: { kind: 'return', to, satisfied: null } })
    expect(await sign(list.id)).toMatchObject({
      ok: false,
      faults: [{ code: 'handover.item.given', field: `items.${added.value.item.dossier}` }],
    })
    expect((await office.get('handover.look', { handover: list.id })).signed).toBeNull()
  })

  test('what comes back is a task until it is sent again; a list that was wrong is corrected by another that names it', async () => {
    const code = await readyByPost()
    const list = await listTo('to-post')
    await scan(list.id, code)
    await sign(list.id)
    const back = await listTo('from-post')
    expect(await scan(back.id, code)).toMatchObject({ value: { kind: 'added', item: { content: 'result' } } })
    await sign(back.id)
    expect(await office.get('post.parcels', {})).toMatchObject([{ parcel: { state: 'returned' }, task: 'call' }])
    const mends = await office.get('handover.correct', { handover: back.id })
    expect(mends.corrects).toEqual({ id: back.id, code: back.code })
    await scan(mends.id, code)
    await sign(mends.id)
    expect(await office.get('post.parcels', {})).toMatchObject([{ parcel: { state: 'returning', handover: list.id } }])
    const truly = await listTo('from-post')
    await scan(truly.id, code)
    await sign(truly.id)
    const anew = await listTo('to-post')
    expect(await scan(anew.id, code)).toMatchObject({ ok: true })
  })
})

describe('dossiers that the Post brings', () => {
  const brought = { procedure: '2.000815', number: '087190012345', phone: '0912345678', address: null, missing: null }

  test('are received when the list is signed, though written down the next day; their fee came with the list', async () => {
    const list = await listTo('from-post')
    expect(await scan(list.id, LABEL)).toEqual({ ok: true, value: { kind: 'new', parcel: LABEL } })
    const asked = { handover: list.id, owner: 'Nguyễn Thị Hương Lan', parcel: LABEL, papers: 2, weight: 120, fee: 6_000, brought }
    const item = await office.get('handover.bring', asked)
    expect(await office.ask('handover.bring', asked)).toMatchObject({ faults: [{ code: 'handover.parcel.elsewhere' }] })
    const key = { handover: list.id, dossier: item.dossier }
    expect(await office.ask('handover.receive', key)).toMatchObject({ faults: [{ code: 'handover.unsigned' }] })
    clock.move('2026-11-23T10:00:00+07:00')
    const signedAt = clock.now()
    await sign(list.id)
    expect(await office.get('post.parcels', {})).toMatchObject([{ parcel: { state: 'here' }, task: 'receive' }])
    clock.move('2026-11-24T10:30:00+07:00')
    const { draft } = await office.get('handover.receive', key)
    expect(draft).toMatchObject({ id: item.dossier, channel: 'post', applicant: { name: 'Nguyễn Thị Hương Lan', phone: '0912345678' } })
    const { dossier } = await office.get('dossier.finish', { draft: await completed(office, draft) })
    expect(dossier).toMatchObject({ received: signedAt, channel: 'post', list: list.code })
    expect(dossier.code).toContain('-261124-')
    const direct = await draftOf(office, CARD, '2.000815')
    const next = await office.get('dossier.finish', { draft: await completed(office, direct.draft) })
    expect(Number(next.dossier.code.slice(-4))).toBe(Number(dossier.code.slice(-4)) + 1)
    expect(next.dossier.due).toBeGreaterThan(dossier.due)
    expect(await office.get('money.of', { code: dossier.code })).toMatchObject({ payments: [{ method: 'post', vnd: expect.any(Number) }] })
    expect(await office.get('post.parcels', {})).toEqual([])
  })
})

describe('the end of a day of the Post', () => {
  test('is closed over a difference only with a reason, and says where everything was', async () => {
    const [here, away] = [await readyByPost(), await readyByPost()]
    const list = await listTo('to-post')
    await scan(list.id, away)
    await sign(list.id)
    const whole = await office.get('post.day', { day: null, counted: [here] })
    expect(whole.differences).toEqual([])
    expect(whole.holdings.map(({ code, place }) => [code, place])).toEqual([
      [here, 'office'],
      [away, 'post'],
    ])
    const short = await office.get('post.day', { day: null, counted: ['RN999999996VN'] })
    expect(short.differences.map(({ kind, name }) => `${kind} ${name}`)).toEqual([`missing ${here}`, 'foreign RN999999996VN'])
    const closing = { day: whole.day, counted: [], reasons: {} }
    expect(await office.ask('post.close', closing)).toMatchObject({ faults: [{ code: 'post.day.reason', field: `missing ${here}` }] })
    const reasons = { [`missing ${here}`]: 'Cán bộ hộ tịch đang giữ để đối chiếu' }
    expect(await office.get('post.close', { ...closing, reasons })).toMatchObject({ counts: { office: 1, post: 1 } })
    expect(await office.ask('post.close', { ...closing, reasons })).toMatchObject({ faults: [{ code: 'post.day.closed' }] })
    clock.move('2026-11-24T08:00:00+07:00')
    const next = await office.get('post.day', { day: null, counted: [] })
    expect(next.differences).toMatchObject([{ kind: 'missing', known: 'Cán bộ hộ tịch đang giữ để đối chiếu' }])
  })
})
