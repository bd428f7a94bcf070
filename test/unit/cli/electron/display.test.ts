import { expect, test } from 'vitest'
import { electronArgs } from '#cli/electron/display.ts'

test('only root goes without the sandbox', () => {
  expect(electronArgs({ DISPLAY: ':0' }, 0)).toEqual(['--no-sandbox'])
  expect(electronArgs({ DISPLAY: ':0' }, 1000)).toEqual([])
})

test('a virtual display has no graphics card', () => {
  expect(electronArgs({ DISPLAY: ':99', KV_VIRTUAL_DISPLAY: '1' }, 1000)).toEqual(['--disable-gpu'])
})

test.runIf(process.platform === 'linux')('no display at all will become a virtual one', () => {
  expect(electronArgs({}, 1000)).toEqual(['--disable-gpu'])
  expect(electronArgs({ DISPLAY: '' }, 0)).toEqual(['--no-sandbox', '--disable-gpu'])
  expect(electronArgs({ WAYLAND_DISPLAY: 'wayland-0' }, 1000)).toEqual([])
})
