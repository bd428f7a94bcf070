import { expect, test } from 'vitest'
import { standInFor } from '#cli/electron/stand-in.ts'

test('a 64-bit Linux machine has a stand-in, pinned by version and digest', () => {
  const standIn = standInFor('linux', 'x64')
  expect(standIn?.electron).toBe('33.2.1')
  expect(standIn?.archive.version).toMatch(/^\d+\.\d+\.\d+$/)
  expect(standIn?.archive.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/)
})

test.each([
  ['win32', 'x64'],
  ['darwin', 'arm64'],
  ['linux', 'arm64'],
])('%s %s has none: only the release will do', (platform, arch) => {
  expect(standInFor(platform, arch)).toBeNull()
})
