import { createServer } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DossierId, uuidv7 } from '#domain/kernel/id.ts'
import { randomness } from '#machine/randomness.ts'
import { benchOffice } from './office.ts'
import { windowRows } from './window.ts'
import { type Row, rowOf, within } from './table.ts'

const TIMES = 30

/** What the official feels: scan to form, a keystroke, and F9 to the first byte at the printer. */
export const deskRows = async (): Promise<readonly Row[]> => [...(await windowRows()), await firstByte()]

/** From the call of `finish` to the first byte at a listening printer that does not answer status questions. */
async function firstByte(): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-printer-'))
  let heard: (at: number) => void = () => undefined
  const server = createServer(socket => {
    socket.on('error', () => undefined)
    socket.on('data', bytes => {
      // DLE EOT questions are no paper.
      if (bytes[0] !== 0x10) heard(performance.now())
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const { get, draft, clock, breathe, close } = await benchOffice(folder, null, `tcp://127.0.0.1:${port}`)
  const times: number[] = []
  for (let i = 0; i < TIMES; i += 1) {
    const first = new Promise<number>(resolve => (heard = resolve))
    const begun = performance.now()
    await get('dossier.finish', { draft: { ...draft, id: DossierId.parse(uuidv7(clock.now(), randomness)) } })
    times.push((await first) - begun)
    await breathe()
  }
  await close()
  server.close()
  rmSync(folder, { recursive: true, force: true })
  return rowOf(
    'finish → first byte at a printer that answers nothing',
    'ms',
    times,
    within(times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0, 400, 'ms'),
  )
}
