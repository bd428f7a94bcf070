import { describe, expect, test } from 'vitest'
import type { Status } from '#contract/events.ts'
import { Instant, readIsoTime } from '#domain/kernel/time.ts'
import { lightsOf } from '#renderer/counter/frame/lights.ts'
import { screenVi } from '#words/screen-vi.ts'

const at = readIsoTime('2026-11-23T08:12:00') ?? Instant.parse(0)
const well: Status = {
  printer: { ready: true, fault: null, waiting: 0, since: null },
  pages: { ready: true, fault: null, waiting: 0, since: null },
  scanner: { address: 'serial:COM4', connected: true },
  city: { url: 'https://city.example', reached: at, pending: 0, since: null, fault: null },
}
const lights = (part: Partial<Status> = {}) => lightsOf({ ...well, ...part }, screenVi.status, code => `Câu cho ${code}. Việc cần làm.`)
const light = (what: string, part: Partial<Status>) => lights(part).find(one => one.what === what)

test('when all is well every light is green', () => expect(lights().map(one => one.tone)).toEqual(['good', 'good', 'good', 'good']))

test('no network is grey and says that work goes on', () => {
  const city = light('city', { city: { ...well.city, since: at, pending: 37, fault: 'city.unreachable' } })
  expect(city).toEqual({ what: 'city', tone: 'away', said: 'mất mạng từ 08:12, 37 mục chờ gửi, vẫn làm việc bình thường' })
})

test('a counter without a city says so and is not alarmed', () =>
  expect(light('city', { city: { ...well.city, url: null, reached: null } })?.tone).toBe('away'))

describe('a printer that cannot print', () => {
  const off = { ready: false, fault: 'printer.paper-out', waiting: 0, since: at }
  test('is a warning while nobody waits for it', () =>
    expect(light('printer', { printer: off })).toMatchObject({ tone: 'warn', said: 'máy in phiếu: hết giấy · từ 08:12' }))
  test('is red when a paper waits: a hand is needed now', () =>
    expect(light('printer', { printer: { ...off, waiting: 2 } })).toMatchObject({
      tone: 'wrong',
      said: 'máy in phiếu: hết giấy · từ 08:12 · 2 chờ in',
    }))
  test('says the first sentence of a fault that has no short word', () =>
    expect(light('pages', { pages: { ...off, fault: 'store.full' } })?.said).toContain('Câu cho store.full ·'))
})

test('a scanner that is gone is named by its place', () =>
  expect(light('scanner', { scanner: { address: 'serial:COM4', connected: false } })).toMatchObject({
    tone: 'warn',
    said: 'không thấy máy quét COM4',
  }))
