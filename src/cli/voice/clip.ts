/** Sound as figures between -1 and 1, one channel. */
export type Sound = { readonly rate: number; readonly samples: Float64Array }

/** What clips are kept at: speech has little above 8 kHz, and every player takes it. */
export const RATE = 16_000

/** A clip as it ships: at our rate, without the silence around it, as loud as every other. */
export function trimmedClip(raw: Sound): Sound {
  return levelled(trimmed(resampled(raw)))
}

/** 16-bit PCM, the one kind that espeak-ng writes. The length in its header is a guess where it wrote to a pipe. */
export function readWave(bytes: Buffer): Sound {
  const data = bytes.indexOf('data', 12, 'latin1') + 8
  const length = Math.floor((bytes.length - data) / 2)
  return { rate: bytes.readUInt32LE(24), samples: Float64Array.from({ length }, (_, at) => bytes.readInt16LE(data + at * 2) / 32_768) }
}

export function waveBytes({ rate, samples }: Sound): Buffer {
  const bytes = Buffer.alloc(44 + samples.length * 2)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(36 + samples.length * 2, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(samples.length * 2, 40)
  samples.forEach((sample, at) => bytes.writeInt16LE(Math.round(sample * 32_767), 44 + at * 2))
  return bytes
}

/** Two bell strokes, a third apart, the way a hall expects them. */
export function chime(): Sound {
  const samples = new Float64Array(Math.round(0.75 * RATE))
  for (const { hertz, at } of [
    { hertz: 783.99, at: 0 },
    { hertz: 622.25, at: 0.25 },
  ]) {
    samples.forEach((_, sample) => {
      const since = sample / RATE - at
      if (since < 0) return
      const tone = (part: number, loud: number): number => loud * Math.sin(2 * Math.PI * hertz * part * since) * Math.exp(-since * 6 * part)
      samples[sample] = (samples[sample] ?? 0) + (tone(1, 1) + tone(2, 0.35) + tone(3, 0.12)) * Math.min(1, since / 0.004)
    })
  }
  return levelled({ rate: RATE, samples: faded(samples) })
}

/** A windowed sinc at our rate: nothing above half of it folds back into the speech. */
function resampled({ rate, samples }: Sound): Sound {
  const [step, reach] = [rate / RATE, 24]
  const at = (time: number): number => {
    const [first, last] = [Math.max(0, Math.ceil(time - reach * step)), Math.min(samples.length - 1, Math.floor(time + reach * step))]
    let sum = 0
    for (let near = first; near <= last; near += 1) {
      const away = (near - time) / step
      const window = 0.5 + 0.5 * Math.cos((Math.PI * away) / reach)
      sum += (samples[near] ?? 0) * (away === 0 ? 1 : Math.sin(Math.PI * away) / (Math.PI * away)) * window
    }
    return sum / step
  }
  return { rate: RATE, samples: Float64Array.from({ length: Math.floor(samples.length / step) }, (_, index) => at(index * step)) }
}

const FRAME = RATE / 200

/** From the first to the last five milliseconds that are heard, a hundredth of the loudest. */
function trimmed({ rate, samples }: Sound): Sound {
  const frames = loudnessOf(samples)
  const heard = Math.max(...frames) / 100
  const first = frames.findIndex(frame => frame > heard)
  const last = frames.findLastIndex(frame => frame > heard)
  return { rate, samples: faded(samples.slice(first * FRAME, (last + 1) * FRAME)) }
}

/** No click at either end. */
function faded(samples: Float64Array): Float64Array {
  return samples.map((sample, at) => sample * Math.min(1, at / FRAME, (samples.length - 1 - at) / FRAME))
}

/** Root mean square of what is heard, a tenth of full scale; the peaks stay a decibel under it. */
function levelled({ rate, samples }: Sound): Sound {
  const frames = loudnessOf(samples)
  const voiced = frames.filter(frame => frame > Math.max(...frames) / 10)
  const loudness = Math.sqrt(voiced.reduce((sum, frame) => sum + frame ** 2, 0) / voiced.length)
  const peak = samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0)
  const gain = Math.min(0.1 / loudness, 0.89 / peak)
  return { rate, samples: samples.map(sample => sample * gain) }
}

const loudnessOf = (samples: Float64Array): readonly number[] =>
  Array.from({ length: Math.ceil(samples.length / FRAME) }, (_, frame) => {
    const piece = samples.slice(frame * FRAME, (frame + 1) * FRAME)
    return Math.sqrt(piece.reduce((sum, sample) => sum + sample ** 2, 0) / piece.length)
  })
