import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Declaration } from '#domain/procedure/declaration.ts'
import { FeeItem } from '#domain/procedure/fee.ts'
import { Procedure } from '#domain/procedure/procedure.ts'
import { RESOURCES, ROOT, tempFolder } from '#kit/basics.ts'
import { demoOffice } from '#kit/office.ts'
import { ToldCheck } from '#kit/told-check.ts'

/** `kv` as a script calls it: its one JSON document and its exit code. */
const kv = (...args: readonly string[]): Promise<{ code: number; said: unknown }> =>
  new Promise(resolve => {
    execFile(
      process.execPath,
      [join(ROOT, 'src/cli/kv.ts'), ...args, '--json'],
      { env: { ...process.env, KV_NOW: '2026-11-23T09:41:00+07:00' }, maxBuffer: 1e8 },
      (error, out) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: JSON.parse(out) }),
    )
  })

const catalog = (...args: readonly string[]) => kv('catalog', ...args)

const folderWith = (file: string, content: string): string => {
  const dataDir = tempFolder()
  mkdirSync(join(dataDir, 'catalog', 'procedures'), { recursive: true })
  writeFileSync(join(dataDir, 'catalog', 'procedures', file), content)
  return dataDir
}
const shippedFile = (code: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(RESOURCES, 'catalog/procedures', `${code}.json`), 'utf8'))

const List = z.object({
  procedures: z.array(
    Procedure.extend({
      declaration: Declaration.nullable(),
      declarations: z.array(Declaration),
      inForce: z.boolean(),
      fee: z.array(FeeItem),
    }),
  ),
  broken: z.array(z.object({ file: z.string(), reasons: z.array(z.object({ field: z.string(), code: z.string(), reason: z.unknown() })) })),
})

/** Time limit, whether somebody else may come, whether there is a declaration and whether the law asks money: by the law of each. */
const LAW: readonly (readonly [string, string, boolean, boolean, boolean])[] = [
  ['1.001193', 'sameDay', true, true, true],
  ['1.000894', 'sameDay', false, true, true],
  ['1.000656', 'sameDay', true, true, true],
  ['1.004873', '3', true, true, true],
  ['2.000635', 'sameDay', true, true, true],
  ['1.004859', '3', true, true, true],
  ['1.001022', '3', false, true, true],
  ['1.000689', '3', false, true, true],
  ['1.004837', '3', true, true, true],
  ['1.004884', '5', true, true, true],
  ['1.004746', '5', false, true, true],
  ['1.005461', '5', true, true, true],
  ['2.000815', 'sameDay', true, false, true],
  ['2.000884', 'sameDay', false, false, true],
  ['2.001035', '2', false, true, true],
  ['2.001019', '2', false, true, true],
  ['2.000908', 'sameDay', true, true, false],
  ['1.001612', '3', true, true, true],
  ['1.001776', '15', true, true, false],
  ['1.014027', '10', true, true, false],
  ['1.004222', '7', true, true, true],
  ['1.004194', '3', true, true, true],
  ['3.000722', '5', true, true, false],
  ['2.002913', '10', true, true, false],
  ['BHYT-01', '2', true, true, false],
]

/** An item of nothing is there to say why nothing is asked. */
const asksMoney = ({ amount }: FeeItem): boolean => amount.rule !== 'fixed' || amount.vnd > 0

