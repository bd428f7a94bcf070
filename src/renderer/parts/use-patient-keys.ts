import { useLayoutEffect, useRef } from 'react'
import { keyName } from './key-name.ts'
import type { Keys } from './use-keys.ts'

/** Told to the window when keys turn out to be a scanner's. */
export const SCAN_BEGAN = 'scan-began'

/** Longer than a scanner waits between two keys, shorter than a hand notices. */
const PATIENCE_MS = 45

/**
 * Like `useKeys`, for plain digits that do what cannot be undone: they act only when no other key follows at once, so
 * that a card scanned just then prints nothing.
 */
export function usePatientKeys(keys: Keys, on: boolean): void {
  const latest = useRef(keys)
  useLayoutEffect(() => {
    latest.current = keys
  })
  useLayoutEffect(() => {
    if (!on) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const hear = (event: KeyboardEvent): void => {
      clearTimeout(timer)
      const act = latest.current[keyName(event)]
      if (event.defaultPrevented || event.repeat || act === undefined) return
      event.preventDefault()
      timer = setTimeout(act, PATIENCE_MS)
    }
    const forget = (): void => clearTimeout(timer)
    window.addEventListener('keydown', hear)
    window.addEventListener(SCAN_BEGAN, forget)
    return () => {
      forget()
      window.removeEventListener('keydown', hear)
      window.removeEventListener(SCAN_BEGAN, forget)
    }
  }, [on])
}
