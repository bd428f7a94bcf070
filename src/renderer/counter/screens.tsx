import { missingCase } from '#domain/kernel/missing-case.ts'
import type { Output, Weighed } from '#contract/calls.ts'
import type { Clock } from '../clock.ts'
import { BookScreen } from './book/book-screen.tsx'
import { DeskScreen } from './desk/desk-screen.tsx'
import type { DayLists } from './desk/left-zone.tsx'
import { DoctorScreen } from './doctor/doctor-screen.tsx'
import { DossierScreen } from './dossier/dossier-screen.tsx'
import { HandoverScreen } from './handover/handover-screen.tsx'
import { HomeScreen } from './home/home-screen.tsx'
import { DayScreen } from './money/day-screen.tsx'
import { ParcelsScreen } from './post/parcels-screen.tsx'
import { PostDayScreen } from './post/post-day-screen.tsx'
import { DayEndScreen } from './queue/day-end-screen.tsx'
import { GreeterScreen } from './queue/greeter-screen.tsx'
import type { QueueDesk } from './queue/queue-desk.ts'
import { SupervisorScreen } from './queue/supervisor-screen.tsx'
import { SettingsScreen } from './settings/settings-screen.tsx'
import type { TypedSettings } from './settings/typed-settings.ts'
import type { SittingDesk } from './sitting/sitting-desk.ts'
import type { Official } from './start/sign-in.tsx'
import { useNow } from './use-office.ts'

export type Place =
  | {
      readonly at:
        | 'desk'
        | 'handover'
        | 'parcels'
        | 'post-day'
        | 'doctor'
        | 'money'
        | 'book'
        | 'settings'
        | 'greeter'
        | 'hall'
        | 'day-end'
        | 'home'
    }
  | { readonly at: 'dossier'; readonly code: string; readonly replaced?: { readonly slip: number; readonly now: number } | null }

type Props = {
  readonly place: Place
  readonly hello: Extract<Output<'office.hello'>, { setUp: true }>
  readonly official: Official
  readonly desk: SittingDesk
  readonly queue: QueueDesk
  readonly day: DayLists
  readonly clock: Clock
  /** False while something lies over the screen. */
  readonly on: boolean
  /** Where the hand goes when this draft's form appears, `null` for its first gap. */
  readonly start: (draft: string) => string | null
  /** Settings that were changed and not saved. */
  readonly unsaved: TypedSettings | null
  readonly onUnsaved: (typed: TypedSettings | null) => void
  readonly onReadBack: () => void
  readonly onGo: (place: Place) => void
  /** Calls whose turn it is. */
  readonly onNext: () => void
  /** The whole line lies over the screen. */
  readonly onList: () => void
}

/** The screen that stands between the top line and the status line. */
export function Screens(props: Props) {
  const { place, hello, official, desk, queue, day, clock, on, start, unsaved, onUnsaved, onReadBack, onGo, onNext, onList } = props
  const now = useNow(clock)
  const home = (): void => onGo({ at: 'desk' })
  const mend = (weighed: Weighed): void => {
    home()
    void desk.mend(weighed)
  }
  switch (place.at) {
    case 'desk':
      return (
        <DeskScreen
          desk={desk}
          queue={queue}
          k={hello.office.hall.first}
          day={day}
          procedures={hello.procedures}
          favourites={hello.office.favourites}
          now={now}
          on={on}
          start={start}
          onReadBack={onReadBack}
          onOpen={code => onGo({ at: 'dossier', code })}
          onNext={onNext}
          onList={onList}
          onDayEnd={() => onGo({ at: 'day-end' })}
        />
      )
    case 'handover':
      return (
        <HandoverScreen
          officials={hello.officials}
          official={official}
          procedures={hello.procedures}
          favourites={hello.office.favourites}
          now={now}
          on={on}
          onReceive={mend}
          onLeave={home}
        />
      )
    case 'parcels':
      return <ParcelsScreen now={now} on={on} onLeave={home} />
    case 'post-day':
      return <PostDayScreen on={on} onLeave={home} />
    case 'doctor':
      return <DoctorScreen on={on} city={hello.office.cityUrl !== null} onSettings={() => onGo({ at: 'settings' })} onLeave={home} />
    case 'settings':
      return <SettingsScreen official={official} queue={queue} now={now} on={on} unsaved={unsaved} onType={onUnsaved} onLeave={home} />
    case 'money':
      return <DayScreen official={official} on={on} onOpen={code => onGo({ at: 'dossier', code })} onLeave={home} />
    case 'book':
      return <BookScreen now={now} on={on} onLeave={home} />
    case 'home':
      return (
        <HomeScreen
          official={official}
          on={on}
          onSit={applicant => {
            home()
            desk.next()
            desk.typeCitizen()
            desk.typed(applicant)
          }}
          onLeave={home}
        />
      )
    case 'greeter':
      return <GreeterScreen queue={queue} on={on} onLeave={home} />
    case 'hall':
      return <SupervisorScreen queue={queue} procedures={hello.procedures} on={on} onLeave={home} />
    case 'day-end':
      return <DayEndScreen queue={queue} on={on} onLeave={home} />
    case 'dossier':
      return <DossierScreen code={place.code} now={now} on={on} replaced={place.replaced ?? null} onMend={mend} onLeave={home} />
    default:
      return missingCase(place)
  }
}