describe('kv catalog list', () => {
  test('has at least sixteen procedures, each with limit, fee, papers, form, who comes, result and declaration', async () => {
    const { said } = await catalog('list', '--data', tempFolder())
    const { procedures, broken } = List.parse(said)
    expect(broken).toEqual([])
    expect(procedures.length).toBeGreaterThanOrEqual(16)
    for (const one of procedures) {
      expect(
        [one.code, one.name, one.edition, one.effectiveFrom, one.result, one.comes, one.sector.name].filter(text => text.trim() === ''),
      ).toEqual([])
      expect([one.code, one.papers.length > 0, one.form.length > 1, one.law.length > 0]).toEqual([one.code, true, true, true])
      for (const declaration of one.declarations) expect([declaration.title, declaration.law].filter(text => text === '')).toEqual([])
      expect(one.declarations[0] ?? null).toEqual(one.declaration)
    }
  })

  test('says of each what its law says', async () => {
    const { procedures } = List.parse((await catalog('list', '--data', tempFolder())).said)
    const found = procedures
      .filter(one => one.inForce)
      .map(({ code, takes, proxy, declaration, fee }) => {
        const limit = 'working' in takes ? String(takes.working) : Object.keys(takes).join()
        return [code, limit, proxy, declaration !== null, fee.some(asksMoney)].join(' ')
      })
    expect(new Set(found)).toEqual(new Set(LAW.map(row => row.join(' '))))
  })

  test('shows a procedure of the data folder, and a file that is refused with its place and reason', async () => {
    const dataDir = folderWith('a.json', JSON.stringify({ ...shippedFile('2.000815'), code: '9.000001' }))
    writeFileSync(join(dataDir, 'catalog/procedures/b.json'), JSON.stringify({ ...shippedFile('2.000815'), takes: { working: 0 } }))
    const { procedures, broken } = List.parse((await catalog('list', '--data', dataDir)).said)
    expect(procedures.map(({ code }) => code)).toContain('9.000001')
    expect(broken).toMatchObject([{ file: join(dataDir, 'catalog/procedures/b.json'), reasons: [{ field: 'takes.working' }] }])
  })
})

describe('kv catalog schema', () => {
  test('prints the form in force today, as a schema that a standard validator takes', async () => {
    const { code, said } = await catalog('schema', '1.001193')
    expect(code).toBe(0)
    expect(said).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'Đăng ký khai sinh', type: 'object' })
    const accepts = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false }).compile(
      z.record(z.string(), z.unknown()).parse(said),
    )
    expect(accepts({})).toBe(false)
    expect(accepts.errors?.[0]).toMatchObject({ keyword: 'required' })
  })

  test('prints the form of a file that was added, and of the edition that is asked for', async () => {
    const dataDir = folderWith('new.json', JSON.stringify({ ...shippedFile('2.000815'), edition: '2027-03', effectiveFrom: '2027-03-01' }))
    const [now, then] = [
      await catalog('schema', '2.000815', '--data', dataDir),
      await catalog('schema', '2.000815', '--edition', '2027-03', '--data', dataDir),
    ]
    expect([now.said, then.said]).toMatchObject([
      { $id: 'urn:khong-viet:procedure:2.000815:2026-01' },
      { $id: 'urn:khong-viet:procedure:2.000815:2027-03' },
    ])
  })

  test('refuses a code nobody knows', async () => {
    expect(await catalog('schema', '9.999999')).toMatchObject({ code: 2, said: { error: { code: 'catalog.unknown' } } })
  })
})

