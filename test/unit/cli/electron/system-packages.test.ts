import { expect, test } from 'vitest'
import { type Machine, missingOf, packagesFor } from '#cli/electron/system-packages.ts'

const aMachine = (commands: readonly string[], installed: readonly string[] | null): Machine => ({
  hasCommand: name => commands.includes(name),
  installed: installed === null ? null : new Set(installed),
})
const names = (machine: Machine, ...needs: Parameters<typeof packagesFor>[0]): readonly string[] =>
  missingOf(packagesFor(needs), machine).map(item => item.names[0])

test('a bare machine lacks everything that is asked for', () => {
  expect(names(aMachine([], []), 'window', 'screen')).toEqual(['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'xvfb', 'xauth'])
})

test('only what is missing is named', () => {
  expect(names(aMachine(['Xvfb'], ['libgtk-3-0', 'libnss3', 'libgbm1']), 'window', 'screen')).toEqual(['libasound2', 'xauth'])
})

test('a library under its newer name counts', () => {
  expect(names(aMachine([], ['libgtk-3-0t64', 'libnss3', 'libasound2t64', 'libgbm1']), 'window')).toEqual([])
})

test('a tool counts wherever it came from', () => {
  expect(names(aMachine(['g++', 'make', 'python3'], []), 'compile')).toEqual([])
})

test('where packages cannot be asked, libraries are taken to be there and tools are still looked for', () => {
  expect(names(aMachine([], null), 'window', 'unpack')).toEqual(['libarchive-tools'])
})
