import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

const SHIPPED = resolve(import.meta.dirname, '../../resources/voice')

export type Wave = { readonly rate: number; readonly channels: number; readonly bits: number; readonly samples: readonly number[] }

/** The folders of the voices that ship, with what stands in their `voice.json`. */
export const shippedVoices = (): readonly { readonly folder: string; readonly manifest: unknown }[] =>
  readdirSync(SHIPPED).map(name => {
    const folder = join(SHIPPED, name)
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'voice.json'), 'utf8'))
    return { folder, manifest }
  })

/** Reads a WAV file chunk by chunk, as RIFF says it, knowing nothing of how ours are written. */
export function readWaveFile(path: string): Wave {
  const bytes = readFileSync(path)
  const chunks = new Map<string, Buffer>()
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32LE(at + 4)
    chunks.set(bytes.toString('latin1', at, at + 4), bytes.subarray(at + 8, at + 8 + size))
    at += 8 + size + (size % 2)
  }
  const [format, data] = [chunks.get('fmt '), chunks.get('data')]
  if (format === undefined || data === undefined || format.readUInt16LE(0) !== 1) throw new Error(`${path} is no PCM`)
  return {
    rate: format.readUInt32LE(4),
    channels: format.readUInt16LE(2),
    bits: format.readUInt16LE(14),
    samples: Array.from({ length: data.length / 2 }, (_, at) => data.readInt16LE(at * 2) / 32_768),
  }
}

/** Root mean square of pieces of `ms` each. */
export function loudness({ rate, samples }: Pick<Wave, 'rate' | 'samples'>, ms: number): readonly number[] {
  const length = Math.round((rate * ms) / 1_000)
  return Array.from({ length: Math.floor(samples.length / length) }, (_, at) => {
    const piece = samples.slice(at * length, (at + 1) * length)
    return Math.sqrt(piece.reduce((sum, sample) => sum + sample ** 2, 0) / length)
  })
}
