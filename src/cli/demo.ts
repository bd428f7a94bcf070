import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openCity } from '#city/open-city.ts'
import { Day } from '#domain/kernel/time.ts'
import { openClock } from '#machine/clock.ts'
import { openLog } from '#machine/log.ts'
import { offeredOn, readCatalog } from '#office/catalog.ts'
import { CannotProvide } from './electron/cannot-provide.ts'
import { electronArgs, openDisplay } from './electron/display.ts'
import { provideElectron } from './electron/electron.ts'
import { provideSystemLibraries } from './electron/system-libraries.ts'
import { collect } from './demo/collect.ts'
import { NOW, openCounter } from './demo/counter.ts'
import { serve } from './demo/serve.ts'
import { openSteps } from './demo/steps.ts'

/**
 * `npm run demo`: the whole main job, unattended, in the real app: own data folder, virtual printer, embedded city. Leaves
 * what it printed and stored under `out/demo/`, with a `report.json`. Exit code 1 when a step failed.
 */
const ROOT = resolve(import.meta.dirname, '../..')
const OUT = join(ROOT, 'out', 'demo')
const say = (line: string): void => console.log(line)

try {
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(OUT, { recursive: true })
  await provideSystemLibraries(say)
  const electron = await provideElectron(say)
  const built = spawnSync('npm', ['run', '-s', 'build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
  if (built.status !== 0) throw new CannotProvide('The app could not be built.')
  const display = await openDisplay()
  const clock = openClock()
  const city = await openCity(
    { databaseUrl: null, dataDir: join(OUT, 'city'), pages: join(ROOT, 'out', 'city') },
    { clock, log: openLog(join(OUT, 'city', 'city.log'), clock.now) },
  )
  const steps = openSteps(say)
  const counter = await openCounter({
    electron,
    args: electronArgs({ ...process.env, ...display.variables }),
    root: ROOT,
    out: OUT,
    cityUrl: city.url,
    variables: display.variables,
  })
  const procedures = offeredOn(readCatalog(join(ROOT, 'resources'), join(OUT, 'data')).procedures, Day.parse(NOW.slice(0, 10)))
  const served = await serve(counter, steps, procedures)
  await counter.close()
  const report = await collect({ out: OUT, city: city.url, electron, steps: steps.all(), served })
  await city.close()
  await display.close()
  for (const { procedure, shortest, longest } of report.procedures)
    say(
      `${procedure}: ${shortest?.keys} keys, ${shortest?.seconds} s${longest?.keys === shortest?.keys ? '' : ` (at most ${longest?.keys} keys, ${longest?.seconds} s)`}`,
    )
  say(`${report.ok ? 'The main job is done' : 'The main job failed'}: look into out/demo/`)
  process.exit(report.ok ? 0 : 1)
} catch (error) {
  if (!(error instanceof CannotProvide)) throw error
  console.error(error.message)
  process.exit(1)
}
