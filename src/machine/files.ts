import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes a file so that a crash leaves the old one or the new one, never half of it. */
export function writeAtomically(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.new`
  const handle = openSync(draft, 'w', 0o600)
  try {
    // Goes on until all of it is written: a single write may take less, and half a file would take the place of a whole one.
    writeFileSync(handle, content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(draft, file)
}

/** What a file holds as JSON, or the line and column (from 1) of the first character that no JSON has there. */
export type JsonRead =
  | { readonly kind: 'json'; readonly json: unknown }
  | { readonly kind: 'broken'; readonly line: number; readonly column: number }
  | { readonly kind: 'missing' }

export function readJson(file: string): JsonRead {
  let text = ''
  try {
    // Editors of Windows put a byte order mark before the text.
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
    return { kind: 'json', json: JSON.parse(text) }
  } catch (error) {
    if (error instanceof SyntaxError) return { kind: 'broken', ...placeOf(breakIn(text), text) }
    if (isMissing(error)) return { kind: 'missing' }
    throw error
  }
}

function placeOf(position: number, text: string): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, position).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

/** Where a text stops being JSON, its end if it only lacks one. The parser does not always say, so it is asked of beginnings. */
function breakIn(text: string): number {
  if (!isBroken(text)) return text.length
  let [whole, broken] = [0, text.length]
  while (broken - whole > 1) {
    const middle = Math.floor((whole + broken) / 2)
    if (isBroken(text.slice(0, middle))) broken = middle
    else whole = middle
  }
  return broken - 1
}

/** Whether nothing that could follow makes JSON of this beginning. */
function isBroken(beginning: string): boolean {
  try {
    JSON.parse(beginning)
    return false
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const [, position] = /position (\d+)/.exec(error.message) ?? []
    return !/end of JSON input|Unterminated/.test(error.message) && Number(position ?? -1) !== beginning.length
  }
}

/** The JSON in a file: `undefined` where there is no file, `null` where it is not JSON. */
export function readJsonFile(file: string): unknown {
  const read = readJson(file)
  if (read.kind === 'json') return read.json
  return read.kind === 'broken' ? null : undefined
}

/** The text of a file; `null` where there is none. */
export function readTextFile(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** The files of a folder that end in `.json`, in the order of their names. None where there is no folder. */
export function jsonFilesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter(name => name.endsWith('.json'))
      .sort()
      .map(name => join(folder, name))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** The folders in a folder, in the order of their names. None where there is no folder. */
export function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(found => found.isDirectory())
      .map(({ name }) => join(folder, name))
      .sort()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** Changes whenever the file does: its time, its size, its place on the disk. Empty where there is no file. */
export function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false })
  return found === undefined ? '' : `${found.mtimeMs} ${found.size} ${found.ino}`
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
