import { type FSWatcher, mkdirSync, watch } from 'node:fs'
import type { Clock } from './clock.ts'

export type Watch = {
  /** Something may have changed: look when it has been quiet for `ms`. */
  readonly stir: (ms?: number) => void
  readonly close: () => void
}

/** A file that is being copied is written in pieces: nobody looks before it has been quiet this long. */
const QUIET_MS = 300

/**
 * Calls `look` when something in `folders` has changed and come to rest. Folders that are not there are made. The system
 * may miss an event (a network drive, a folder that was replaced), so whoever needs certainty calls `stir` as well.
 */
export function watchFolders(folders: readonly string[], clock: Pick<Clock, 'sleep'>, look: () => void): Watch {
  let waiting = new AbortController()
  const stir = (ms = QUIET_MS): void => {
    waiting.abort()
    const own = new AbortController()
    waiting = own
    void clock.sleep(ms, own.signal).then(() => {
      if (!own.signal.aborted) look()
    })
  }
  const watchers = folders.flatMap(folder => openWatcher(folder, () => stir()))
  return {
    stir,
    close: () => {
      waiting.abort()
      for (const watcher of watchers) watcher.close()
    },
  }
}

/** None where the system cannot watch: the looks by time stamps are enough, only slower. */
function openWatcher(folder: string, onEvent: () => void): readonly FSWatcher[] {
  try {
    mkdirSync(folder, { recursive: true })
    const watcher = watch(folder, { persistent: false }, onEvent)
    watcher.on('error', () => watcher.close())
    return [watcher]
  } catch {
    return []
  }
}
