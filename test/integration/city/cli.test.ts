import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { counterPath } from '#contract/routes.ts'
import { ROOT } from '#kit/basics.ts'
import { cityFolder } from '#kit/city-folder.ts'
import { counterId } from '#kit/journal.ts'

const program = join(ROOT, 'src/cli/city.ts')
const run = (...args: readonly string[]) => spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', timeout: 60_000 })

test('the command says where the city is, and a signal ends it with nothing left open', async () => {
  const folder = await cityFolder()
  const env = { ...process.env, KV_CITY_PORT: '0', KV_CITY_DATA_DIR: folder, DATABASE_URL: '' }
  const city = spawn(process.execPath, [program], { env, cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(city, 'exit')
  const [said] = await once(city.stdout, 'data')
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(String(said))?.[0] ?? ''
  expect((await fetch(url + counterPath(counterId('HN-1')))).status).toBe(200)
  city.kill('SIGTERM')
  expect(await exited).toEqual([0, null])
  expect(readFileSync(join(folder, 'city.log'), 'utf8')).toContain('"what":"city.opened"')
  rmSync(folder, { recursive: true, force: true })
})

test('--help names every option and the environment', () => {
  const { stdout, status } = run('--help')
  expect(status).toBe(0)
  for (const word of ['--host', '--port', '--data', '--pages', 'DATABASE_URL', 'KV_CITY_PORT']) expect(stdout).toContain(word)
})

test('a port that is none is refused with words', () => {
  const { stderr, status } = run('--port', 'eighty')
  expect([status, stderr]).toEqual([1, expect.stringContaining('port')])
})
