import { useEffect } from 'react'
import { listen } from './hatch.ts'
import { isModifier } from './parts/key-name.ts'
import type { EffortMeter } from './counter/sitting/effort.ts'
import type { Sitting } from './counter/sitting/sitting.ts'

type Parts = {
  readonly scan: (text: string) => void
  readonly meter: EffortMeter
  readonly peek: () => Sitting
  readonly restore: (before: Sitting) => void
}

/** Both kinds of scanner end in one `scan`. */
export function useScanners({ scan, meter }: Parts): void {
  useEffect(() => listen('scanned', ({ text }) => scan(text)), [scan])
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.repeat && !isModifier(event.key)) meter.press(1)
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [meter])
}
