import { type Server, type Socket, connect, createServer } from 'node:net'

/** One cable from a machine to another: whoever dials its port reaches that machine, until it is cut. */
type Cable = { readonly from: number; readonly to: number; readonly port: number; readonly server: Server; readonly sockets: Set<Socket> }

/** The network of an office on loopback: a cable for each machine to each other one, cut and mended by machine. */
export async function openCables(machines: readonly { readonly number: number; readonly port: number }[]) {
  const cut = new Set<number>()
  const isCut = ({ from, to }: Pick<Cable, 'from' | 'to'>): boolean => cut.has(from) || cut.has(to)
  const pairs = machines.flatMap(({ number: from }) =>
    machines.flatMap(({ number: to, port }) => (from === to ? [] : [{ from, to, target: port }])),
  )
  const cables = await Promise.all(
    pairs.map(async ({ from, to, target }): Promise<Cable> => {
      const sockets = new Set<Socket>()
      const server = createServer(near => {
        if (isCut({ from, to })) return void near.resetAndDestroy()
        const far = connect(target, '127.0.0.1')
        for (const [one, other] of [
          [near, far],
          [far, near],
        ] as const) {
          sockets.add(one)
          one.on('error', () => undefined)
          one.on('close', () => {
            sockets.delete(one)
            other.destroy()
          })
          one.pipe(other)
        }
      })
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('no port')
      return { from, to, port: address.port, server, sockets }
    }),
  )
  return {
    /** Where machine `from` reaches the port of another instead. */
    mapped: (from: number): Readonly<Record<string, number>> =>
      Object.fromEntries(
        cables
          .filter(cable => cable.from === from)
          .map(({ to, port }) => [String(machines.find(({ number }) => number === to)?.port), port]),
      ),
    cut: (numbers: readonly number[]): void => {
      for (const number of numbers) cut.add(number)
      for (const cable of cables) if (isCut(cable)) for (const socket of cable.sockets) socket.resetAndDestroy()
    },
    mend: (): void => cut.clear(),
    close: (): void => {
      for (const { server, sockets } of cables) {
        for (const socket of sockets) socket.destroy()
        server.close()
      }
    },
  }
}
