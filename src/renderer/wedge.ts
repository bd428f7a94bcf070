import { WEDGE_SILENCE_MS, type Wedge, press, quietWedge, silence } from '#domain/card/wedge.ts'
import { isModifier } from './parts/key-name.ts'
import { SCAN_BEGAN } from './parts/use-patient-keys.ts'
import { type Spot, giveBack, rememberSpot, takeBack } from './spot.ts'

export type WedgeParts = {
  /** A whole text, as it was scanned. */
  readonly scan: (text: string) => void
  /** Keys that hands pressed; negative where earlier ones turn out to be a scanner's. */
  readonly count: (keys: number) => void
  /** Called where a scan may begin; what it answers with puts back everything that the first keys will have changed. */
  readonly remember: () => () => void
}

/**
 * Tells a scanner that types from hands, wherever the focus is, before anything else in the window hears of the key.
 * Typing is never held back. Answers with the way to stop.
 */
export function openWedge({ scan, count, remember }: WedgeParts): () => void {
  let wedge: Wedge = quietWedge
  let spot: Spot | null = null
  let restore = (): void => undefined
  let passed = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const obey = (verdict: ReturnType<typeof press>['verdict'], event: KeyboardEvent | null): void => {
    if (verdict.do !== 'pass') {
      event?.preventDefault()
      event?.stopImmediatePropagation()
    }
    switch (verdict.do) {
      case 'pass':
        if (verdict.begins) {
          spot = rememberSpot()
          restore = remember()
          passed = 0
        }
        passed += 1
        return count(1)
      case 'take-back':
        count(-passed)
        window.dispatchEvent(new Event(SCAN_BEGAN))
        takeBack(spot)
        return restore()
      case 'swallow':
        return undefined
      case 'scan':
        return scan(verdict.text)
      case 'give-back':
        count(verdict.text.length)
        return giveBack(spot, verdict.text)
    }
  }

  const quiet = (at: number): void => {
    const waited = silence(wedge, at)
    wedge = waited.wedge
    if (waited.verdict !== null) obey(waited.verdict, null)
  }

  const hear = (event: KeyboardEvent): void => {
    if (event.repeat) return
    quiet(event.timeStamp)
    // A key under Ctrl or Alt is a command of hands; a scanner sends none.
    if (event.ctrlKey || event.altKey || event.metaKey) return isModifier(event.key) ? undefined : count(1)
    if (isModifier(event.key)) return undefined
    const heard = press(wedge, event.key, event.timeStamp)
    wedge = heard.wedge
    obey(heard.verdict, event)
    clearTimeout(timer)
    if (wedge.mode === 'scanning') timer = setTimeout(() => quiet(performance.now()), WEDGE_SILENCE_MS + 5)
  }

  window.addEventListener('keydown', hear, { capture: true })
  return () => {
    clearTimeout(timer)
    window.removeEventListener('keydown', hear, { capture: true })
  }
}
