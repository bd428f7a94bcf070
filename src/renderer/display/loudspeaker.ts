import { timing } from './voice-timing.ts'

export type Loudspeaker = {
  /** Resolves when the last clip was heard. */
  readonly play: (clips: readonly string[], stop: AbortSignal) => Promise<void>
  /** 0 to 1. */
  readonly setVolume: (volume: number) => void
  /** Makes clips ready, so that the first call does not wait for them. Those that fail are tried again when they are needed. */
  readonly warm: (clips: readonly string[]) => Promise<void>
  readonly close: () => void
}

/** Clips through Web Audio. `load` brings a clip of the voice pack as the bytes of its file. */
export function openLoudspeaker(load: (clip: string) => Promise<ArrayBuffer>): Loudspeaker {
  const audio = new AudioContext()
  const volume = audio.createGain()
  volume.connect(audio.destination)
  const decoded = new Map<string, Promise<AudioBuffer>>()

  const ready = (clip: string): Promise<AudioBuffer> => {
    const known = decoded.get(clip)
    if (known !== undefined) return known
    const coming = load(clip).then(bytes => audio.decodeAudioData(bytes))
    decoded.set(clip, coming)
    coming.catch(() => decoded.delete(clip))
    return coming
  }

  return {
    play: async (clips, stop) => {
      const buffers = await Promise.all(clips.map(ready))
      await wake(audio)
      // It may have been given up while its clips were on their way: another one is speaking now.
      stop.throwIfAborted()
      const { starts } = timing(buffers.map(({ duration }) => duration))
      const from = audio.currentTime + LEAD_SECONDS
      const sources = buffers.map((buffer, at) => {
        const source = new AudioBufferSourceNode(audio, { buffer })
        source.connect(volume)
        source.start(from + (starts[at] ?? 0))
        return source
      })
      stop.addEventListener('abort', () => sources.forEach(source => source.stop()), { once: true })
      await Promise.all(sources.map(ended))
    },
    setVolume: level => {
      volume.gain.value = Math.min(1, Math.max(0, level))
    },
    warm: async clips => void (await Promise.allSettled(clips.map(ready))),
    close: () => void audio.close(),
  }
}

/** So that the first clip's first samples are not in the past when they are reached. */
const LEAD_SECONDS = 0.03

const WAKE_MS = 1_000

/** A browser that waits for somebody's hand never wakes: then it is better to know soon. */
async function wake(audio: AudioContext): Promise<void> {
  if (audio.state !== 'running') await Promise.race([audio.resume(), new Promise(done => setTimeout(done, WAKE_MS))])
  if (audio.state !== 'running') throw new Error(`The loudspeaker is ${audio.state}`)
}

const ended = (source: AudioBufferSourceNode): Promise<void> =>
  new Promise(done => {
    source.addEventListener('ended', () => done(), { once: true })
  })
