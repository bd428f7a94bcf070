import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
let copy = ''

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'house-'))
  for (const part of ['.dependency-cruiser.mjs', 'package.json']) cpSync(join(ROOT, part), join(copy, part))
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  const base = join(copy, 'src')
  for (const room of ['domain', 'storage', 'office', 'paper', 'preload', 'contract']) mkdirSync(join(base, room), { recursive: true })
  for (const config of ['tsconfig.json', 'tsconfig.base.json']) cpSync(join(ROOT, 'src', config), join(base, config))
  writeFileSync(join(base, 'domain/rule.ts'), 'export const rule = 1\nexport type Rule = number\n')
  writeFileSync(join(base, 'office/day.ts'), 'export const day = 1\nexport type OfDay = number\n')
  writeFileSync(join(base, 'contract/calls.ts'), 'export const calls = {}\n')
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** Cruises the small house with one planted file and answers with the names of the rules it broke. */
function broken(file: string, text: string): readonly string[] {
  const planted = join(copy, 'src', file)
  writeFileSync(planted, text)
  try {
    const args = [
      join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.mjs',
      '-T',
      'json',
      'src',
    ]
    const report: unknown = JSON.parse(run(args))
    return [...new Set(namesIn(report))]
  } finally {
    rmSync(planted)
  }
}

function run(args: readonly string[]): string {
  try {
    return execFileSync(process.execPath, [...args], { cwd: copy, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) return String(error.stdout)
    throw error
  }
}

const namesIn = (report: unknown): string[] =>
  [...JSON.stringify(report).matchAll(/"rule":\{"severity":"error","name":"([^"]+)"\}/g)].map(m => m[1] ?? '')

describe('the import table', () => {
  test('is quiet about a house in order', () =>
    expect(broken('domain/more.ts', "import { rule } from './rule.ts'\nexport const more = rule\n")).toEqual([]))

  test('catches an upward import', () =>
    expect(broken('domain/up.ts', "import { day } from '../office/day.ts'\nexport const up = day\n")).toContain('domain-rooms'))

  test('catches an upward import of a type alone', () =>
    expect(broken('storage/up.ts', "import type { OfDay } from '../office/day.ts'\nexport type Up = OfDay\n")).toContain('storage-rooms'))

  test('catches a package outside its room', () =>
    expect(broken('paper/db.ts', "import Database from 'better-sqlite3'\nexport const db = Database\n")).toContain('paper-packages'))

  test('catches the world in a pure room', () =>
    expect(broken('domain/file.ts', "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n")).toContain('pure-rooms'))

  test('catches a preload that takes more than types', () =>
    expect(broken('preload/index.ts', "import { calls } from '../contract/calls.ts'\nexport const c = calls\n")).toContain(
      'preload-types-only',
    ))

  test('catches a circle', () => {
    writeFileSync(join(copy, 'src/domain/a.ts'), "import { b } from './b.ts'\nexport const a = () => b\n")
    expect(broken('domain/b.ts', "import { a } from './a.ts'\nexport const b = () => a\n")).toContain('no-circle')
    rmSync(join(copy, 'src/domain/a.ts'))
  })
})
