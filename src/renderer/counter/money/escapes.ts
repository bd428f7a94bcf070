import type { KeyboardEvent } from 'react'

/** Esc leaves the nearest thing only: the screen below does not hear it. */
export const escapes =
  (leave: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    leave()
  }
