import type { Fault } from '#domain/kernel/result.ts'
import type { Instant } from '#domain/kernel/time.ts'
import { CHIME, type Called, announcement } from '#domain/queue/announcement.ts'
import { type QuietHours, isQuiet } from '#domain/queue/quiet-hours.ts'
import { type VoicePack, clipsOf } from '#domain/queue/voice-pack.ts'
import { openLoudspeaker } from './loudspeaker.ts'
import { type Saying, openVoiceLine } from './voice-line.ts'

export type VoiceParts = {
  readonly pack: VoicePack
  /** The bytes of a clip of the pack. */
  readonly load: (clip: string) => Promise<ArrayBuffer>
  readonly now: () => Instant
  /** The quiet hours as they are set now. */
  readonly quiet: () => readonly QuietHours[]
  /** After each announcement: why the hall did not hear it as it should, or `null` where it did. */
  readonly report: (fault: Fault | null) => void
}

/** A call as the display got it. `key`: its ticket. `times`: how often it is said in a row. */
export type VoiceCall = Omit<Called, 'accent'> & Pick<Saying, 'key' | 'at'> & { readonly times?: number }

export type Voice = {
  readonly call: (call: VoiceCall) => void
  readonly forget: (key: string) => void
  /** 0 to 1. */
  readonly setVolume: (volume: number) => void
  readonly close: () => void
}

/** The hall's voice. Its clips are made ready at once, so that the first call of the morning is as quick as the others. */
export function openVoice({ pack, load, now, quiet, report }: VoiceParts): Voice {
  const loudspeaker = openLoudspeaker(load)
  let open = true
  void loudspeaker.warm([...new Set(Object.values(pack.pieces))])
  const line = openVoiceLine({
    play: loudspeaker.play,
    now,
    wait: ms => new Promise(done => setTimeout(done, ms)),
    isQuiet: () => isQuiet(now(), quiet()),
    report: fault => {
      if (open) report(fault)
    },
  })
  return {
    call: ({ key, at, times = 1, ...called }) => {
      const clips = clipsOf(announcement({ ...called, accent: pack.accent }), pack)
      const bell = pack.pieces[CHIME]
      if (clips.ok) line.call({ key, at, times, clips: clips.value, fault: null })
      else line.call({ key, at, times, clips: bell === undefined ? [] : [bell], fault: clips.faults[0] ?? null })
    },
    forget: line.forget,
    setVolume: loudspeaker.setVolume,
    close: () => {
      open = false
      loudspeaker.close()
    },
  }
}
