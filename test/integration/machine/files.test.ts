import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, tempFolder } from '#kit/basics.ts'

/** Writes `bytes` of x into a file where the system takes no more than a kilobyte of any file: as on a disk that is full. */
function writeWhereNothingFits(file: string, bytes: number): void {
  const module = join(ROOT, 'src', 'machine', 'files.ts')
  const program = `const { writeAtomically } = await import('${module}'); writeAtomically('${file}', 'x'.repeat(${bytes}))`
  spawnSync('bash', ['-c', 'ulimit -f 1; exec "$0" --input-type=module -e "$1"', process.execPath, program])
}

test('a file that the disk takes half of leaves the one that was there; one that it takes whole stands in its place', () => {
  const folder = tempFolder()
  const file = join(folder, 'settings.json')
  writeFileSync(file, 'as it was')
  writeWhereNothingFits(file, 3_000)
  expect(readFileSync(file, 'utf8')).toBe('as it was')
  writeWhereNothingFits(file, 1_000)
  expect(readFileSync(file, 'utf8')).toBe('x'.repeat(1_000))
  rmSync(folder, { recursive: true, force: true })
})
