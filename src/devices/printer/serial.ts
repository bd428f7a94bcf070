import type { SerialPort } from 'serialport'
import { failureFault, ok, refuse } from '#domain/kernel/result.ts'
import { closeSerial, isThere, openSerial } from '../serial-port.ts'
import type { SerialAddress } from '../serial-port.ts'
import { onAbort } from '../wait.ts'
import { openInbox } from './inbox.ts'
import type { Line, Taken, Transport } from './transport.ts'

/** A printer on a serial line. It is opened for each slip, so unplugging between two slips is `printer.off`, no more. */
export const serial = (address: SerialAddress): Transport => ({
  // Half a second at 9600 baud.
  piece: 512,
  async connect() {
    const port = await openSerial(address)
    return typeof port === 'string' ? refuse(failureFault(`printer.${port}`, port === 'off' ? { why: 'missing' } : {})) : ok(lineOver(port))
  },
})

function lineOver(port: SerialPort): Line {
  const inbox = openInbox()
  port.on('data', (bytes: Buffer) => inbox.put(bytes))
  port.on('error', () => undefined)
  const gone = new Promise<void>(resolve => {
    port.once('close', () => resolve())
  })
  void gone.then(() => inbox.end())

  return {
    write: (bytes, signal) =>
      new Promise<Taken>(resolve => {
        const done = (well: boolean): void => resolve({ bytes: bytes.length, well })
        onAbort(signal, () => done(false))
        void gone.then(() => done(false))
        if (!port.isOpen) return resolve({ bytes: 0, well: false })
        port.write(bytes, failed => {
          if (failed === null || failed === undefined) port.drain(error => done(error === null))
          else done(false)
        })
      }),
    ask(question, signal) {
      if (question.length > 0) {
        inbox.clear()
        if (port.isOpen) port.write(question)
      }
      return inbox.take(signal)
    },
    /** Every piece was drained onto the wire; a line without answers proves no more. */
    finish: async () => port.isOpen,
    gone: async () => !(await isThere(port)),
    async close(drop) {
      if (drop && port.isOpen) await new Promise<void>(resolve => port.flush(() => resolve()))
      await closeSerial(port)
    },
  }
}
