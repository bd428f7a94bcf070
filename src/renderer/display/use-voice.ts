import { useCallback, useEffect, useRef, useState } from 'react'
import type { HallHello } from '#contract/hall-window.ts'
import { type Fault, failureFault } from '#domain/kernel/result.ts'
import type { Clock } from '../clock.ts'
import { ask } from '../hatch.ts'
import type { CallSpeaker } from './use-calls.ts'
import { type Voice, openVoice } from './voice.ts'

type Settings = Extract<HallHello, { setUp: true }>['voice']

/** The hall's voice, with what keeps the hall from hearing it. It is opened anew only where another pack is chosen. */
export function useVoice(settings: Settings | null, clock: Clock): CallSpeaker & { readonly fault: Fault | null } {
  const latest = useRef(settings)
  const voice = useRef<Voice | null>(null)
  const spoken = useRef<ReadonlySet<string>>(new Set())
  const [fault, setFault] = useState<Fault | null>(null)
  const pack = settings?.pack ?? null
  const packKey = pack === null ? null : JSON.stringify(pack)

  useEffect(() => {
    latest.current = settings
    if (settings !== null) voice.current?.setVolume(settings.volume)
  }, [settings])

  useEffect(() => {
    const now = latest.current?.pack ?? null
    if (now === null || packKey === null) {
      setFault(latest.current === null ? null : failureFault('voice.silent'))
      return undefined
    }
    const opened = openVoice({
      pack: now,
      load: clip => bytesOf(now.id, clip),
      now: clock.now,
      quiet: () => latest.current?.quiet ?? [],
      report: setFault,
    })
    opened.setVolume(latest.current?.volume ?? 1)
    voice.current = opened
    setFault(null)
    return () => {
      voice.current = null
      opened.close()
    }
  }, [packKey, clock])

  const say = useCallback<CallSpeaker['say']>(calls => {
    for (const { number, counter, times, heard } of calls) {
      voice.current?.call({ key: number, number, to: counter, time: times, at: heard })
      spoken.current = new Set([...spoken.current, number])
    }
  }, [])
  const keepOnly = useCallback<CallSpeaker['keepOnly']>(numbers => {
    for (const number of spoken.current) if (!numbers.has(number)) voice.current?.forget(number)
    spoken.current = new Set([...spoken.current].filter(number => numbers.has(number)))
  }, [])
  return { say, keepOnly, fault }
}

async function bytesOf(pack: string, clip: string): Promise<ArrayBuffer> {
  const read = await ask('hall.clip', { pack, clip })
  if (!read.ok || read.value.bytes === null) throw new Error(`No clip ${clip}`)
  return Uint8Array.from(read.value.bytes).buffer
}
