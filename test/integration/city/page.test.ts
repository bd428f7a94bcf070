import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type City, openCity } from '#city/open-city.ts'
import { cityFolder } from '#kit/city-folder.ts'
import { MORNING } from '#kit/journal.ts'

let folder: string
let city: City
const parts = { clock: { now: () => MORNING }, log: () => undefined }

beforeAll(async () => {
  folder = await cityFolder()
  const pages = join(folder, 'pages')
  mkdirSync(join(pages, 'assets'), { recursive: true })
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Không Viết</title>')
  writeFileSync(join(pages, 'assets/page.js'), 'export {}')
  city = await openCity({ databaseUrl: null, dataDir: folder, pages }, parts)
})
afterAll(async () => {
  await city.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the page is served with a policy that lets it load nothing from elsewhere', async () => {
  const page = await fetch(city.url)
  expect(await page.text()).toContain('Không Viết')
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  expect((await fetch(`${city.url}/assets/page.js`)).headers.get('content-type')).toContain('javascript')
})

test('nothing outside the folder of the page is served', async () => {
  for (const path of ['/../PG_VERSION', '/%2e%2e/store/PG_VERSION', '/..%2fstore%2fPG_VERSION', '/store/PG_VERSION']) {
    expect((await fetch(city.url + path)).status).toBeGreaterThanOrEqual(400)
  }
})

test('answers are not kept by anybody on the way', async () => {
  expect((await fetch(`${city.url}/v1/offices/today`)).headers.get('cache-control')).toBe('no-store')
})

test('a port that is taken is named', async () => {
  const other = { databaseUrl: null, dataDir: await cityFolder(), port: Number(new URL(city.url).port) }
  await expect(openCity(other, parts)).rejects.toMatchObject({ name: 'CannotOpen', code: 'city.address' })
  await expect(openCity(other, parts), 'and its folder is free again').rejects.toMatchObject({ code: 'city.address' })
  rmSync(other.dataDir, { recursive: true, force: true })
})
