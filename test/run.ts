import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** `npm test`: every test. Provides what they need, builds the app, runs the three suites and ends with one line of counts. */
const ROOT = resolve(import.meta.dirname, '..')
const OUT = join(ROOT, 'out', 'test')
const bin = (name: string): string => join(ROOT, 'node_modules', '.bin', name)

type Counts = { readonly passed: number; readonly failed: number }

function run(file: string, args: readonly string[]): boolean {
  const { status } = spawnSync(file, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, FORCE_COLOR: '0' } })
  return status === 0
}

/** A step that is no test: the run ends where it fails. */
function need(what: string, done: boolean): void {
  if (done) return
  console.error(`${what} failed`)
  console.log('0 passed, 1 failed')
  process.exit(1)
}

function read(report: string): unknown {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return null
  }
}

const numberAt = (report: unknown, key: string): number => {
  const value: unknown = typeof report === 'object' && report !== null ? Reflect.get(report, key) : undefined
  return typeof value === 'number' ? value : 0
}

/** A suite that left no report, or failed without naming a test, counts as one failure: silence is not success. */
const counts = (ok: boolean, passed: number, failed: number): Counts => ({
  passed,
  failed: failed > 0 || (ok && passed > 0) ? failed : failed + 1,
})

function vitest(project: string): Counts {
  const report = join(OUT, `${project}.json`)
  const ok = run(bin('vitest'), [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--project',
    project,
    '--reporter',
    'default',
    '--reporter',
    'json',
    '--outputFile.json',
    report,
  ])
  const found = read(report)
  return counts(ok, numberAt(found, 'numPassedTests'), numberAt(found, 'numFailedTests'))
}

function playwright(): Counts {
  const ok = run(bin('playwright'), ['test', '--config', 'test/e2e/playwright.config.ts'])
  const found = read(join(OUT, 'e2e.json'))
  const stats: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, 'stats') : null
  return counts(ok, numberAt(stats, 'expected'), numberAt(stats, 'unexpected') + numberAt(stats, 'flaky'))
}

rmSync(OUT, { recursive: true, force: true })
mkdirSync(OUT, { recursive: true })
need('providing Electron and system packages', run(process.execPath, ['src/cli/provide.ts']))
need('types', run('npm', ['run', '-s', 'types']))
need('lint', run('npm', ['run', '-s', 'lint']))
need('import rules', run('npm', ['run', '-s', 'imports']))
need('unused code', run('npm', ['run', '-s', 'unused']))
need('the build', run('npm', ['run', '-s', 'build']))
const suites = [vitest('unit'), vitest('integration'), playwright()]
const passed = suites.reduce((sum, suite) => sum + suite.passed, 0)
const failed = suites.reduce((sum, suite) => sum + suite.failed, 0)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
