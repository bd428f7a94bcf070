import { z } from 'zod'
import { type Wording, spellFigures, spellNumber } from '../kernel/spoken-number.ts'

export const Accent = z.enum(['north', 'central', 'south'])
export type Accent = z.output<typeof Accent>

/** Where a citizen is called to that bears no number. */
export const NamedPlace = z.enum(['guide', 'cashier', 'results'])
export type NamedPlace = z.output<typeof NamedPlace>

export type Called = {
  /** As it is printed: `A012`. */
  readonly number: string
  readonly to: number | NamedPlace
  readonly accent: Accent
  /** The first call, the second … */
  readonly time?: number
}

/** What is played before the words, so that heads are up when they come. */
export const CHIME = 'chime'

/**
 * What the loudspeaker says: `Mời công dân có số A012 đến quầy số 3`, phrase by phrase, the chime first. A voice pack cuts each
 * phrase into the pieces that it has.
 */
export function announcement({ number, to, accent, time = 1 }: Called): readonly string[] {
  const wording = WORDING[accent]
  const invitation = time === 1 ? INVITATION : `${AGAIN} ${spellNumber(time, wording)} ${INVITED}`
  const place = typeof to === 'number' ? [COUNTER, spellNumber(to, wording)] : [PLACES[to]]
  return [CHIME, invitation, letterName(number.charAt(0)), spellFigures(number.slice(1), wording), ...place]
}

/** The centre says `lẻ` and `ngàn` like the south. */
const WORDING: Readonly<Record<Accent, Wording>> = { north: 'north', central: 'south', south: 'south' }

const INVITATION = 'mời công dân có số'
const AGAIN = 'mời lần'
const INVITED = 'công dân có số'
const COUNTER = 'đến quầy số'
const PLACES: Readonly<Record<NamedPlace, string>> = {
  guide: 'đến bàn hướng dẫn',
  cashier: 'đến quầy thu phí',
  results: 'đến quầy trả kết quả',
}

/**
 * Letters by their names, but G by its sound: `giê` and `dê` are one sound in every accent, and D and G are two services. B and P
 * are near each other too; P is a machine's letter and rare.
 */
const LETTERS: Readonly<Record<string, string>> = {
  A: 'a',
  B: 'bê',
  C: 'xê',
  D: 'dê',
  E: 'e',
  G: 'gờ',
  H: 'hát',
  K: 'ca',
  L: 'e-lờ',
  M: 'em-mờ',
  N: 'en-nờ',
  P: 'pê',
  Q: 'quy',
  R: 'e-rờ',
  S: 'ét-xì',
  T: 'tê',
  U: 'u',
  V: 'vê',
}

/** A letter that no series has stays as it is: no pack has a piece for it, so it is not said wrongly. */
const letterName = (letter: string): string => LETTERS[letter] ?? letter

/** Every word of a number to 9.999, the northern and the southern. */
const NUMBER_WORDS = [...Array(101).keys(), 101, 1_000, 1_001].flatMap(n =>
  (['north', 'south'] as const).flatMap(wording => spellNumber(n, wording).split(' ')),
)

/** The pieces from which every announcement can be put together: what somebody has to record for a pack of one's own. */
export const NEEDED_PIECES: readonly string[] = [
  ...new Set([CHIME, INVITATION, AGAIN, INVITED, COUNTER, ...Object.values(PLACES), ...Object.values(LETTERS), ...NUMBER_WORDS]),
]
