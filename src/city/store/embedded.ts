import { mkdirSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { Log } from '#machine/log.ts'
import { Answer, type Asked } from './embedded-wire.ts'
import { type Query, type Store, StoreGone } from './store.ts'

/** A statement that takes longer than this has lost its thread. */
const STATEMENT_MS = 30_000
const OPEN_MS = 120_000

/** Every so many commits the log's size is looked at: single-user PostgreSQL never makes a checkpoint by itself. */
const COMMITS_BETWEEN_LOOKS = 16
const LOG_BYTES = 32_000_000

/**
 * PostgreSQL in this process, durable: for one small office, a demo, a test. One connection, so work waits in line.
 * After a panic of the database the next request finds it reopened, as PostgreSQL itself would restart.
 */
export async function openEmbedded(folder: string, log: Log): Promise<Store> {
  mkdirSync(folder, { recursive: true })
  let thread = await openThread(folder)
  let commits = 0
  let line: Promise<unknown> = Promise.resolve()

  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const next = line.then(work)
    line = next.catch(() => undefined)
    return next
  }
  const reached = async (): Promise<Thread> => {
    if (!thread.gone()) return thread
    log('store.reopened')
    thread = await openThread(folder)
    return thread
  }
  const look = async (query: Query): Promise<void> => {
    const [found] = await query('select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::bigint as bytes from pg_control_checkpoint()')
    if (z.coerce.number().parse(found?.['bytes']) > LOG_BYTES) await query('checkpoint')
  }

  return {
    query: (text, values) => inLine(async () => (await (await reached()).ask(text, values)).rows),
    transact: work =>
      inLine(async () => {
        const here = await reached()
        const query: Query = async (text, values) => (await here.ask(text, values)).rows
        const { walSyncs } = await here.ask('begin')
        const done = await work(query).catch(async (error: unknown) => {
          await here.ask('rollback').catch(() => undefined)
          throw error
        })
        const wrote = (await query('select pg_current_xact_id_if_assigned() is not null as wrote'))[0]?.['wrote'] === true
        const end = await here.ask(done.ok ? 'commit' : 'rollback')
        if (!done.ok) return done
        // The promise of this store: nothing is called committed that no sync of the log has confirmed.
        if (end.command !== 'COMMIT' || (wrote && end.walSyncs <= walSyncs)) throw new Error('a commit reached no disk')
        commits += 1
        if (commits % COMMITS_BETWEEN_LOOKS === 0) void inLine(() => look(query)).catch(() => log('store.checkpoint-failed'))
        return done
      }),
    close: () => inLine(() => thread.close()),
  }
}

type Done = Extract<Answer, { ok: true }>
type Thread = { ask(text: string, values?: Parameters<Query>[1]): Promise<Done>; gone(): boolean; close(): Promise<void> }

async function openThread(folder: string): Promise<Thread> {
  const worker = new Worker(new URL('./embedded-thread.ts', import.meta.url), { workerData: folder })
  const waiting = new Map<number, { readonly resolve: (done: Done) => void; readonly reject: (error: Error) => void }>()
  let last = 0
  let gone = false

  const end = (why: Error): void => {
    gone = true
    for (const { reject } of waiting.values()) reject(new StoreGone('the embedded database stopped', { cause: why }))
    waiting.clear()
  }
  const heard = (id: number, ms: number): Promise<Done> =>
    new Promise<Done>((resolve, reject) => {
      const late = setTimeout(() => void worker.terminate(), ms)
      const settled =
        <T>(settle: (value: T) => void) =>
        (value: T): void => {
          clearTimeout(late)
          settle(value)
        }
      waiting.set(id, { resolve: settled(resolve), reject: settled(reject) })
    })
  const post = (asked: Asked): void => worker.postMessage(asked, [])
  const exited = new Promise<void>(resolve => {
    worker.once('exit', () => resolve())
  })
  worker.once('exit', code => end(new Error(`exit ${code}`)))
  worker.once('error', end)
  worker.on('message', (message: unknown) => {
    const answer = Answer.parse(message)
    const asker = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.ok) asker?.resolve(answer)
    else asker?.reject(Object.assign(new Error(answer.message), { code: answer.code }))
  })

  await heard(0, OPEN_MS)
  return {
    ask: (text, values) => {
      if (gone) return Promise.reject(new StoreGone('the embedded database stopped'))
      last += 1
      const answer = heard(last, STATEMENT_MS)
      post({ what: 'query', id: last, text, values: [...(values ?? [])] })
      return answer
    },
    gone: () => gone,
    close: async () => {
      if (!gone) post({ what: 'close' })
      await exited
    },
  }
}
