import { type Fault, failureFault } from '#domain/kernel/result.ts'
import type { Instant } from '#domain/kernel/time.ts'

/** One announcement that wants to be heard. */
export type Saying = {
  /** Of one ticket only the newest announcement is said. */
  readonly key: string
  /** Clips in order, the chime first. */
  readonly clips: readonly string[]
  /** When it was called. */
  readonly at: Instant
  /** How often it is said. */
  readonly times: number
  /** What it lacks, where it is said all the same. */
  readonly fault: Fault | null
}

export type VoiceLineParts = {
  /** Plays clips one after another; resolves when they were heard, rejects where they cannot be, stops when it is told to. */
  readonly play: (clips: readonly string[], stop: AbortSignal) => Promise<void>
  readonly now: () => Instant
  readonly wait: (ms: number) => Promise<void>
  readonly isQuiet: () => boolean
  /** Told after each announcement: what was wrong with it, or that it was heard. */
  readonly report: (fault: Fault | null) => void
}

export type VoiceLine = {
  readonly call: (saying: Saying) => void
  /** What is not true any more is not said: the ticket went on, or was called back. */
  readonly forget: (key: string) => void
}

/** Whoever was called longer ago has read it on the screen: a voice that lags behind the wall sends people astray. */
const STALE_MS = 30_000

/** No announcement takes longer. What does is a loudspeaker that swallows its clips without a word. */
const LIMIT_MS = 12_000

/** Announcements in the order of their calls, one at a time. One that fails lets the next one through. */
export function openVoiceLine({ play, now, wait, isQuiet, report }: VoiceLineParts): VoiceLine {
  let waiting: readonly Saying[] = []
  let speaking = false

  const isHeard = async (clips: readonly string[]): Promise<boolean> => {
    const stop = new AbortController()
    const played = play(clips, stop.signal).then(
      () => true,
      () => false,
    )
    const heard = await Promise.race([played, wait(LIMIT_MS).then(() => false)])
    stop.abort()
    return heard
  }

  const say = async ({ clips, fault }: Saying): Promise<void> => {
    const heard = await isHeard(clips)
    report(heard ? fault : failureFault('voice.silent'))
    // Where a word fails the bell may still lift people's eyes to the screen. A number without a word would be another number.
    if (!heard && clips.length > 1) await isHeard(clips.slice(0, 1))
  }

  const run = async (): Promise<void> => {
    speaking = true
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      waiting = waiting.slice(1)
      if (isQuiet() || now() - next.at > STALE_MS) continue
      await say(next)
      // Whoever was not heard at all goes before a repetition, and a newer call of the same ticket replaces it.
      const { key, times } = next
      if (times > 1 && !waiting.some(one => one.key === key)) waiting = [...waiting, { ...next, times: times - 1 }]
    }
    speaking = false
  }

  return {
    call: saying => {
      const known = waiting.some(({ key }) => key === saying.key)
      waiting = known ? waiting.map(one => (one.key === saying.key ? saying : one)) : [...waiting, saying]
      if (!speaking) void run()
    },
    forget: key => {
      waiting = waiting.filter(one => one.key !== key)
    },
  }
}
