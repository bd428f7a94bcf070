import type { ConnectionOptions } from 'node:tls'
import { type ClientOptions, WebSocket } from 'ws'
import { type Fault, failureFault } from '#domain/kernel/result.ts'
import { stayAlive, textOf } from './listener.ts'
import { IDENTITY, MOST_BYTES, SECURE } from './secure.ts'
import { type Message, readMessage } from './wire.ts'

/** A line to another machine of the office. */
export type Line = { send(message: Message): boolean; drop(): void }

export type Dialled = {
  /** `host:port`. */
  readonly address: string
  readonly key: Buffer
  readonly onOpen: (line: Line) => void
  readonly hear: (message: Message) => void
  /** The line is gone, or never came to be: `hall.meet` where nobody answers, `hall.stranger` where the key is another. */
  readonly onGone: (fault: Fault) => void
}

/** So long a machine may take to pick up. */
export const CONNECT_MS = 2_000

/** Calls the machine at an address. */
export function dial({ address, key, onOpen, hear, onGone }: Dialled): Line {
  const secure: ClientOptions & Pick<ConnectionOptions, 'pskCallback'> = {
    ...SECURE,
    pskCallback: () => ({ psk: key, identity: IDENTITY }),
    // The key itself proves who answers: there is no certificate whose name could be compared.
    checkServerIdentity: () => false,
    handshakeTimeout: CONNECT_MS,
    maxPayload: MOST_BYTES,
    perMessageDeflate: false,
  }
  const socket = new WebSocket(`wss://${address}`, secure)
  let fault = failureFault('hall.meet')
  let alive: { stop(): void } | null = null
  const line: Line = {
    send: message => {
      if (socket.readyState !== socket.OPEN) return false
      socket.send(JSON.stringify(message))
      return true
    },
    drop: () => socket.terminate(),
  }
  socket.on('open', () => {
    alive = stayAlive(socket)
    onOpen(line)
  })
  socket.on('message', data => {
    const message = readMessage(textOf(data))
    if (message !== null) hear(message)
  })
  socket.on('error', error => {
    if (/mac|decrypt|handshake failure|psk|SSL/i.test(error.message)) fault = failureFault('hall.stranger')
  })
  socket.on('close', () => {
    alive?.stop()
    onGone(fault)
  })
  return line
}
