import { createServer } from 'node:https'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { type Result, failureFault, ok, refuse } from '#domain/kernel/result.ts'
import { IDENTITY, MOST_BYTES, SECURE } from './secure.ts'
import { type Message, readMessage } from './wire.ts'

/** One machine that has called us. */
export type Caller = { readonly from: string; send(message: Message): void; drop(): void }

export type Listening = {
  readonly port: number
  readonly key: Buffer
  /** Somebody with the office's key is on the line; the answer hears what is said, and when the line is gone. */
  readonly onCaller: (caller: Caller) => { hear(message: Message): void; gone(): void }
}

export type Listener = { close(): Promise<void> }

/** So often a caller is asked whether it is still there; who misses two is gone. */
const BEAT_MS = 2_000

/** Listens on the local network for machines of this office. Refused: `hall.port`, where another program has the port. */
export async function openListener({ port, key, onCaller }: Listening): Promise<Result<Listener>> {
  const server = createServer({ ...SECURE, pskIdentityHint: IDENTITY, pskCallback: (_, identity) => (identity === IDENTITY ? key : null) })
  const sockets = new WebSocketServer({ server, maxPayload: MOST_BYTES, perMessageDeflate: false })
  // A stranger's handshake fails here; it is nothing that happened in this office.
  server.on('tlsClientError', () => undefined)
  sockets.on('connection', (socket, request) => {
    const alive = stayAlive(socket)
    const caller: Caller = {
      from: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
      send: message => {
        if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
      },
      drop: () => socket.terminate(),
    }
    const ears = onCaller(caller)
    socket.on('message', data => {
      const message = readMessage(textOf(data))
      if (message !== null) ears.hear(message)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      alive.stop()
      ears.gone()
    })
  })
  const bound = await new Promise<boolean>(resolve => {
    server.once('error', () => resolve(false))
    server.listen(port, () => resolve(true))
  })
  if (!bound) return refuse(failureFault('hall.port', { port }))
  return ok({
    close: () =>
      new Promise<void>(resolve => {
        for (const socket of sockets.clients) socket.terminate()
        sockets.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  })
}

/** What came in, as text. */
export function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8')
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(new Uint8Array(data)).toString('utf8')
}

/** Ends a line whose other side is gone without a word. */
export function stayAlive(socket: WebSocket, beat = BEAT_MS): { stop(): void } {
  let answered = true
  socket.on('pong', () => {
    answered = true
  })
  const timer = setInterval(() => {
    if (!answered) return socket.terminate()
    answered = false
    socket.ping()
  }, beat)
  return { stop: () => clearInterval(timer) }
}
