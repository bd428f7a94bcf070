import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Result } from '#domain/kernel/result.ts'

export const ROOT = resolve(import.meta.dirname, '../..')
export const RESOURCES = join(ROOT, 'resources')

/** The value of a result that a test takes for granted. */
export function got<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`refused: ${JSON.stringify(result.faults)}`)
}

export const tempFolder = (): string => mkdtempSync(join(tmpdir(), 'khong-viet-'))
