import { expect, test } from 'vitest'
import { cacheFolder } from '#cli/electron/cache.ts'

test('prepared things are kept where the user keeps caches', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/var/kept' })).toBe('/var/kept/khong-viet')
})

test.each([undefined, '', 'relative/folder'])('%o is no such place: the home folder is', given => {
  expect(cacheFolder({ XDG_CACHE_HOME: given })).toMatch(/^\/.*\/\.cache\/khong-viet$/)
})
