import { describe, expect, test } from 'vitest'
import { readPrinterAddress, readScannerAddress } from '#devices/address.ts'

describe('a printer address', () => {
  test.each([
    ['tcp://192.168.1.50:9100', { kind: 'tcp', at: { host: '192.168.1.50', port: 9100, proof: true }, widthDots: 576 }],
    ['tcp://may-in', { kind: 'tcp', at: { host: 'may-in', port: 9100, proof: true }, widthDots: 576 }],
    ['tcp://[fe80::1]:9101?width=58&proof=no', { kind: 'tcp', at: { host: 'fe80::1', port: 9101, proof: false }, widthDots: 384 }],
    ['serial:/dev/ttyS0', { kind: 'serial', at: { path: '/dev/ttyS0', baud: 9600, flow: 'none' }, widthDots: 576 }],
    ['serial:COM3?baud=115200&flow=rts', { kind: 'serial', at: { path: 'COM3', baud: 115200, flow: 'rts' }, widthDots: 576 }],
    ['file:/dev/usb/lp0?width=80', { kind: 'file', at: '/dev/usb/lp0', widthDots: 576 }],
    ['virtual:/tmp/phiếu in', { kind: 'virtual', at: '/tmp/phiếu in', widthDots: 576 }],
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
    'usb:1234',
    'constructor:x',
    '/dev/usb/lp0',
  ])('%s is refused at its field', address => {
    expect(readPrinterAddress(address)).toMatchObject({ ok: false, faults: [{ kind: 'input', code: 'printer.address', field: 'printer' }] })
  })
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
