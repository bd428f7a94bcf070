import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Accent, CHIME, NEEDED_PIECES, announcement } from '#domain/queue/announcement.ts'
import { type VoicePack, readVoicePack } from '#domain/queue/voice-pack.ts'
import { type Sound, chime, readWave, trimmedClip, waveBytes } from './voice/clip.ts'

const TARGET = join(import.meta.dirname, '../../resources/voice')

/** A little slower than its default: a hall echoes, and many who wait are old. The longest call still ends within six seconds. */
const WORDS_A_MINUTE = 165

/** What is so, and no more. */
const LICENCE =
  'Output of espeak-ng, a program under GPL-3.0-or-later that is neither shipped nor needed to play them. By section 2 of that licence output is covered only ' +
  'where its content is itself a covered work. The clips hold no code; the noise of some consonants comes from short recordings in the data of ' +
  'espeak-ng. Nothing further is claimed in them. The chime is computed by src/cli/voice.ts. An office that wants other terms records its own pack.'

type Reader = { readonly accent: Accent; readonly name: string; readonly voice: string; readonly read: Readonly<Record<string, string>> }

/** `read`: what a careful speaker of the accent says otherwise than the synthesiser does, in its phonemes. */
const readers: readonly Reader[] = [
  // V would be the sound of D, and R that of G.
  { accent: 'south', name: 'Giọng Nam', voice: 'vi-vn-x-south', read: { vê: "[[v'e7]]", 'e-rờ': "[[E1z.'@:2]]" } },
  { accent: 'central', name: 'Giọng Trung', voice: 'vi-vn-x-central', read: {} },
  { accent: 'north', name: 'Giọng Bắc', voice: 'vi', read: {} },
]

/** `node src/cli/voice.ts` makes the voice packs that ship, with espeak-ng (Debian). Run again when a phrase is added. */
for (const reader of readers) {
  const { accent, name } = reader
  const folder = join(TARGET, accent)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const heard = new Map<string, string>()
  const pieces: Record<string, string> = {}
  let bytes = 0
  for (const piece of [...NEEDED_PIECES, ...wholePhrases(accent)]) {
    const file = `${typed(piece)}.wav`
    const wave = waveBytes(piece === CHIME ? chime() : spoken(piece, reader))
    const sameAs = heard.get(phonemes(piece, reader))
    if (sameAs !== undefined) throw new Error(`In ${accent}, ${piece} sounds like ${sameAs}`)
    heard.set(phonemes(piece, reader), piece)
    writeFileSync(join(folder, file), wave)
    pieces[piece] = file
    bytes += wave.length
  }
  const pack: VoicePack = {
    id: accent,
    name,
    accent,
    licence: LICENCE,
    madeBy: `src/cli/voice.ts with espeak-ng ${/[\d.]+/.exec(espeak(['--version']).toString())?.[0] ?? ''}, voice ${reader.voice}`,
    pieces,
  }
  if (!readVoicePack(pack).ok) throw new Error(`The pack ${pack.id} would be refused`)
  writeFileSync(join(folder, 'voice.json'), `${JSON.stringify(pack, null, 2)}\n`)
  console.log(`${pack.id}: ${Object.keys(pieces).length} pieces, ${Math.round(bytes / 1024)} kB`)
}

/** Tens, hundreds and the second call in one breath: joints are heard, so there are few. */
function wholePhrases(accent: Accent): readonly string[] {
  const words = (number: string, time = 1): readonly string[] => announcement({ number, to: 1, accent, time })
  const numbers = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 200, 300, 400, 500, 600, 700, 800, 900].map(n => words(`A${n}`)[3] ?? '')
  const again = words('A1', 2)[1] ?? ''
  return [...numbers, again].filter(phrase => phrase.includes(' '))
}

function spoken(piece: string, { voice, read }: Reader): Sound {
  return trimmedClip(readWave(espeak(['-v', voice, '-s', String(WORDS_A_MINUTE), '--stdout', read[piece] ?? piece])))
}

function phonemes(piece: string, { voice, read }: Reader): string {
  return piece === CHIME
    ? CHIME
    : espeak(['-v', voice, '-q', '-x', read[piece] ?? piece])
        .toString()
        .trim()
}

function espeak(parameters: readonly string[]): Buffer {
  return execFileSync('espeak-ng', parameters, { maxBuffer: 1 << 24 })
}

/** Names of files as a Vietnamese types them (Telex), because `muoi` alone is two words: `mươi` and `mười`. */
function typed(piece: string): string {
  const marks: Readonly<Record<string, string>> = { '̀': 'f', '́': 's', '̉': 'r', '̃': 'x', '̣': 'j' }
  const doubled: Readonly<Record<string, string>> = { â: 'aa', ê: 'ee', ô: 'oo', ă: 'aw', ơ: 'ow', ư: 'uw', đ: 'dd' }
  const word = (text: string): string => {
    const apart = text.normalize('NFD')
    const tone = [...apart].map(mark => marks[mark] ?? '').join('')
    const vowels = apart.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC')
    return `${[...vowels].map(letter => doubled[letter] ?? letter).join('')}${tone}`
  }
  return piece.split(' ').map(word).join('-')
}