describe('kv catalog check', () => {
  test.each([
    ['a limit of nothing', { takes: { working: 0 } }, 'takes.working'],
    ['a member nobody knows', { colour: 'red' }, '(file)'],
    ['a code of another kind', { code: 'abc' }, 'code'],
    ['a day that does not exist', { effectiveFrom: '2026-02-30' }, 'effectiveFrom'],
    [
      'a condition on a field the form does not have',
      { papers: [{ id: 'x', name: 'X', need: 'copy', when: { field: 'nobody', is: 'y' } }] },
      'papers.x.when',
    ],
  ])('names file, field and reason of %s', async (_, part, field) => {
    const file = join(folderWith('x.json', JSON.stringify({ ...shippedFile('2.000815'), ...part })), 'catalog/procedures/x.json')
    const { code, said } = await catalog('check', file)
    expect(code).toBe(2)
    expect(said).toMatchObject({ error: { file, fields: [{ field }], reasons: [{ field, reason: expect.stringMatching(/./) }] } })
  })

  test('takes a calendar too, and refuses one with a day of another year', async () => {
    expect(await catalog('check', join(RESOURCES, 'catalog/calendars/2026.json'))).toEqual({ code: 0, said: { ok: true } })
    const file = join(tempFolder(), '2027.json')
    writeFileSync(file, JSON.stringify({ year: 2027, sure: true, source: 'x', days: [{ day: '2026-01-01', kind: 'holiday', name: 'x' }] }))
    expect(await catalog('check', file)).toMatchObject({ code: 2, said: { error: { fields: [{ field: 'days.0.day' }] } } })
  })

  test('says in Vietnamese why a day cannot stand in a calendar', async () => {
    const file = join(tempFolder(), '2027.json')
    const days = [{ day: '2027-01-04', kind: 'makeup', name: 'Làm bù' }]
    writeFileSync(file, JSON.stringify({ year: 2027, sure: true, source: 'x', days }))
    expect(await catalog('check', file)).toMatchObject({
      code: 2,
      said: { error: { reasons: [{ field: 'days.0.kind', reason: expect.stringContaining('ngày làm việc') }] } },
    })
  })

  test.each([
    ['{\n  "code": "9.000001",\n  "name": oops\n}', 'dòng 3, cột 11'],
    ['{\n  "code": "9.000001"', 'dòng 2, cột 21'],
    ['', 'dòng 1, cột 1'],
  ])('of what is no JSON says the line and the column', async (content, place) => {
    const file = join(tempFolder(), 'x.json')
    writeFileSync(file, content)
    expect(await catalog('check', file)).toMatchObject({
      code: 2,
      said: { error: { code: 'catalog.json', reasons: [{ field: '', reason: expect.stringContaining(place) }] } },
    })
  })

  test('a file that is not there is bad input under a code of its own', async () => {
    expect(await catalog('check', join(tempFolder(), 'none.json'))).toMatchObject({ code: 2, said: { error: { code: 'catalog.missing' } } })
  })

  test('the same edition twice in one folder is refused, with the name of the other file', async () => {
    const dataDir = folderWith('a.json', JSON.stringify({ ...shippedFile('2.000815'), code: '9.000001' }))
    const file = join(dataDir, 'catalog/procedures/b.json')
    writeFileSync(file, JSON.stringify({ ...shippedFile('2.000815'), code: '9.000001', name: 'Khác' }))
    const refused = { code: 'catalog.edition.twice', field: 'edition', reason: expect.stringContaining('a.json') }
    expect(await catalog('check', file)).toMatchObject({ code: 2, said: { error: { reasons: [refused] } } })
    const { procedures, broken } = List.parse((await catalog('list', '--data', dataDir)).said)
    expect(broken).toMatchObject([{ file, reasons: [refused] }])
    expect(procedures.filter(({ code }) => code === '9.000001').map(({ name }) => name)).toEqual([shippedFile('2.000815')['name']])
  })

  test('reads what an editor of Windows saved with a mark before it', async () => {
    const file = join(tempFolder(), 'bom.json')
    writeFileSync(file, `\uFEFF${JSON.stringify(shippedFile('2.000815'))}`)
    expect(await catalog('check', file)).toEqual({ code: 0, said: { ok: true } })
  })
})

test('kv doctor names the file, the field and the reason of what was refused, and what to do', async () => {
  const office = await demoOffice()
  await office.close()
  const folder = join(office.dataDir, 'catalog', 'procedures')
  writeFileSync(join(folder, 'hong.json'), JSON.stringify({ ...shippedFile('2.000815'), takes: { working: 0 } }))
  const { said } = await kv('doctor', '--data', office.dataDir)
  const { checks } = z.object({ checks: z.array(ToldCheck) }).parse(said)
  const found = checks.find(({ id }) => id === 'catalog')
  expect(found).toMatchObject({ state: 'ill', what: expect.stringMatching(/catalog\/procedures\/hong\.json.*takes\.working.*>0/) })
  expect(found).toMatchObject({ todo: expect.stringContaining('kv catalog check') })
})
