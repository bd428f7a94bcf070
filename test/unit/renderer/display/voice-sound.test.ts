import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Accent, NamedPlace, announcement } from '#domain/queue/announcement.ts'
import { type VoicePack, clipsOf, readVoicePack } from '#domain/queue/voice-pack.ts'
import { timing } from '#renderer/display/voice-timing.ts'
import { waveBytes } from '#cli/voice/clip.ts'
import { type Wave, loudness, readWaveFile, shippedVoices } from '#kit/voice.ts'

const OUT = resolve(import.meta.dirname, '../../../../out/test/voice')
const LETTERS = [...'ABCDEGHKLMNPQRSTUV']
const decibels = (ratio: number): number => 20 * Math.log10(ratio)

/** How long one may have to listen, and how far apart two words may be. */
const LONGEST_SECONDS = 6
const LONGEST_SILENCE_MS = 120

describe.each(shippedVoices())('an announcement in $folder', ({ folder, manifest }) => {
  const read = readVoicePack(manifest)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const pack: VoicePack = read.value
  const waves = new Map(Object.values(pack.pieces).map(file => [file, readWaveFile(join(folder, file))]))
  const wave = (file: string): Wave => {
    const found = waves.get(file)
    if (found === undefined) throw new Error(`no clip ${file}`)
    return found
  }
  const clips = (phrases: readonly string[]): readonly string[] => {
    const found = clipsOf(phrases, pack)
    if (!found.ok) throw new Error(JSON.stringify(found.faults))
    return found.value
  }
  const lengthOf = (file: string): number => wave(file).samples.length / 16_000
  const seconds = (files: readonly string[]): number => timing(files.map(lengthOf)).end

  /** As the display plays it: each clip at its time. */
  function rendered(files: readonly string[]): Float64Array {
    const { starts, end } = timing(files.map(lengthOf))
    const all = new Float64Array(Math.ceil(end * 16_000) + 1)
    files.forEach((file, at) => all.set(wave(file).samples, Math.round((starts[at] ?? 0) * 16_000)))
    return all
  }

  test('clips are mono PCM of one rate, begin and end without a click, and are never cut at the top', () => {
    for (const [file, { rate, channels, bits, samples }] of waves) {
      expect({ file, rate, channels, bits }).toEqual({ file, rate: 16_000, channels: 1, bits: 16 })
      expect(Math.max(...samples.map(Math.abs)), file).toBeLessThan(0.9)
      expect(Math.max(Math.abs(samples[0] ?? 1), Math.abs(samples.at(-1) ?? 1)), file).toBeLessThan(0.01)
    }
  })

  test('all clips are equally loud, within two decibels, and every word is as long as a word', () => {
    const levels = [...waves].map(([file, one]) => {
      const frames = loudness(one, 5)
      const voiced = frames.filter(frame => frame > Math.max(...frames) / 10)
      return { file, level: decibels(Math.sqrt(voiced.reduce((sum, frame) => sum + frame ** 2, 0) / voiced.length)) }
    })
    const middle = levels.map(({ level }) => level).toSorted((a, b) => a - b)[Math.floor(levels.length / 2)] ?? Number.NaN
    expect(levels.filter(({ level }) => Math.abs(level - middle) > 2)).toEqual([])
    for (const [file, { samples }] of waves) expect(samples.length / 16_000, file).toBeGreaterThan(0.12)
  })

  test('no call is longer than six seconds: any letter, any number, any of 99 counters or named place', () => {
    const numbers = [...Array(1_000).keys()].map(n => String(n).padStart(3, '0'))
    const accent = pack.accent
    const spoken = (phrases: readonly string[]): number => seconds(clips(phrases))
    const longest = (all: readonly (readonly string[])[]): readonly string[] => {
      const lengths = all.map(spoken)
      return all[lengths.indexOf(Math.max(...lengths))] ?? []
    }
    const head = longest(LETTERS.map(letter => announcement({ number: `${letter}1`, to: 1, accent }).slice(0, 3)))
    const number = longest(numbers.map(figures => announcement({ number: `A${figures}`, to: 1, accent }).slice(3, 4)))
    const counters = [...Array(99).keys()].map(n => n + 1)
    const place = longest([...counters, ...NamedPlace.options].map(to => announcement({ number: 'A1', to, accent }).slice(4)))
    expect(spoken([...head, ...number, ...place])).toBeLessThan(LONGEST_SECONDS)
    expect(spoken([...head, ...number, ...place])).toBeGreaterThan(3)
  })

  test('whole calls are one even stream: no clipping, no silence longer than 120 ms after the chime', () => {
    mkdirSync(OUT, { recursive: true })
    const numbers = [0, 7, 12, 15, 21, 24, 44, 55, 100, 105, 110, 111, 121, 305, 624, 777, 891, 999].map(n => String(n).padStart(3, '0'))
    numbers.forEach((figures, at) => {
      const call = {
        number: `${LETTERS[at] ?? 'A'}${figures}`,
        to: at === 0 ? ('results' as const) : at * 5,
        accent: pack.accent,
        time: (at % 2) + 1,
      }
      const files = clips(announcement(call))
      const samples = rendered(files)
      writeFileSync(join(OUT, `${pack.id}-${call.number}-${call.to}.wav`), waveBytes({ rate: 16_000, samples }))
      expect(samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0)).toBeLessThan(0.95)
      const frames = loudness({ rate: 16_000, samples: Array.from(samples.subarray(wave('chime.wav').samples.length)) }, 5)
      const longest = frames.reduce(
        ({ run, most }, frame) => {
          const now = frame < 0.0014 ? run + 1 : 0
          return { run: now, most: Math.max(most, now) }
        },
        { run: 0, most: 0 },
      ).most
      expect(longest * 5, `${call.number} ${longest * 5} ms`).toBeLessThanOrEqual(LONGEST_SILENCE_MS)
    })
  })

  test('every accent can be asked of it', () => {
    expect(Accent.options.map(accent => clips(announcement({ number: 'A105', to: 4, accent })).length)).toEqual([8, 8, 8])
  })
})
