import type { KeyboardEvent } from 'react'

/** Esc leads back one step, not out of what this lies in. */
export const escapeTo =
  (leave: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    leave()
  }
