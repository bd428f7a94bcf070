/** A screen as the system tells it. */
export type Screen = {
  readonly id: number
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly touch: boolean
}

export type HallKind = 'display' | 'kiosk'

/**
 * Which screen a window for the hall has for itself: none that is taken, by the counter or the other window. A screen that
 * can be touched is the kiosk's first choice and the wall's last. `null`: there is none, and it is a window like any other.
 */
export function screenFor(kind: HallKind, screens: readonly Screen[], taken: ReadonlySet<number>): Screen | null {
  const free = screens.filter(({ id }) => !taken.has(id))
  return free.find(({ touch }) => touch === (kind === 'kiosk')) ?? free[0] ?? null
}
