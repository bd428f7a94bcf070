import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Focuses an element when its screen arrives: there is one thing to do next, and the hand is already there. */
export function useArrival<Kind extends HTMLElement>(): RefObject<Kind | null> {
  const element = useRef<Kind>(null)
  useLayoutEffect(() => {
    element.current?.focus()
  }, [])
  return element
}
