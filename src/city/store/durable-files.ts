import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** A PGlite whose PostgreSQL orders real syncs. `walSyncs` counts those of the write-ahead log that the disk confirmed. */
export type DurablePglite = { readonly db: PGlite; readonly walSyncs: () => number }

/**
 * PGlite starts PostgreSQL with `-F` (no fsync), and the layer below it has no fsync at all, so a commit never reaches the
 * disk. Here PostgreSQL is started with fsync, and its fsync reaches the file: the order of its own syncs is what survives
 * a power cut. `onAbort` hears of a panic (a failed sync, a full disk); the instance must not be used after it.
 */
export async function openDurable(folder: string, onAbort: () => void): Promise<DurablePglite> {
  const place = join(folder, 'store')
  if (!existsSync(place)) await create(place, onAbort)
  return open(place, onAbort)
}

/** A new database gets its name only when all of it is on disk: a start that was cut short begins again. */
async function create(place: string, onAbort: () => void): Promise<void> {
  const draft = `${place}.new`
  rmSync(draft, { recursive: true, force: true })
  const { db } = await open(draft, onAbort)
  await db.close()
  syncTree(draft)
  renameSync(draft, place)
  syncFolder(join(place, '..'))
}

async function open(place: string, onAbort: () => void): Promise<DurablePglite> {
  let walSyncs = 0
  const files = new NodeFS(place)
  const init = files.init.bind(files)
  files.init = (db, options) => {
    const preRun = [...(options.preRun ?? []), (engine: object) => syncing(engine, path => (walSyncs += path.includes('/pg_wal/') ? 1 : 0))]
    return init(db, { ...options, preRun, onAbort })
  }
  const options: PGliteOptions = { fs: files, startParams: [...PGlite.defaultStartParams.filter(given => given !== '-F'), ...durable] }
  return { db: await PGlite.create(options), walSyncs: () => walSyncs }
}

/** The default of Linux, fdatasync, does nothing in the layer below; fsync is passed on. */
const durable = ['fsync=on', 'wal_sync_method=fsync', 'synchronous_commit=on', 'full_page_writes=on'].flatMap(set => ['-c', set])

/** Gives the engine's file layer the one operation it lacks. A PGlite that is built otherwise is refused, not trusted. */
function syncing(engine: object, onSync: (path: string) => void): void {
  const layer: unknown = Reflect.get(engine, 'NODEFS')
  const operations: unknown = isObject(layer) ? Reflect.get(layer, 'stream_ops') : undefined
  const guarded: unknown = isObject(layer) ? Reflect.get(layer, 'tryFSOperation') : undefined
  if (!isObject(operations) || typeof guarded !== 'function')
    throw new Error('this PGlite has another file layer: its syncs cannot be trusted')
  const fsync = (stream: { readonly nfd: number; readonly path: string }): number => {
    guarded(() => fsyncSync(stream.nfd))
    onSync(stream.path)
    return 0
  }
  Object.assign(operations, { fsync })
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function syncTree(folder: string): void {
  for (const found of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, found.name)
    if (found.isDirectory()) syncTree(path)
    else syncOpened(path, 'r+')
  }
  syncFolder(folder)
}

/** A folder cannot be opened on Windows, whose file system keeps its names by itself. */
function syncFolder(folder: string): void {
  if (process.platform !== 'win32') syncOpened(folder, 'r')
}

function syncOpened(path: string, how: 'r' | 'r+'): void {
  const handle = openSync(path, how)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
