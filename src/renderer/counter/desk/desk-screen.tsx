import type { Instant } from '#domain/kernel/time.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { SittingZone } from '../sitting/sitting-zone.tsx'
import type { SittingDesk } from '../sitting/sitting-desk.ts'
import type { QueueDesk } from '../queue/queue-desk.ts'
import { type DayLists, LeftZone } from './left-zone.tsx'
import { PaperZone } from './paper-zone.tsx'

type Props = {
  readonly desk: SittingDesk
  readonly queue: QueueDesk
  /** How many may go first in a row. */
  readonly k: number
  readonly day: DayLists
  readonly procedures: readonly Procedure[]
  readonly favourites: readonly string[]
  readonly now: Instant
  readonly on: boolean
  /** Where the hand goes when this draft's form appears, `null` for its first gap. */
  readonly start: (draft: string) => string | null
  readonly onReadBack: () => void
  readonly onOpen: (code: string) => void
  readonly onNext: () => void
  readonly onList: () => void
  readonly onDayEnd: () => void
}

/** The counter: who waits, the sitting, the paper. Three zones that never move. */
export const DeskScreen = ({ day, procedures, favourites, now, start, onReadBack, ...left }: Props) => (
  <div className="desk">
    <LeftZone {...day} {...left} />
    <SittingZone
      desk={left.desk}
      procedures={procedures}
      favourites={favourites}
      now={now}
      on={left.on}
      start={start}
      onReadBack={onReadBack}
    />
    <PaperZone desk={left.desk} on={left.on} />
  </div>
)
