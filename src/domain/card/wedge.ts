/** Keys of a scanner come faster than this one after the other; the fastest typists rarely do, and never five times in a row. */
const FAST_MS = 30
/** So many fast keys that begin like a scan are one. */
const SURE_AFTER = 5
/** A scan without an end is over after this silence. */
export const WEDGE_SILENCE_MS = 80
/** Anything shorter was no scan. */
const SHORTEST = 10

/**
 * A scanner that types like a keyboard. Typing is never held back: keys pass at once, and when enough of them came too fast
 * for hands and begin like a scan, what they left in a field is taken back and the rest is swallowed.
 */
export type Wedge = { readonly mode: 'typing' | 'scanning'; readonly burst: string; readonly last: number }

export type Verdict =
  /** An ordinary key. `begins`: remember the focused field as it is now, a scan may begin here. */
  | { readonly do: 'pass'; readonly begins: boolean }
  /** This is a scan: put the field back as it was when the burst began, and swallow this key. */
  | { readonly do: 'take-back' }
  | { readonly do: 'swallow' }
  /** The scan is whole; the key that ended it is swallowed. */
  | { readonly do: 'scan'; readonly text: string }
  /** What was swallowed was no scan: it goes back into the field. */
  | { readonly do: 'give-back'; readonly text: string }

export const quietWedge: Wedge = { mode: 'typing', burst: '', last: 0 }

/** One key press at `at` (ms). Call `silence` with the same time first. */
export function press(wedge: Wedge, key: string, at: number): { readonly wedge: Wedge; readonly verdict: Verdict } {
  const ends = key === 'Enter' || key === 'Tab'
  if (!ends && [...key].length !== 1) return { wedge, verdict: { do: 'pass', begins: false } }
  return wedge.mode === 'scanning' ? scanned(wedge, key, at, ends) : typed(wedge, key, at, ends)
}

/** Time has passed without a key. */
export function silence(wedge: Wedge, at: number): { readonly wedge: Wedge; readonly verdict: Verdict | null } {
  if (wedge.mode === 'typing' || at - wedge.last < WEDGE_SILENCE_MS) return { wedge, verdict: null }
  return { wedge: quietWedge, verdict: verdictOf(wedge.burst) }
}

function typed({ burst, last }: Wedge, key: string, at: number, ends: boolean): { wedge: Wedge; verdict: Verdict } {
  if (ends) return { wedge: quietWedge, verdict: { do: 'pass', begins: false } }
  const goesOn = burst !== '' && at - last < FAST_MS
  const grown = goesOn ? burst + key : key
  const sure = grown.length >= SURE_AFTER && beginsLikeScan(grown)
  return {
    wedge: { mode: sure ? 'scanning' : 'typing', burst: grown, last: at },
    verdict: sure ? { do: 'take-back' } : { do: 'pass', begins: !goesOn },
  }
}

function scanned({ burst }: Wedge, key: string, at: number, ends: boolean): { wedge: Wedge; verdict: Verdict } {
  const more = ends && isOpenMrz(burst)
  if (ends && !more) return { wedge: quietWedge, verdict: verdictOf(burst) }
  return { wedge: { mode: 'scanning', burst: burst + (ends ? '\n' : key), last: at }, verdict: { do: 'swallow' } }
}

const verdictOf = (burst: string): Verdict => {
  const text = burst.trim()
  return text.length >= SHORTEST ? { do: 'scan', text } : { do: 'give-back', text: burst }
}

/** A digit of a card or slip; the AIM prefix; a BOM; letters the Windows Vietnamese layout makes of digits; a new agency code; an MRZ; BHYT. */
const beginsLikeScan = (burst: string): boolean =>
  /^[\d\]\uFEFFđăâêô]/.test(burst) || /^[A-Y]\d{2}[.-]/.test(burst) || burst.startsWith('IDVNM') || /^[A-Z]{2}\d{3}/.test(burst)

/** The first or second line of a TD1 zone just ended: the next one belongs to the same scan. */
function isOpenMrz(burst: string): boolean {
  const lines = burst.split('\n')
  return lines.length < 3 && lines.every(line => /^[A-Z0-9<]{30}$/.test(line))
}
