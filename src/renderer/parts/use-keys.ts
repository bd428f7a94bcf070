import { useLayoutEffect, useRef, useState } from 'react'
import { keyName } from './key-name.ts'

export type Keys = Readonly<Record<string, (() => void) | undefined>>

type Listening = { readonly rank: number; readonly hear: (event: KeyboardEvent) => void }

/** Whoever listens in this window, the nearest part first: what was drawn inside another was drawn after it. */
let listening: readonly Listening[] = []
let drawn = 0

const hearAll = (event: KeyboardEvent): void => {
  for (const { hear } of listening) if (!event.defaultPrevented) hear(event)
}

function listen(one: Listening): () => void {
  if (listening.length === 0) window.addEventListener('keydown', hearAll)
  listening = [...listening, one].toSorted((a, b) => b.rank - a.rank)
  return () => {
    listening = listening.filter(other => other !== one)
    if (listening.length === 0) window.removeEventListener('keydown', hearAll)
  }
}

/**
 * Answers keys anywhere in the window while `on`. A key that a nearer part already took is left alone. It listens before
 * what it belongs to is painted: a key pressed at what the eye sees is never lost.
 */
export function useKeys(keys: Keys, on = true): void {
  const [rank] = useState(() => (drawn += 1))
  const latest = useRef(keys)
  useLayoutEffect(() => {
    latest.current = keys
  })
  useLayoutEffect(() => {
    if (!on) return undefined
    const hear = (event: KeyboardEvent): void => {
      if (event.repeat || event.isComposing) return
      const act = latest.current[keyName(event)]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    return listen({ rank, hear })
  }, [on, rank])
}
