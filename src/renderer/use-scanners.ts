import { useLayoutEffect } from 'react'
import type { Sitting } from './counter/sitting/sitting.ts'
import type { EffortMeter } from './counter/sitting/effort.ts'
import { listen } from './hatch.ts'
import { openWedge } from './wedge.ts'

type Parts = {
  readonly scan: (text: string) => void
  readonly meter: EffortMeter
  readonly peek: () => Sitting
  readonly restore: (before: Sitting) => void
}

/** Both kinds of scanner, the one on a line and the one that types, end in one `scan`. */
export function useScanners({ scan, meter, peek, restore }: Parts): void {
  useLayoutEffect(() => listen('scanned', ({ text }) => scan(text)), [scan])
  useLayoutEffect(
    () =>
      openWedge({
        scan,
        count: meter.press,
        remember: () => {
          const before = peek()
          return () => restore(before)
        },
      }),
    [scan, meter, peek, restore],
  )
}
