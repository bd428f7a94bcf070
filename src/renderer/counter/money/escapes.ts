import type { KeyboardEvent } from 'react'

/** Esc leaves the nearest thing only: the screen below does not hear it. */
export const escapes =
  (leave: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    leave()
  }

/** The same, and Enter in a box ends what is asked: a form of several boxes would not by itself. */
export const answers =
  (leave: () => void, done: () => void) =>
  (event: KeyboardEvent): void => {
    escapes(leave)(event)
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    done()
  }
