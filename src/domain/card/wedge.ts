import { isOpen } from './header.ts'

/** Keys of a scanner come faster than this one after the other; the fastest typists rarely do, and never five times in a row. */
const FAST_MS = 30
/** So many fast keys that begin like a scan are one. */
const SURE_AFTER = 5
/** A scan without an end is over after this silence. */
export const WEDGE_SILENCE_MS = 80
/** Line ends that come this soon after a scan are still the scanner's: it would press the button that has the focus. */
const TAIL_MS = 250
/** Anything shorter was no scan. */
const SHORTEST = 10
/** So many keys of a hand may run into the beginning of a scan. After more of them it is some other machine that types. */
const HAND = 2
/** No code on a card holds more; what goes on longer is a stuck key. */
const MOST = 4096

/**
 * A scanner that types like a keyboard. Typing is never held back: keys pass at once, and when enough of them came too fast
 * for hands and begin like a scan, what they left in a field is taken back and the rest is swallowed.
 */
export type Wedge = {
  readonly mode: 'typing' | 'scanning'
  /** Scanning: the text so far. Typing: the last keys, as long as they may be the beginning of a scan. */
  readonly burst: string
  readonly last: number
  /** Fast keys before `burst` in the same run. */
  readonly before: number
  /** A scan has just ended. */
  readonly tail: boolean
}

export type Verdict =
  /** An ordinary key. `begins`: remember the focused field as it is now, a scan may begin here. */
  | { readonly do: 'pass'; readonly begins: boolean }
  /** This is a scan, and so were the `keys` before this one: put the field back as it was before them, and swallow this key. */
  | { readonly do: 'take-back'; readonly keys: number }
  | { readonly do: 'swallow' }
  /** The scan is whole; the key that ended it is swallowed. `typed`: digits of a hand that ran into its beginning. */
  | { readonly do: 'scan'; readonly text: string; readonly typed: string }
  /** What was swallowed was no scan: it goes back into the field. */
  | { readonly do: 'give-back'; readonly text: string }

type Step = { readonly wedge: Wedge; readonly verdict: Verdict }

export const quietWedge: Wedge = { mode: 'typing', burst: '', last: 0, before: 0, tail: false }

/** One key press at `at` (ms), a chord or a repeated key excepted. Call `silence` with the same time first. */
export function press(wedge: Wedge, key: string, at: number): Step {
  if (wedge.mode === 'scanning') return scanned(wedge, key, at)
  if (isEnd(key) && wedge.tail && at - wedge.last < TAIL_MS) return { wedge, verdict: { do: 'swallow' } }
  if (MODIFIER.test(key)) return { wedge: { ...wedge, last: wedge.burst === '' ? wedge.last : at }, verdict: { do: 'pass', begins: false } }
  return isNamed(key) ? { wedge: quietWedge, verdict: { do: 'pass', begins: false } } : typed(wedge, key, at)
}

/** Time has passed without a key. */
export function silence(wedge: Wedge, at: number): { readonly wedge: Wedge; readonly verdict: Verdict | null } {
  return wedge.mode === 'typing' || at - wedge.last < WEDGE_SILENCE_MS ? { wedge, verdict: null } : ended(wedge, wedge.last)
}

/** The keys that have a name (`Enter`, `F5`) and no sign. */
const isNamed = (key: string): boolean => /^[A-Z][A-Za-z0-9]+$/.test(key)
const isEnd = (key: string): boolean => key === 'Enter' || key === 'Tab'
/** A scanner presses them between its signs. */
const MODIFIER = /^(?:Shift|AltGraph|Alt|Control|Meta|CapsLock|NumLock|Fn)$/

function typed({ burst, last, before }: Wedge, key: string, at: number): Step {
  const goesOn = at - last < FAST_MS
  const run = goesOn ? before + burst.length + 1 : 1
  const found = longestStart(goesOn ? burst + key : key)
  const start = run - found.length > HAND ? '' : found
  const wedge: Wedge = { mode: 'typing', burst: start, last: at, before: run - start.length, tail: false }
  if (start.length < SURE_AFTER) return { wedge, verdict: { do: 'pass', begins: start.length <= 1 } }
  return { wedge: { ...wedge, mode: 'scanning' }, verdict: { do: 'take-back', keys: start.length - 1 } }
}

/** While a scan runs no key reaches the window, so that none of it works as a shortcut. */
function scanned(wedge: Wedge, key: string, at: number): Step {
  if (isEnd(key) && !isOpen(wedge.burst)) return ended(wedge, at)
  const burst = wedge.burst.length < MOST ? wedge.burst + signOf(key) : wedge.burst
  return { wedge: { ...wedge, burst, last: at }, verdict: { do: 'swallow' } }
}

function signOf(key: string): string {
  if (isEnd(key)) return key === 'Tab' ? '\t' : '\n'
  // An input method that corrects the scan takes letters of it away: they are lost, and the reader must see that.
  if (key === 'Backspace' || key === 'Process') return '\uFFFD'
  return isNamed(key) ? '' : key
}

function ended({ burst }: Wedge, at: number): Step {
  const text = burst.trim()
  if (text.length < SHORTEST) return { wedge: quietWedge, verdict: { do: 'give-back', text: burst } }
  const [hand = ''] = HAND_BEFORE_CARD.exec(text) ?? []
  return { wedge: { ...quietWedge, last: at, tail: true }, verdict: { do: 'scan', text: text.slice(hand.length), typed: hand } }
}

/** A card's number has twelve digits: those before them were typed. */
const HAND_BEFORE_CARD = /^\d{1,2}(?=\d{12}\|(?:\d{9}|\d{12})?\|[^\d|])/

/** The longest end of these keys that may be the beginning of a scan. */
function longestStart(keys: string): string {
  for (let from = 0; from < keys.length; from += 1) {
    const part = keys.slice(from)
    if (STARTS.some(start => part.length <= start.length && start.every((sign, n) => n >= part.length || sign.test(part.charAt(n)))))
      return part
  }
  return ''
}

const LAYOUT = /[\u0300\u0301\u0303\u0309\u0323đăâêô]/
const [DIGIT, CAPITAL, ANY] = [/\d/, /[A-Z]/, /[^]/]
const word = (letters: string): readonly RegExp[] => Array.from(letters, letter => new RegExp(letter))

/** The first five keys of what counters scan. */
const STARTS: readonly (readonly RegExp[])[] = [
  // A card's number; a dossier code of TT 01/2018/TT-VPCP Điều 19, `000.…`.
  [DIGIT, DIGIT, DIGIT, /[\d.]/, DIGIT],
  // The symbology prefix (ISO/IEC 15424), a byte order mark.
  [/\]/, /[A-Za-z]/, DIGIT, ANY, ANY],
  [/\uFEFF/, ANY, ANY, ANY, ANY],
  // Digits under the Windows Vietnamese keyboard layout.
  [/[đăâêô]/, LAYOUT, LAYOUT, LAYOUT, LAYOUT],
  // A machine readable zone; a dossier code of QĐ 20/2020/QĐ-TTg; an insurance card or a parcel; a web address.
  word('IDVNM'),
  [/[A-Y]/, DIGIT, DIGIT, /[.-]/, /[0-9A-Z]/],
  [CAPITAL, CAPITAL, DIGIT, DIGIT, DIGIT],
  [...word('http'), /[s:]/],
]
