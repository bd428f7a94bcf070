import { createServer } from 'node:net'
import type { Server, Socket } from 'node:net'

/** How a printer behaves from now on. */
export type Conduct = {
  /** `mute` never answers; `real-time` answers DLE EOT only, never GS r; `garbage` answers every question with a byte that is no valid answer. */
  readonly answers: 'well' | 'real-time' | 'mute' | 'garbage'
  readonly paper: 'enough' | 'low' | 'out'
  readonly cover: 'closed' | 'open'
  /** What DLE EOT 3 tells: a stuck knife, a fault it cannot mend, one that passes. */
  readonly error: 'none' | 'cutter' | 'broken' | 'passing'
  /** Bytes of print data of a connection it takes before it stops reading. */
  readonly stopsAfter: number
  /** Bytes of print data of a connection after which its paper ends: it goes on reading and answers, but is never done. */
  readonly paperEndsAfter: number
  /** Bytes of print data of a connection after which it is switched off. */
  readonly diesAfter: number
  /** Whether it closes its end when ours is closed. */
  readonly closes: boolean
  /** On a serial line: after so many bytes of print data it says XOFF, and XON when its buffer is free again. */
  readonly holds: { readonly after: number; readonly ms: number } | null
}

export type TcpPrinter = {
  readonly address: string
  readonly port: number
  /** Print data of each connection that sent any, status questions left out. */
  readonly slips: () => readonly Uint8Array[]
  /** What of it came out: nothing that was sent after the paper had ended. */
  readonly onPaper: () => readonly Uint8Array[]
  /** Bytes that came in between an XOFF and its XON. */
  readonly cameWhileHeld: () => number
  readonly conduct: (change: Partial<Conduct>) => void
  readonly off: () => Promise<void>
  /** Back on the same port. */
  readonly on: () => Promise<void>
  readonly close: () => Promise<void>
}

const good: Conduct = {
  answers: 'well',
  paper: 'enough',
  cover: 'closed',
  error: 'none',
  stopsAfter: Infinity,
  paperEndsAfter: Infinity,
  diesAfter: Infinity,
  closes: true,
  holds: null,
}

/** A printer that listens on loopback as a real one does on port 9100, and misbehaves on order. */
export async function tcpPrinter(start: Partial<Conduct> = {}): Promise<TcpPrinter> {
  let conduct: Conduct = { ...good, ...start }
  const jobs: Uint8Array[][] = []
  const papers: Uint8Array[][] = []
  const sockets = new Set<Socket>()
  let late = 0
  const server = createServer({ allowHalfOpen: true }, socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    const onLate = (bytes: number): void => {
      late += bytes
    }
    const { data, paper } = serve(socket, () => conduct, onLate)
    jobs.push(data)
    papers.push(paper)
  })
  await listen(server, 0)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const { port } = address
  const off = async (): Promise<void> => {
    for (const socket of sockets) socket.resetAndDestroy()
    if (server.listening) await new Promise<unknown>(resolve => server.close(resolve))
  }
  return {
    address: `tcp://127.0.0.1:${port}`,
    port,
    slips: () => whole(jobs),
    onPaper: () => whole(papers),
    cameWhileHeld: () => late,
    conduct(change) {
      conduct = { ...conduct, ...change }
    },
    off,
    on: () => listen(server, port),
    close: off,
  }
}

const whole = (jobs: readonly (readonly Uint8Array[])[]): readonly Uint8Array[] =>
  jobs.map(parts => Uint8Array.from(Buffer.concat(parts))).filter(bytes => bytes.length > 0)

const listen = (server: Server, port: number): Promise<void> => new Promise(resolve => server.listen(port, '127.0.0.1', () => resolve()))

type Served = { readonly data: Uint8Array[]; readonly paper: Uint8Array[] }

