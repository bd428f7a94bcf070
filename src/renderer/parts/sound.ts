/** What the ear learns without the eye: a good scan, one that is already there, one that does not belong. */
export type Sound = 'good' | 'double' | 'foreign'

type Note = { readonly hertz: number; readonly at: number; readonly seconds: number; readonly wave: OscillatorType }

const tunes: Readonly<Record<Sound, readonly Note[]>> = {
  good: [{ hertz: 1320, at: 0, seconds: 0.07, wave: 'sine' }],
  double: [
    { hertz: 520, at: 0, seconds: 0.09, wave: 'triangle' },
    { hertz: 520, at: 0.14, seconds: 0.09, wave: 'triangle' },
  ],
  foreign: [{ hertz: 170, at: 0, seconds: 0.4, wave: 'square' }],
}

/** Opens the loudspeaker; where there is none, it stays silent and the screen says it all the same. */
export function openSpeaker(): { readonly play: (sound: Sound) => void; readonly close: () => void } {
  const speaker = new AudioContext()
  return {
    play: sound => {
      for (const { hertz, at, seconds, wave } of tunes[sound]) {
        const tone = speaker.createOscillator()
        const volume = speaker.createGain()
        tone.type = wave
        tone.frequency.value = hertz
        volume.gain.value = wave === 'square' ? 0.06 : 0.15
        tone.connect(volume).connect(speaker.destination)
        tone.start(speaker.currentTime + at)
        tone.stop(speaker.currentTime + at + seconds)
      }
    },
    close: () => void speaker.close(),
  }
}
