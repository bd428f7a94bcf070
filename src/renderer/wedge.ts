import { type Verdict, WEDGE_SILENCE_MS, type Wedge, press, quietWedge, silence } from '#domain/card/wedge.ts'
import { isModifier } from './parts/key-name.ts'
import { SCAN_BEGAN } from './parts/use-patient-keys.ts'
import { type Spot, giveBack, rememberSpot, takeBack } from './spot.ts'

export type WedgeParts = {
  /** A whole text, as it was scanned. */
  readonly scan: (text: string) => void
  /** Keys that hands pressed; negative where earlier ones turn out to be a scanner's. */
  readonly count: (keys: number) => void
  /** Called before each key that may begin a scan; what it answers with puts back everything that the key will have changed. */
  readonly remember: () => () => void
}

/** What stood before a key. */
type Before = { readonly spot: Spot | null; readonly restore: () => void }

/** A scan is known by its fifth key: nobody asks for what stood before an older one. */
const REMEMBERED = 6

/**
 * Tells a scanner that types from hands, wherever the focus is, before anything else in the window hears of the key.
 * Typing is never held back. Answers with the way to stop.
 */
export function openWedge({ scan, count, remember }: WedgeParts): () => void {
  let wedge: Wedge = quietWedge
  let past: readonly Before[] = []
  let spot: Spot | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Keys whose way down was swallowed: their way up is too, for a space presses a button when it comes up. */
  const down = new Set<string>()

  const takeBackKeys = (keys: number): void => {
    const before = past.at(-keys)
    count(-keys)
    window.dispatchEvent(new Event(SCAN_BEGAN))
    spot = before?.spot ?? null
    takeBack(spot)
    before?.restore()
    past = []
  }
  const typeAgain = (text: string): void => {
    if (text === '') return
    count(text.length)
    giveBack(spot, text)
  }
  const obey = (verdict: Verdict): void => {
    switch (verdict.do) {
      case 'take-back':
        return takeBackKeys(verdict.keys)
      case 'scan':
        typeAgain(verdict.typed)
        return scan(verdict.text)
      case 'give-back':
        return typeAgain(verdict.text)
      case 'pass':
      case 'swallow':
    }
  }
  const quiet = (at: number): void => {
    const waited = silence(wedge, at)
    wedge = waited.wedge
    if (waited.verdict !== null) obey(waited.verdict)
  }

  /** Until the scan is over: a key's own time may lie ahead of ours. */
  const listenOn = (): void => {
    timer = setTimeout(() => {
      quiet(performance.now())
      if (wedge.mode === 'scanning') listenOn()
    }, WEDGE_SILENCE_MS + 5)
  }

  const hear = (event: KeyboardEvent): void => {
    if (event.repeat) return
    quiet(event.timeStamp)
    if (isChord(event)) return count(1)
    const heard = press(wedge, event.key, event.timeStamp)
    wedge = heard.wedge
    if (heard.verdict.do === 'pass') {
      if (isSign(event.key)) past = [...past.slice(1 - REMEMBERED), { spot: rememberSpot(), restore: remember() }]
      if (!isModifier(event.key)) count(1)
      return
    }
    swallow(event)
    down.add(event.key)
    obey(heard.verdict)
    clearTimeout(timer)
    if (wedge.mode === 'scanning') listenOn()
  }

  const rise = (event: KeyboardEvent): void => {
    if (down.delete(event.key)) swallow(event)
  }

  window.addEventListener('keydown', hear, { capture: true })
  window.addEventListener('keyup', rise, { capture: true })
  return () => {
    clearTimeout(timer)
    window.removeEventListener('keydown', hear, { capture: true })
    window.removeEventListener('keyup', rise, { capture: true })
  }
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

/** A key under Ctrl or Alt is a command of hands; a scanner sends none. Under AltGr it is a letter. */
const isChord = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.altKey || event.metaKey) && !isModifier(event.key) && !event.getModifierState('AltGraph')

/** One letter, digit or sign, marks and all; keys with a name are longer and begin with a capital. */
const isSign = (key: string): boolean => !/^[A-Z][A-Za-z0-9]+$/.test(key)
