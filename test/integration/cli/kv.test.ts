import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { completed } from '#kit/complete.ts'
import { RESOURCES, ROOT, tempFolder } from '#kit/basics.ts'
import { demoOffice, draftOf } from '#kit/office.ts'
import { readable, refused } from '../../unit/domain/card/vectors.ts'

/** `kv` as a script calls it: its one JSON document and its exit code. */
const kv = (...args: readonly string[]): Promise<{ code: number; out: string }> =>
  new Promise(resolve => {
    execFile(
      process.execPath,
      [join(ROOT, 'src/cli/kv.ts'), ...args],
      { env: { ...process.env, KV_NOW: '2026-11-23T09:41:00+07:00' }, maxBuffer: 1e8 },
      (error, out) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out }),
    )
  })

describe('kv scan', () => {
  test.each(readable.map(vector => [vector.id, vector] as const))('%s is read', async (_, vector) => {
    const { code, out } = await kv('scan', vector.text, '--json')
    expect(code).toBe(0)
    const { source, card, partial, repairs, warnings } = vector.expected
    expect(JSON.parse(out)).toEqual({ kind: 'citizen-card', source, card, partial, repairs, warnings })
  })
  test.each(refused.map(vector => [vector.id, vector] as const))('%s is refused, with its fields and its text', async (_, vector) => {
    const { code, out } = await kv('scan', vector.text, '--json')
    expect(code).toBe(2)
    const { error } = JSON.parse(out)
    expect(error.code).toMatch(/^card\./)
    expect(error.raw).toBe(vector.text)
    expect(error.message).not.toBe('')
  })
})

test.each([
  ['000.00.20.H20-261123-3001', 1],
  ['000.00.20.H20-261123-3001/2', 2],
  ['G22.99.01-261123-3001', 1],
])('kv scan says that %s is slip %i of a dossier, and no card', async (text, slip) => {
  const { code, out } = await kv('scan', text, '--json')
  expect([code, JSON.parse(out)]).toEqual([0, { kind: 'slip', code: text.replace(/\/\d$/, ''), slip }])
})

describe('kv over a data folder', () => {
  let dataDir = ''
  let code = ''
  beforeAll(async () => {
    const office = await demoOffice()
    dataDir = office.dataDir
    const { draft } = await draftOf(
      office,
      '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021',
      '2.000635',
    )
    code = (await office.get('dossier.finish', { draft: await completed(office, draft) })).dossier.code
    await office.close()
  })

  test('finds a dossier by a few letters without marks', async () => {
    const { out } = await kv('search', 'huong lan', '--data', dataDir, '--json')
    expect(JSON.parse(out).hits).toMatchObject([
      { code, name: 'Nguyễn Thị Hương Lan', state: 'received', received: '2026-11-23T09:41:00+07:00' },
    ])
  })

  test('makes a statutory paper', async () => {
    const file = join(tempFolder(), 'mau-01.pdf')
    const { out } = await kv('papers', '--dossier', code, '--form', 'mau-01', '--out', file, '--data', dataDir)
    // One sheet to keep and one to give.
    expect(JSON.parse(out)).toEqual({ file, pages: 2 })
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('exports the journal, and finds a single changed byte in it', async () => {
    const file = join(tempFolder(), 'journal.ndjson')
    expect((await kv('journal', 'export', '--out', file, '--data', dataDir)).code).toBe(0)
    const whole = await kv('journal', 'verify', file)
    expect(JSON.parse(whole.out)).toMatchObject({ ok: true })
    const bytes = readFileSync(file)
    const at = Math.floor(bytes.length / 2)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const changed = await kv('journal', 'verify', file)
    expect(changed.code).toBe(1)
    expect(JSON.parse(changed.out)).toMatchObject({ ok: false })
  })

  test('examines devices, disk, clock, journal and city', async () => {
    const { out } = await kv('doctor', '--data', dataDir, '--json')
    const { checks } = JSON.parse(out)
    expect(checks.map(({ id }: { id: string }) => id)).toEqual([
      'printer',
      'pages',
      'scanner',
      'disk',
      'clock',
      'journal',
      'catalog',
      'calendar',
      'city',
    ])
    expect(checks.find(({ id }: { id: string }) => id === 'journal')).toMatchObject({ state: 'ok' })
    expect(checks.find(({ id }: { id: string }) => id === 'city')).toMatchObject({ state: 'away' })
  })

  test('says plainly that nothing is set up, that a city is missing, that a command is unknown', async () => {
    expect(await kv('search', 'x', '--data', tempFolder())).toMatchObject({ code: 1 })
    expect(JSON.parse((await kv('sync', '--data', dataDir)).out)).toMatchObject({ error: { code: 'city.none' } })
    expect((await kv('no-such-command')).code).toBe(2)
  })
})

describe('kv catalog and due', () => {
  test('a good file is good; a broken one is refused whole with file, field and reason', async () => {
    const good = join(RESOURCES, 'catalog/procedures/2.000635.json')
    expect(JSON.parse((await kv('catalog', 'check', good)).out)).toEqual({ ok: true })
    const file = join(tempFolder(), 'broken.json')
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(good, 'utf8')), takes: { working: -3 } }))
    const { code, out } = await kv('catalog', 'check', file)
    expect(code).toBe(2)
    expect(JSON.parse(out).error).toMatchObject({ code: 'catalog.invalid', file, fields: [{ field: 'takes.working' }] })
  })
  test('a year without a calendar file has its Tết and is not promised', async () => {
    const { out } = await kv('due', '--working-days', '3', '--at', '2031-01-20T09:00:00+07:00')
    const due = JSON.parse(out)
    expect(due).toMatchObject({ sure: false })
    expect(due.day > '2031-01-25').toBe(true)
    expect(due.skipped).toContainEqual({ day: '2031-01-23', why: 'holiday', name: 'Tết Nguyên đán, mùng 1' })
  })

  test.each([
    [['--working-days', '3', '--at', '2026-02-30T09:00:00+07:00'], 'field.date.impossible'],
    [['--working-days', '3', '--hours', '8'], 'due.limits'],
    [['--code', '1.001193', '--hours', '8'], 'due.limits'],
  ])('kv due %j is refused as bad input', async (asked, code) => {
    const refused = await kv('due', ...asked)
    expect(refused.code).toBe(2)
    expect(JSON.parse(refused.out)).toMatchObject({ error: { code } })
  })

  test('a due date explains itself', async () => {
    expect(JSON.parse((await kv('due', '--working-days', '1', '--at', '2026-11-23T09:10')).out)).toEqual({
      due: '2026-11-25T17:00:00+07:00',
      day: '2026-11-25',
      sure: true,
      skipped: [{ day: '2026-11-24', why: 'holiday', name: 'Ngày Văn hóa Việt Nam' }],
    })
  })
  test('--help is there for each command', async () => {
    for (const command of ['scan', 'due', 'papers', 'search', 'journal', 'sync', 'doctor', 'catalog']) {
      expect(await kv(command, '--help')).toMatchObject({ code: 0, out: expect.stringContaining('Usage: kv') })
    }
  })
})
