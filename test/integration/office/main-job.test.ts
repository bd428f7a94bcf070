import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { completed } from '#kit/complete.ts'
import { type TempOffice, demoOffice, draftOf, personOf, PIN, tempOffice } from '#kit/office.ts'

const CARD = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'

/** Waits until nothing is left to print. */
const printed = (office: TempOffice) => expect.poll(async () => (await office.get('paper.waiting', {})).length, { timeout: 15_000 }).toBe(0)

describe('one citizen', () => {
  let office: TempOffice
  beforeAll(async () => {
    office = await demoOffice()
  })
  afterAll(() => office.forget())

  test('is served from card to paper', async () => {
    const weighed = await draftOf(office, CARD, '2.000635')
    expect(weighed.draft.applicant.name).toBe('Nguyễn Thị Hương Lan')
    const draft = await completed(office, weighed.draft)
    const received = await office.get('dossier.finish', { draft })
    expect(received.dossier.code).toBe('000.00.20.H20-261123-3001')
    expect(received.jobs.map(({ form, state }) => `${form} ${state}`)).toEqual(['receipt waiting', 'declaration waiting', 'mau-01 waiting'])
    await printed(office)
    const slips = readdirSync(join(office.dataDir, 'may-in')).filter(name => name.endsWith('.txt'))
    expect(slips).toHaveLength(1)
    expect(readFileSync(join(office.dataDir, 'may-in', slips[0] ?? ''), 'utf8')).toContain(received.dossier.code)
    expect(readdirSync(join(office.dataDir, 'trang-in')).sort()).toEqual([
      `declaration-${received.dossier.code}.pdf`,
      `mau-01-${received.dossier.code}.pdf`,
    ])
  })

  test('finished twice is the same dossier', async () => {
    const { draft } = await draftOf(office, CARD, '2.000635')
    const ready = await completed(office, draft)
    const [one, other] = [await office.get('dossier.finish', { draft: ready }), await office.get('dossier.finish', { draft: ready })]
    expect(other.dossier).toEqual(one.dossier)
  })

  test('who was here before is known: the form asks less', async () => {
    const { draft } = await draftOf(office, CARD, '2.000635')
    const fromBefore = Object.values(draft.answers).filter(({ origin }) => origin.from === 'earlier')
    expect(fromBefore.length).toBeGreaterThan(0)
  })

  test('whose form lacks a field is told which, and nothing is numbered', async () => {
    const { draft } = await draftOf(office, CARD, '1.001193')
    const refused = await office.ask('dossier.finish', { draft })
    expect(refused.ok).toBe(false)
    if (!refused.ok) expect(refused.faults.every(({ field, kind }) => kind === 'input' && field !== undefined)).toBe(true)
    const next = await office.get('dossier.finish', { draft: await completed(office, draft) })
    expect(next.dossier.code).toBe('000.00.20.H20-261123-3003')
  })
})

describe('a window', () => {
  test('that asks for what is not there, or in a wrong shape, is refused before any code sees it', async () => {
    const office = await demoOffice()
    for (const [name, input] of [
      ['no.such', {}],
      ['toString', {}],
      ['dossier.finish', { draft: 1 }],
      ['card.scan', { text: 'x', more: 1 }],
      [7, null],
    ]) {
      expect(await office.foreign(name, input)).toMatchObject({ ok: false })
    }
    await office.forget()
  })

  test('must sign in before it may look at people', async () => {
    const office = await demoOffice()
    await office.get('official.signOut', {})
    expect(await office.ask('dossier.find', { text: 'lan' })).toMatchObject({ ok: false, faults: [{ code: 'official.nobody' }] })
    const { id } = await personOf(office, 'reception')
    for (let i = 0; i < 5; i += 1)
      expect(await office.ask('official.signIn', { id, pin: '0000' })).toMatchObject({ ok: false, faults: [{ code: 'official.pin' }] })
    expect(await office.ask('official.signIn', { id, pin: PIN })).toMatchObject({ ok: false, faults: [{ code: 'official.wait' }] })
    office.clock.move('2026-11-23T09:45:00+07:00')
    await office.get('official.signIn', { id, pin: PIN })
    await office.forget()
  })
})

describe('a data folder', () => {
  test('has one office: a second one says so and leaves', async () => {
    const office = await demoOffice()
    await expect(tempOffice({ dataDir: office.dataDir })).rejects.toThrow(/store\.in\.use/)
    await office.forget()
  })

  test('opened again has its drafts, its dossiers and a whole journal', async () => {
    const first = await demoOffice()
    const { draft } = await draftOf(first, CARD, '2.000635')
    const ready = await completed(first, draft)
    await first.get('draft.keep', { draft: ready })
    await first.close()
    const again = await demoOffice({ dataDir: first.dataDir })
    expect(await again.get('draft.list', {})).toMatchObject([{ id: draft.id, name: 'Nguyễn Thị Hương Lan' }])
    const resumed = await again.get('draft.resume', { id: draft.id })
    expect(resumed.draft).toEqual(ready)
    await again.get('dossier.finish', { draft: resumed.draft })
    expect(await again.get('draft.list', {})).toEqual([])
    await again.forget()
  })
})

describe('the handover desk', () => {
  test('builds a list by scanning, refuses doubles and strangers, and closes it with both PINs', async () => {
    const office = await demoOffice()
    const codes: string[] = []
    for (let n = 0; n < 3; n += 1) {
      const { draft } = await draftOf(office, CARD, '2.000815')
      codes.push((await office.get('dossier.finish', { draft: await completed(office, draft) })).dossier.code)
    }
    const list = await office.get('handover.open', { direction: 'to-post', partner: 'Bưu điện Hồng Ngự' })
    for (const text of codes) await office.get('handover.scan', { handover: list.id, text })
    expect(await office.ask('handover.scan', { handover: list.id, text: codes[0] ?? '' })).toMatchObject({
      ok: false,
      faults: [{ code: 'handover.item.double' }],
    })
    expect(await office.ask('handover.scan', { handover: list.id, text: '000.00.20.H20-261123-9999' })).toMatchObject({
      ok: false,
      faults: [{ code: 'handover.item.foreign' }],
    })
    const [official, clerk] = [(await personOf(office, 'reception')).id, (await personOf(office, 'postal')).id]
    expect(
      await office.ask('handover.sign', { handover: list.id, official: { id: official, pin: PIN }, clerk: { id: clerk, pin: '1111' } }),
    ).toMatchObject({
      ok: false,
      faults: [{ code: 'official.pin', field: 'clerk.pin' }],
    })
    const signed = await office.get('handover.sign', {
      handover: list.id,
      official: { id: official, pin: PIN },
      clerk: { id: clerk, pin: PIN },
    })
    expect(signed.items).toHaveLength(3)
    expect(await office.ask('handover.scan', { handover: list.id, text: codes[0] ?? '' })).toMatchObject({
      ok: false,
      faults: [{ code: 'handover.closed' }],
    })
    await printed(office)
    expect(readdirSync(join(office.dataDir, 'trang-in'))).toContain(`handover-${signed.code}.pdf`)
    await office.forget()
  })
})
