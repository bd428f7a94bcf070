import { describe, expect, test } from 'vitest'
import { readPrinterAddress, readScannerAddress } from '#devices/address.ts'
import { profiles } from '#devices/profile.ts'

describe('a printer address', () => {
  test.each([
    [
      'tcp://192.168.1.50:9100',
      { kind: 'tcp', at: { host: '192.168.1.50', port: 9100, proof: true }, profile: profiles['80'], letters: null },
    ],
    ['tcp://may-in', { kind: 'tcp', at: { host: 'may-in', port: 9100, proof: true }, profile: profiles['80'], letters: null }],
    [
      'tcp://[fe80::1]:9101?width=58&proof=no',
      { kind: 'tcp', at: { host: 'fe80::1', port: 9101, proof: false }, profile: profiles['58'], letters: null },
    ],
    ['serial:/dev/ttyS0', { kind: 'serial', at: { path: '/dev/ttyS0', baud: 9600, flow: 'none' }, profile: profiles['80'], letters: null }],
    [
      'serial:COM3?baud=115200&flow=rts',
      { kind: 'serial', at: { path: 'COM3', baud: 115200, flow: 'rts' }, profile: profiles['80'], letters: null },
    ],
    ['file:/dev/usb/lp0?width=80', { kind: 'file', at: '/dev/usb/lp0', profile: profiles['80'], letters: null }],
    ['virtual:/tmp/phiếu in', { kind: 'virtual', at: '/tmp/phiếu in', profile: profiles['80'], letters: null }],
    ['file:/dev/usb/lp0?profile=xp-58', { kind: 'file', at: '/dev/usb/lp0', profile: profiles['xp-58'], letters: null }],
    ['virtual:/tmp?profile=tm-t88&text=tcvn3', { kind: 'virtual', at: '/tmp', profile: profiles['tm-t88'], letters: 'tcvn3' }],
    [
      'serial:COM1?text=cp1258&flow=xon',
      { kind: 'serial', at: { path: 'COM1', baud: 9600, flow: 'xon' }, profile: profiles['80'], letters: 'cp1258' },
    ],
  ])('%s is read', (address, value) => {
    expect(readPrinterAddress(address)).toEqual({ ok: true, value })
  })

  test.each([
    '',
    'tcp:',
    'tcp://',
    'tcp://host:0',
    'tcp://host:70000',
    'tcp://host:9100?proof=maybe',
    'tcp://a b',
    'serial:',
    'serial:/dev/ttyS0?baud=fast',
    'serial:/dev/ttyS0?flow=both',
    'file:/dev/usb/lp0?baud=9600',
    'virtual:/tmp?width=72',
    'virtual:/tmp?width=constructor',
    'virtual:/tmp?profile=constructor',
    'virtual:/tmp?profile=xp-58&width=58',
    'virtual:/tmp?text=utf8',
    'virtual:/tmp?text=',
    'usb:1234',
    'constructor:x',
    '/dev/usb/lp0',
  ])('%s is refused at its field', address => {
    expect(readPrinterAddress(address)).toMatchObject({ ok: false, faults: [{ kind: 'input', code: 'printer.address', field: 'printer' }] })
  })
})

test('a profile is as wide as whole bytes, and what was printed before profiles came out as before', () => {
  expect(Object.values(profiles).filter(({ dots }) => dots % 8 !== 0)).toEqual([])
  expect(profiles['80']).toMatchObject({ dots: 576, dpi: 203, knife: true, answers: true })
  expect(profiles['58']).toMatchObject({ dots: 384, dpi: 203, knife: true, answers: true })
})

describe('a scanner address', () => {
  test('is a serial port, 9600 baud unless told otherwise', () => {
    expect(readScannerAddress('serial:/dev/ttyACM0')).toEqual({ ok: true, value: { path: '/dev/ttyACM0', baud: 9600, flow: 'none' } })
    expect(readScannerAddress('serial:COM7?baud=115200')).toMatchObject({ ok: true, value: { baud: 115200 } })
  })

  test.each(['wedge', 'tcp://host:1', 'serial:', 'serial:/dev/ttyACM0?width=80'])('%s is none', address => {
    expect(readScannerAddress(address)).toMatchObject({ ok: false, faults: [{ kind: 'input', code: 'scanner.address', field: 'scanner' }] })
  })
})
