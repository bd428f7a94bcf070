import { onAbort } from '../wait.ts'

/** Bytes that come in when the device likes, read when we like. */
export type Inbox = {
  put(bytes: Uint8Array): void
  clear(): void
  /** What is there, else what comes next; nothing when `signal` fires first or the line has ended. */
  take(signal: AbortSignal): Promise<Uint8Array>
  end(): void
}

export function openInbox(): Inbox {
  let heard: Uint8Array = new Uint8Array()
  let ended = false
  let wake = (): void => undefined
  const empty = (): Uint8Array => {
    const bytes = heard
    heard = new Uint8Array()
    return bytes
  }
  return {
    put(bytes) {
      heard = Buffer.concat([heard, bytes])
      wake()
    },
    clear() {
      heard = new Uint8Array()
    },
    async take(signal) {
      if (heard.length === 0 && !ended) {
        await new Promise<void>(resolve => {
          wake = resolve
          onAbort(signal, resolve)
        })
      }
      return empty()
    },
    end() {
      ended = true
      wake()
    },
  }
}
