import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { openDurable } from './durable-files.ts'
import { type Answer, Asked } from './embedded-wire.ts'

/*
 * The embedded database has a thread of its own: a sync of the disk holds up this thread and not the server, and when
 * PostgreSQL panics, as it must after a failed sync, the thread ends and another one recovers from what is on disk.
 */
const { db, walSyncs } = await openDurable(z.string().parse(workerData), () => process.exit(1))
const say = (answer: Answer): void => parentPort?.postMessage(answer, [])

parentPort?.on('message', (message: unknown) => {
  const asked = Asked.parse(message)
  if (asked.what === 'close') void db.close().then(() => process.exit(0))
  else void answer(asked.id, asked.text, asked.values).then(say)
})
say({ id: 0, ok: true, rows: [], command: '', walSyncs: walSyncs() })

async function answer(id: number, text: string, values: unknown[]): Promise<Answer> {
  try {
    const { rows, command = '' } = await db.query<Record<string, unknown>>(text, values)
    return { id, ok: true, rows, command, walSyncs: walSyncs() }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return { id, ok: false, code, message: error instanceof Error ? error.message : 'unknown' }
  }
}
