import { useCallback, useEffect, useRef, useState } from 'react'
import type { HallHello } from '#contract/hall-window.ts'
import { type Fault, failureFault } from '#domain/kernel/result.ts'
import type { Clock } from '../clock.ts'
import { ask } from '../hatch.ts'
import type { CallSpeaker } from './use-calls.ts'
import { useNoOutput } from './use-output.ts'
import { type Voice, openVoice } from './voice.ts'

type Settings = Extract<HallHello, { setUp: true }>['voice']

/** So often the counter is told anew that the hall hears nothing. */
const SAY_AGAIN_MS = 30_000

/**
 * The hall's voice, with what keeps the hall from hearing it; the counter is told of that. It is opened anew where another
 * pack is chosen, and where a loudspeaker comes or goes: what was opened without one stays without.
 */
export function useVoice(settings: Settings | null, clock: Clock): CallSpeaker & { readonly fault: Fault | null } {
  const latest = useRef(settings)
  const voice = useRef<Voice | null>(null)
  const spoken = useRef<ReadonlySet<string>>(new Set())
  const [fault, setFault] = useState<Fault | null>(null)
  const none = useNoOutput()
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
      // What is played into the void was not heard, however well it went.
      report: told => setFault(none ? failureFault('voice.silent') : told),
    })
    opened.setVolume(latest.current?.volume ?? 1)
    voice.current = opened
    setFault(none ? failureFault('voice.silent') : null)
    return () => {
      voice.current = null
      opened.close()
    }
  }, [packKey, none, clock])

  const silent = fault?.code === 'voice.silent'
  useEffect(() => {
    const tell = (): void => void ask('hall.silent', { silent })
    tell()
    const timer = silent ? setInterval(tell, SAY_AGAIN_MS) : undefined
    return () => clearInterval(timer)
  }, [silent])

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
