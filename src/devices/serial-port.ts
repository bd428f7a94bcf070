import { SerialPort } from 'serialport'

export type SerialAddress = { readonly path: string; readonly baud: number; readonly flow: 'none' | 'rts' | 'xon' }

/** Why a port cannot be had: not there, held by another program, or not allowed to us. */
export type Refusal = 'off' | 'busy' | 'denied'

/** Opens a serial port, or says why not. */
export function openSerial({ path, baud, flow }: SerialAddress): Promise<SerialPort | Refusal> {
  const xon = flow === 'xon'
  return new Promise(resolve => {
    const port = new SerialPort({ path, baudRate: baud, rtscts: flow === 'rts', xon, xoff: xon, autoOpen: false })
    port.open(error => resolve(error === null ? port : refusalOf(error.message)))
  })
}

/** The bindings tell only by message; these are the words of Linux, macOS and Windows. */
function refusalOf(message: string): Refusal {
  if (/lock|busy|access denied/i.test(message)) return 'busy'
  return /permission denied|not permitted/i.test(message) ? 'denied' : 'off'
}

/** Closes a port that may be gone already. */
export const closeSerial = (port: SerialPort): Promise<void> =>
  new Promise(resolve => {
    if (port.isOpen) port.close(() => resolve())
    else resolve()
  })

/**
 * Whether an open port still has its device. The library misses an unplug that falls into a read: it then reads nothing, for ever.
 * Draining a line that has nothing left to send is free, and fails on one that is gone.
 */
export const isThere = (port: SerialPort): Promise<boolean> =>
  new Promise(resolve => {
    if (port.isOpen) port.drain(error => resolve(error === null))
    else resolve(false)
  })
