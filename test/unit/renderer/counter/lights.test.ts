import { describe, expect, test } from 'vitest'
import type { Status } from '#contract/events.ts'
import { Instant, readIsoTime } from '#domain/kernel/time.ts'
import { lightsOf } from '#renderer/counter/frame/lights.ts'
import { screenVi } from '#words/screen-vi.ts'

const at = readIsoTime('2026-11-23T08:12:00') ?? Instant.parse(0)
const well: Status = {
  printer: { ready: true, fault: null, waiting: 0, since: null, warning: null, second: null },
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

const alone = { warning: null, second: null }

describe('two slip printers', () => {
  const second = { fault: null, warning: null }
  const out = { ready: false, fault: 'printer.paper-out', waiting: 1, since: at, warning: null }
  test('where the second prints for the first say so in amber, and nobody waits', () =>
    expect(light('printer', { printer: { ...out, waiting: 0, second } })).toEqual({
      what: 'printer',
      tone: 'warn',
      said: 'Máy in 1 hết giấy: đang in ở máy in 2 · từ 08:12',
    }))
  test('that both cannot print are red while a slip waits, each with its reason', () =>
    expect(light('printer', { printer: { ...out, second: { ...second, fault: 'printer.off' } } })).toEqual({
      what: 'printer',
      tone: 'wrong',
      said: 'máy in phiếu: hết giấy · từ 08:12 · 1 chờ in · máy in 2 tắt hoặc mất nối',
    }))
  test('of which the second is ill are a warning before it is needed', () =>
    expect(light('printer', { printer: { ...well.printer, second: { ...second, fault: 'printer.cover-open' } } })).toEqual({
      what: 'printer',
      tone: 'warn',
      said: 'máy in phiếu sẵn sàng · máy in 2 đang mở nắp',
    }))
})

test('paper that ends soon is amber while it still prints', () =>
  expect(light('printer', { printer: { ...well.printer, warning: 'printer.paper-low' } })).toEqual({
    what: 'printer',
    tone: 'warn',
    said: 'máy in phiếu sẵn sàng · sắp hết giấy',
  }))

describe('a printer that cannot print', () => {
  const off = { ready: false, fault: 'printer.paper-out', waiting: 0, since: at }
  test('is a warning while nobody waits for it', () =>
    expect(light('printer', { printer: { ...alone, ...off } })).toMatchObject({ tone: 'warn', said: 'máy in phiếu: hết giấy · từ 08:12' }))
  test('is red when a paper waits: a hand is needed now', () =>
    expect(light('printer', { printer: { ...alone, ...off, waiting: 2 } })).toMatchObject({
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