/** One connection. Questions are told from print data by where the raster data ends, as a printer does. */
function serve(socket: Socket, conduct: () => Conduct, onLate: (bytes: number) => void): Served {
  let held: 'not yet' | 'now' | 'over' = 'not yet'
  const data: Uint8Array[] = []
  const paper: Uint8Array[] = []
  let taken = 0
  let raster = 0
  let pending: Buffer = Buffer.alloc(0)
  const answer = (byte: number, atOnce: boolean): void => {
    const { answers } = conduct()
    if (answers === 'well' || (answers === 'real-time' && atOnce)) socket.write(Uint8Array.of(byte))
    if (answers === 'garbage') socket.write(Uint8Array.of(0xa5))
  }
  const keep = (length: number): void => {
    const taking = Uint8Array.from(pending.subarray(0, length))
    data.push(taking)
    paper.push(taking.subarray(0, Math.max(0, conduct().paperEndsAfter - taken)))
    pending = pending.subarray(length)
    taken += length
  }
  /** Takes one command or a piece of a raster; false when it is not all there yet. */
  const step = (): boolean => {
    if (raster > 0) {
      const length = Math.min(raster, pending.length, Math.max(1, limitOf(conduct()) - taken))
      raster -= length
      keep(length)
      return true
    }
    const [first = 0, second = 0, third = 0] = pending
    if (first === 0x10 && second === 0x04) {
      if (pending.length < 3) return false
      pending = pending.subarray(3)
      answer(realTime(third, conduct(), taken), true)
      return true
    }
    const length = lengthOf(first, second)
    if (pending.length < length) return false
    if (first === 0x1d && second === 0x72) {
      pending = pending.subarray(length)
      if (taken < conduct().paperEndsAfter) answer(conduct().paper === 'low' ? 0x03 : 0x00, false)
      return true
    }
    if (first === 0x1d && second === 0x76) raster = (pending.readUInt16LE(4) || 0) * pending.readUInt16LE(6)
    keep(length)
    return true
  }
  // A program that has stopped reading does not see the end either.
  socket.on('end', () => {
    if (conduct().closes && taken < limitOf(conduct())) socket.end()
  })
  socket.on('data', bytes => {
    if (held === 'now') onLate(bytes.length)
    pending = Buffer.concat([pending, bytes])
    while (pending.length > 0 && taken < limitOf(conduct()) && step());
    const { holds } = conduct()
    if (holds !== null && held === 'not yet' && taken >= holds.after) {
      held = 'now'
      socket.write(Uint8Array.of(0x13))
      setTimeout(() => {
        held = 'over'
        socket.write(Uint8Array.of(0x11))
      }, holds.ms).unref()
    }
    if (taken >= conduct().diesAfter) socket.resetAndDestroy()
    else if (taken >= conduct().stopsAfter) socket.pause()
  })
  return { data, paper }
}

const limitOf = ({ stopsAfter, diesAfter }: Conduct): number => Math.min(stopsAfter, diesAfter)

const lengthOf = (first: number, second: number): number => {
  if (first === 0x1d) return { 0x76: 8, 0x50: 4 }[second] ?? 3
  if (first === 0x1b) return { 0x40: 2, 0x70: 5 }[second] ?? 3
  return first === 0x1c ? 2 : 1
}

/** DLE EOT 1 to 4 in Epson's bits. */
function realTime(which: number, { paper, cover, error, paperEndsAfter }: Conduct, taken: number): number {
  const out = paper === 'out' || taken >= paperEndsAfter
  if (which === 1) return 0x12 | (out || cover === 'open' || error !== 'none' ? 0x08 : 0)
  if (which === 2) return 0x12 | (out ? 0x20 : 0) | (cover === 'open' ? 0x04 : 0) | (error === 'none' ? 0 : 0x40)
  if (which === 3) return 0x12 | { none: 0, cutter: 0x08, broken: 0x20, passing: 0x40 }[error]
  if (out) return 0x7e
  return paper === 'low' ? 0x1e : 0x12
}
