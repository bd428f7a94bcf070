import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CounterId } from '#domain/kernel/id.ts'
import { RESOURCES, got } from '#kit/basics.ts'
import { viewOf } from '#kit/hall.ts'
import { type TempOffice, demoOffice, personOf, tempOffice } from '#kit/office.ts'
import { sha256 } from '#machine/digest.ts'
import { randomness } from '#machine/randomness.ts'
import { openStore } from '#storage/store.ts'

const helloOf = async (office: TempOffice) => {
  const hello = await office.get('hall.hello', {})
  if (!hello.setUp) throw new Error('not set up')
  return hello
}

test('before the set-up the wall is told that there is nothing yet', async () => {
  const office = await tempOffice()
  expect(await office.get('hall.hello', {})).toMatchObject({ setUp: false })
  await office.forget()
})

test('the wall is told what hangs at the door, and nothing of anybody', async () => {
  const office = await demoOffice()
  await office.get('queue.take', { services: ['ho-tich'], priority: 'disabled', appointment: null })
  const hello = await helloOf(office)
  expect(hello.office.name).toContain('phường An Bình')
  expect(hello.view.hall.services[0]).toMatchObject({ id: 'ho-tich', waiting: 1 })
  const told = JSON.stringify(hello)
  for (const secret of ['Nguyễn Thị An', 'disabled', '1234567890', 'TAI KHOAN']) expect(told).not.toContain(secret)
  await office.forget()
})

test('every matter of today leads to a service of the hall, the most used first', async () => {
  const office = await demoOffice()
  const { matters, view } = await helloOf(office)
  expect(matters.length).toBeGreaterThan(20)
  const services = new Set(view.hall.services.map(({ id }) => id))
  for (const { service } of matters) expect(services).toContain(service)
  expect(matters.slice(0, 2).map(({ service }) => service)).toEqual(['ho-tich', 'chung-thuc'])
  await office.forget()
})

test('the voice that is set is there, with every clip that it names', async () => {
  const office = await demoOffice()
  const { voice } = await helloOf(office)
  expect(voice.pack?.accent).toBe('south')
  const pack = voice.pack?.id ?? ''
  for (const clip of Object.values(voice.pack?.pieces ?? {})) {
    const { bytes } = await office.get('hall.clip', { pack, clip })
    expect([clip, Buffer.from(bytes ?? []).toString('latin1', 0, 4)]).toEqual([clip, 'RIFF'])
  }
  await office.forget()
})

test('no other file is reached through a clip', async () => {
  const office = await demoOffice()
  expect(await office.get('hall.clip', { pack: 'south', clip: 'none.wav' })).toEqual({ bytes: null })
  for (const clip of ['../../catalog/services.json', 'voice.json', '../north/a.wav', '']) {
    expect(await office.foreign('hall.clip', { pack: 'south', clip })).toMatchObject({ ok: false })
  }
  await office.forget()
})

test('a voice of the office’s own takes the place of one that ships; a half one does not', async () => {
  const office = await demoOffice()
  const own = join(office.dataDir, 'voice', 'cua-ta')
  cpSync(join(RESOURCES, 'voice', 'south'), own, { recursive: true })
  const shipped: { name: string; pieces: Record<string, string> } = JSON.parse(readFileSync(join(own, 'voice.json'), 'utf8'))
  writeFileSync(join(own, 'voice.json'), JSON.stringify({ ...shipped, name: 'Giọng chị Hương' }))
  expect((await helloOf(office)).voice.pack?.name).toBe('Giọng chị Hương')
  const { bytes } = await office.get('hall.clip', { pack: 'south', clip: 'a.wav' })
  expect(bytes?.length).toBe(readFileSync(join(own, 'a.wav')).length)

  const { chime: _, ...pieces } = shipped.pieces
  writeFileSync(join(own, 'voice.json'), JSON.stringify({ ...shipped, name: 'Giọng chị Hương', pieces }))
  expect((await helloOf(office)).voice.pack?.name).toBe(shipped.name)
  await office.forget()
})

test('what the kiosk takes is the machine’s doing, whoever signed in at the counter', async () => {
  const office = await demoOffice()
  const wish = { services: ['ho-tich'], priority: null, appointment: null }
  const official = (await personOf(office, 'reception')).id
  await office.get('hall.take', wish)
  await office.get('queue.take', wish)
  expect((await viewOf(office)).hall.tickets.map(({ by }) => by.official)).toEqual([null, official])
  await office.close()
  const parts = { counter: CounterId.parse('DEMO-01.Q3'), now: office.clock.now, digest: sha256, randomness }
  const store = got(openStore({ file: join(office.dataDir, 'office.db'), key: null, binding: null }, parts))
  const of = (kind: string) => store.read.journal.read(0, 500).flatMap(entry => (entry.kind === kind ? [entry.actor] : []))
  expect(of('ticket.taken')).toEqual(['DEMO-01.Q3', official])
  expect(of('ticket.printed')).toEqual(['DEMO-01.Q3', official])
  store.close()
})

test('a wall that is not heard is known at the counter until it says otherwise, or says nothing any more', async () => {
  const office = await demoOffice()
  const silent = async () => (await viewOf(office)).standing.silent
  expect(await silent()).toBe(false)
  await office.get('hall.silent', { silent: true })
  expect(await silent()).toBe(true)
  await office.get('hall.silent', { silent: false })
  expect(await silent()).toBe(false)
  await office.get('hall.silent', { silent: true })
  office.clock.move('2026-11-23T09:42:00+07:00')
  expect(await silent()).toBe(true)
  office.clock.move('2026-11-23T09:43:00+07:00')
  expect(await silent()).toBe(false)
  await office.forget()
})
