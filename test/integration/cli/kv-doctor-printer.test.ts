import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { ROOT, tempFolder } from '#kit/basics.ts'
import { decodeEscPos } from '#kit/escpos-decode.ts'
import { type Conduct, type TcpPrinter, tcpPrinter } from '#kit/tcp-printer.ts'
import { ToldCheck } from '#kit/told-check.ts'

let printer: TcpPrinter | null = null
afterEach(() => printer?.close())

const doctor = (address: string, ...args: readonly string[]): Promise<{ code: number; checks: readonly z.output<typeof ToldCheck>[] }> =>
  new Promise(resolve => {
    execFile(
      process.execPath,
      [join(ROOT, 'src/cli/kv.ts'), 'doctor', 'printer', '--json', '--data', tempFolder(), ...args],
      { env: { ...process.env, KV_PRINTER: address } },
      (error, out) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, checks: z.array(ToldCheck).parse(JSON.parse(out).checks) }),
    )
  })
const at = async (conduct: Partial<Conduct> = {}): Promise<string> => (printer = await tcpPrinter(conduct)).address

test('a printer that is well prints the test slip and says so', async () => {
  const { code, checks } = await doctor(await at(), '--test')
  expect(checks.map(({ id, state }) => [id, state])).toEqual(
    ['address', 'reached', 'answers', 'ready', 'paper', 'test'].map(id => [id, 'ok']),
  )
  expect(code).toBe(0)
  const { rows, cuts } = decodeEscPos(Buffer.concat([...(printer?.slips() ?? [])]))
  expect(cuts).toHaveLength(1)
  expect(rows.filter(row => row.includes(1)).length).toBeGreaterThan(400)
})

test.each([
  [{ paper: 'out' }, 'paper', 'hết giấy', 1],
  [{ cover: 'open' }, 'ready', 'Nắp máy in đang mở', 1],
  [{ error: 'cutter' }, 'ready', 'Dao cắt', 1],
  [{ paper: 'low' }, 'paper', 'sắp hết giấy', 0],
] as const)('of a printer with %o it is said what is wrong at %s, and what to do', async (conduct, id, words, exit) => {
  const { code, checks } = await doctor(await at(conduct))
  const wrong = checks.flatMap(check => (check.state === 'ok' ? [] : [check]))
  expect(wrong.map(one => one.id)).toEqual([id])
  expect(wrong[0]?.what).toContain(words)
  expect(wrong[0]?.todo).toMatch(/^Hãy/)
  expect(code).toBe(exit)
})

test('a printer that never answers is called mute, and is no fault', async () => {
  const { code, checks } = await doctor(await at({ answers: 'mute' }))
  expect(checks.find(({ id }) => id === 'answers')?.what).toContain('không trả lời')
  expect(code).toBe(0)
})

test.each([
  ['tcp://127.0.0.1:1', 'reached', 'cổng in không mở'],
  ['file:/dev/no-such-printer', 'reached', 'Không có thiết bị'],
  ['lpt1', 'address', 'Địa chỉ máy in'],
])('%s: wrong at %s', async (address, id, words) => {
  const { code, checks } = await doctor(address)
  const [last] = checks.slice(-1)
  expect([last?.id, last?.state, code]).toEqual([id, 'ill', 1])
  expect(last?.state === 'ill' ? `${last.what} ${last.todo}` : '').toContain(words)
})
