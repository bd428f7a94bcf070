import { useEffect } from 'react'

/** The hand is on the chosen number as soon as there is one, and again where its line went away under it. */
export function useFirstTicket(on: boolean): void {
  useEffect(() => {
    if (!on) return
    const { activeElement } = document
    if (activeElement instanceof HTMLInputElement && activeElement.name === 'queue-ticket') return
    const chosen = document.querySelector('.ticket-list input:checked')
    if (chosen instanceof HTMLElement) chosen.focus()
  })
}
