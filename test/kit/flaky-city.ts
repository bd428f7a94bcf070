import { once } from 'node:events'
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net'

/** What one connection does. Bytes are counted over the connection, headers included. */
export type Mood =
  | { readonly kind: 'well' }
  /** Takes everything, never says a word. */
  | { readonly kind: 'hang' }
  /** Answers every request with this text, whoever asks. */
  | { readonly kind: 'say'; readonly text: string }
  /** Hands on this many bytes of what the counter sends, then breaks both ways. */
  | { readonly kind: 'cut-request'; readonly after: number }
  /** Hands on everything, but only this many bytes of what the city answers. */
  | { readonly kind: 'cut-answer'; readonly after: number }
  /** Sends what the counter sends to the city twice at once; one of the answers is lost. */
  | { readonly kind: 'twice' }

export type FlakyCity = {
  readonly url: string
  /** The next connections behave like this, one after the other; later ones, and those with no mood left, well. */
  behave(...moods: readonly Mood[]): void
  /** From now on another city stands behind the line. */
  moveTo(target: string): void
  /** Connections that came in so far. */
  connections(): number
  close(): Promise<void>
}

const OK_HTML = '<html><body>Welcome to the guest network</body></html>'

/** 200 and a page: what a hotel or a blocked contract answers to everything. */
export const captivePortal: Mood = {
  kind: 'say',
  text: `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: ${OK_HTML.length}\r\n\r\n${OK_HTML}`,
}

export const broken500: Mood = { kind: 'say', text: 'HTTP/1.1 500 Internal Server Error\r\ncontent-length: 4\r\n\r\noops' }

/** A line on loopback between a counter and the city at `target` that can be told to misbehave, byte by byte. */
export async function flakyCity(target: string): Promise<FlakyCity> {
  let city = new URL(target)
  const open = new Set<Socket>()
  let moods: readonly Mood[] = []
  let connections = 0

  const kept = (socket: Socket): Socket => {
    open.add(socket)
    return socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket))
  }
  const upstream = (): Socket => kept(connect(Number(city.port), city.hostname))
  const server = createServer(counter => {
    connections += 1
    const [mood, ...rest] = moods
    moods = rest
    serve(kept(counter), mood ?? { kind: 'well' }, upstream)
  })
  await listening(server)
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    behave: (...next) => {
      moods = next
      for (const socket of open) socket.destroy()
    },
    moveTo: next => {
      city = new URL(next)
      for (const socket of open) socket.destroy()
    },
    connections: () => connections,
    close: async () => {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function serve(counter: Socket, mood: Mood, upstream: () => Socket): void {
  if (mood.kind === 'hang') return void counter.resume()
  if (mood.kind === 'say') return void counter.on('data', () => counter.write(mood.text))
  const city = upstream()
  if (mood.kind === 'cut-request') pass(counter, city, mood.after)
  else pass(counter, city)
  if (mood.kind === 'cut-answer') pass(city, counter, mood.after)
  else pass(city, counter)
  if (mood.kind === 'twice') {
    const other = upstream()
    pass(counter, other)
    other.resume()
  }
}

/** Hands on what `from` says, up to `bytes` of it; then both are torn down. */
function pass(from: Socket, to: Socket, bytes = Number.POSITIVE_INFINITY): void {
  let left = bytes
  from.on('data', (chunk: Buffer) => {
    to.write(chunk.subarray(0, left))
    left -= chunk.length
    if (left > 0) return
    // What was handed on must still arrive, as it would on a line that breaks a moment later.
    to.end(() => to.destroy())
    from.destroy()
  })
  from.on('close', () => to.end())
}

async function listening(server: Server): Promise<void> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
