import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { failureFault, ok, refuse } from '#domain/kernel/result.ts'
import { onAbort } from '../wait.ts'
import { openInbox } from './inbox.ts'
import type { Unreached } from './printer.ts'
import type { Line, Taken, Transport } from './transport.ts'

/** `proof`: whether a printer that never answers is held to closing its end after ours; a few never do. */
export type TcpAddress = { readonly host: string; readonly port: number; readonly proof: boolean }

/** A printer on the network (raw port 9100). Refused, unknown or silent hosts are `printer.off`. */
export const tcp = ({ host, port, proof }: TcpAddress): Transport => ({
  piece: 4096,
  async connect(signal) {
    const socket = connect({ host, port })
    const why = await new Promise<Unreached | null>(resolve => {
      socket.once('connect', () => resolve(null))
      socket.once('error', error => resolve(reasonOf(error)))
      onAbort(signal, () => resolve('silent'))
    })
    if (why === null) return ok(lineOver(socket, proof))
    socket.destroy()
    return refuse(failureFault('printer.off', { why }))
  },
})

function reasonOf(error: Error): Unreached {
  const code = 'code' in error ? error.code : ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name'
  return code === 'ECONNREFUSED' ? 'refused' : 'silent'
}

function lineOver(socket: Socket, proof: boolean): Line {
  const inbox = openInbox()
  let broken = false
  socket.setNoDelay(true)
  socket.on('data', bytes => inbox.put(bytes))
  socket.on('error', () => {
    broken = true
  })
  const gone = new Promise<void>(resolve => {
    socket.once('close', resolve)
  })
  void gone.then(() => inbox.end())

  return {
    write: (bytes, signal) =>
      new Promise<Taken>(resolve => {
        if (!socket.writable) return resolve({ bytes: 0, well: false })
        // What the system took may or may not have left: the safe reading is that it did.
        const lost = (): void => resolve({ bytes: bytes.length, well: false })
        onAbort(signal, lost)
        void gone.then(lost)
        socket.write(bytes, error => resolve({ bytes: bytes.length, well: error === null || error === undefined }))
      }),
    ask(question, signal) {
      if (question.length > 0) {
        inbox.clear()
        socket.write(question)
      }
      return inbox.take(signal)
    },
    /** A printer that reads up to our end closes its own; one that stopped reading never sees it. */
    async finish(signal) {
      socket.end()
      if (!proof) return !broken
      await Promise.race([gone, new Promise<void>(resolve => onAbort(signal, resolve))])
      return socket.destroyed && !broken
    },
    gone: async () => broken,
    async close(drop) {
      if (drop) socket.resetAndDestroy()
      else socket.destroySoon()
      await gone
    },
  }
}
