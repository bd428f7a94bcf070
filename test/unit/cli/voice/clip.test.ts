import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { type Sound, chime, readWave, trimmedClip, waveBytes } from '#cli/voice/clip.ts'
import { readWaveFile } from '#kit/voice.ts'

/** A tone as a synthesiser may give it: silence before and after, at its own rate and its own loudness. */
function tone({ hertz, loud, rate = 22_050 }: { readonly hertz: number; readonly loud: number; readonly rate?: number }): Sound {
  const [silence, seconds] = [0.3, 0.5]
  const samples = Float64Array.from({ length: Math.round((silence * 2 + seconds) * rate) }, (_, at) => {
    const since = at / rate - silence
    return since < 0 || since > seconds ? 0 : loud * Math.sin(2 * Math.PI * hertz * since)
  })
  return { rate, samples }
}

const rms = (samples: Float64Array): number => Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length)

/** How much of one frequency is in it. */
function strength({ rate, samples }: Sound, hertz: number): number {
  const sum = (wave: (angle: number) => number): number =>
    samples.reduce((total, sample, at) => total + sample * wave((2 * Math.PI * hertz * at) / rate), 0)
  return Math.hypot(sum(Math.cos), sum(Math.sin)) / samples.length
}

test('a clip is at our rate, without the silence around it, at the same pitch', () => {
  const clip = trimmedClip(tone({ hertz: 440, loud: 0.2 }))
  expect(clip.rate).toBe(16_000)
  expect(clip.samples.length / 16_000).toBeGreaterThan(0.49)
  expect(clip.samples.length / 16_000).toBeLessThan(0.52)
  expect(strength(clip, 440)).toBeGreaterThan(50 * strength(clip, 430))
})

test('soft and loud come out equally loud', () => {
  const [soft, loud] = [0.02, 0.9].map(loud => rms(trimmedClip(tone({ hertz: 300, loud })).samples))
  expect(soft).toBeCloseTo(0.1, 2)
  expect(loud).toBeCloseTo(soft ?? 0, 4)
})

test('what is too high for our rate is gone, not folded down into the speech', () => {
  const [high, low] = [tone({ hertz: 10_000, loud: 0.4 }), tone({ hertz: 1_000, loud: 0.4 })]
  const both = { rate: low.rate, samples: low.samples.map((sample, at) => sample + (high.samples[at] ?? 0)) }
  const clip = trimmedClip(both)
  expect(strength(clip, 6_000)).toBeLessThan(strength(clip, 1_000) / 300)
})

test('a file is read back as it was written, by us and by anybody', () => {
  const out = resolve(import.meta.dirname, '../../../../out/test/voice')
  mkdirSync(out, { recursive: true })
  const sound = chime()
  writeFileSync(join(out, 'chime.wav'), waveBytes(sound))
  const [ours, others] = [readWave(waveBytes(sound)), readWaveFile(join(out, 'chime.wav'))]
  expect([ours.rate, others.rate, others.channels, others.bits]).toEqual([16_000, 16_000, 1, 16])
  expect(others.samples).toHaveLength(sound.samples.length)
  sound.samples.forEach((sample, at) => {
    if (Math.abs((others.samples[at] ?? 9) - sample) > 1e-4 || ours.samples[at] !== others.samples[at]) expect.fail(`sample ${at}`)
  })
})

test('the chime that ships is the one that is computed', () => {
  const shipped = readWaveFile(resolve(import.meta.dirname, '../../../../resources/voice/south/chime.wav'))
  expect(shipped.samples).toEqual(Array.from(readWave(waveBytes(chime())).samples))
})
