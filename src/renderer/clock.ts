import { Instant } from '#domain/kernel/time.ts'

/** The office's time in a window: what the office said last, carried on by the window's own steady counter. */
export type Clock = { readonly now: () => Instant; readonly set: (said: Instant) => void }

/** `steady` counts milliseconds from anywhere and never jumps (`performance.now`). */
export function openClock(steady: () => number): Clock {
  let offset = 0
  return {
    now: () => Instant.parse(Math.max(0, Math.round(steady() + offset))),
    set: said => {
      offset = said - steady()
    },
  }
}
