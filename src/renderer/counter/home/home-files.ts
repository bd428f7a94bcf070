import type { Output } from '#contract/calls.ts'

/** Hands a sealed file to the system, which asks where it is saved: on the stick that goes along. */
export function saveFile({ name, sealed }: Output<'home.carry'>): void {
  const address = URL.createObjectURL(new Blob([sealed], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The system reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Outcomes that come back say so in their first line; everything else is opened as a route, which names what it is not. */
export const isOutcome = (sealed: string): boolean => sealed.startsWith('khong-viet home outcome')
