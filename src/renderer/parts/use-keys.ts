import { useEffect, useRef } from 'react'
import { keyName } from './key-name.ts'

export type Keys = Readonly<Record<string, (() => void) | undefined>>

/** Answers keys anywhere in the window while `on`. A key that a nearer part already took is left alone. */
export function useKeys(keys: Keys, on = true): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!on) return undefined
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.repeat || event.isComposing) return
      const act = latest.current[keyName(event)]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [on])
}
