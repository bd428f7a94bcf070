import { useEffect, useState } from 'react'
import type { Output } from '#contract/calls.ts'
import type { Status } from '#contract/events.ts'
import type { Clock } from '../clock.ts'
import { ask, listen } from '../hatch.ts'
import { useKeys } from '../parts/use-keys.ts'
import type { PrefsDesk } from '../parts/use-prefs.ts'
import { ScanRoute, useScanRouter, useScans } from '../parts/use-scans.tsx'
import { useWords } from '../parts/use-words.tsx'
import { useScanners } from '../use-scanners.ts'
import { useDayLists } from './desk/use-day-lists.ts'
import { Covers, type Over } from './frame/covers.tsx'
import { StatusLine } from './frame/status-line.tsx'
import { TopLine } from './frame/top-line.tsx'
import { type Place, Screens } from './screens.tsx'
import { openQueueDesk } from './queue/queue-desk.ts'
import type { TypedSettings } from './settings/typed-settings.ts'
import { openEffortMeter } from './sitting/effort.ts'
import { ReadBack } from './sitting/read-back.tsx'
import { openSittingDesk } from './sitting/sitting-desk.ts'
import { SignInScreen } from './start/sign-in-screen.tsx'
import { type Official } from './start/sign-in.tsx'

/** Milliseconds that never jump: what is measured with them is not told the time by them. */
const steady = (): number => performance.now()

type Props = {
  readonly hello: Extract<Output<'office.hello'>, { setUp: true }>
  readonly status: Status
  readonly clock: Clock
  readonly prefs: PrefsDesk
}

/** A counter that is set up. The sitting lives here: it outlasts every screen, every cover and every change of official. */
export function Workplace({ hello, status, clock, prefs }: Props) {
  const router = useScanRouter()
  return (
    <ScanRoute router={router}>
      <Inside hello={hello} status={status} clock={clock} prefs={prefs} scan={router.scan} />
    </ScanRoute>
  )
}

function Inside({ hello, status, clock, prefs, scan }: Props & { readonly scan: (text: string) => void }) {
  const { words } = useWords()
  const { office, officials } = hello
  const [official, setOfficial] = useState<Official | null>(hello.signedIn)
  const [place, setPlace] = useState<Place>(firstPlace(hello.signedIn))
  const [over, setOver] = useState<Over>(null)
  const [readingBack, setReadingBack] = useState(false)
  const [mended, setMended] = useState<{ readonly draft: string | null; readonly place: string | null } | null>(null)
  const [early, setEarly] = useState(false)
  const [unsaved, setUnsaved] = useState<TypedSettings | null>(null)
  const day = useDayLists(official?.id ?? null)
  const [meter] = useState(() => openEffortMeter(steady))
  const [desk] = useState(() => openSittingDesk({ clock, meter, onSaved: day.refresh }))
  const [queue] = useState(() => openQueueDesk({ sitting: desk, steady }))
  useEffect(() => queue.start(), [queue])
  // What waits at the desk was weighed by the settings before: its due time is asked anew.
  useEffect(
    () =>
      listen('settings', () => {
        const { draft, stage } = desk.peek()
        if (draft !== null && stage !== 'done') void desk.resume(draft.id)
      }),
    [desk],
  )
  useScanners({ scan, meter, peek: desk.peek, restore: desk.restore })

  const take = async (text: string): Promise<void> => {
    if (official === null) return setEarly(true)
    const scanned = await ask('card.scan', { text })
    setOver(null)
    if (scanned.ok && scanned.value.kind === 'dossier') {
      return setPlace({ at: 'dossier', code: scanned.value.code, replaced: scanned.value.replaced })
    }
    setPlace({ at: 'desk' })
    if (!scanned.ok) return desk.refuseScan(scanned.faults, text)
    setReadingBack(false)
    if (scanned.value.kind === 'card') desk.card(scanned.value)
  }
  useScans(text => void take(text))
  const leave = async (): Promise<void> => {
    await ask('official.signOut', {})
    setOver(null)
    setOfficial(null)
  }
  const arrive = (signed: Official): void => {
    setOfficial(signed)
    if (signed.role === 'postal') setPlace(firstPlace(signed))
  }
  const go = (next: Place): void => {
    setOver(null)
    setReadingBack(false)
    setPlace(next)
  }
  /** Whoever showed a card already sits here as the next; else the line says whose turn it is. */
  const next = (): void => {
    const { other, stage } = desk.peek()
    desk.next()
    if (other === null) void (stage === 'empty' ? queue.next() : queue.endAndNext())
  }
  const awake = official !== null && over === null
  useKeys(
    {
      F1: () => setOver('help'),
      F3: () => setOver('officials'),
      F6: () => go({ at: place.at === 'handover' ? 'desk' : 'handover' }),
      F10: () => go({ at: place.at === 'doctor' ? 'desk' : 'doctor' }),
      F12: () => go({ at: place.at === 'money' ? 'desk' : 'money' }),
      'Ctrl+U': () => go({ at: place.at === 'parcels' ? 'desk' : 'parcels' }),
      'Ctrl+D': () => go({ at: place.at === 'post-day' ? 'desk' : 'post-day' }),
      'Ctrl+B': () => go({ at: place.at === 'book' ? 'desk' : 'book' }),
      'Ctrl+H': () => go({ at: place.at === 'home' ? 'desk' : 'home' }),
      'Ctrl+,': () => go({ at: place.at === 'settings' ? 'desk' : 'settings' }),
      'Ctrl+K': () => setOver('search'),
      'Ctrl+Q': () => setOver('queue'),
      F11: () => go({ at: place.at === 'greeter' ? 'desk' : 'greeter' }),
      'Ctrl+G': () => go({ at: place.at === 'hall' ? 'desk' : 'hall' }),
      'Ctrl+E': () => go({ at: place.at === 'day-end' ? 'desk' : 'day-end' }),
    },
    awake && !readingBack,
  )
  if (official === null) {
    return (
      <SignInScreen
        office={office.office.name}
        counter={office.counter.name}
        officials={officials}
        notice={early ? words.signIn.first : null}
        onSignedIn={signed => {
          setEarly(false)
          arrive(signed)
        }}
      />
    )
  }
  if (readingBack) {
    const back = (line: string | null): void => {
      setMended({ draft: desk.peek().draft?.id ?? null, place: line })
      setReadingBack(false)
    }
    return (
      <ReadBack
        desk={desk}
        onConfirmed={() => {
          desk.readBack(true)
          back('finish')
        }}
        onLeave={() => back(null)}
        onMend={back}
      />
    )
  }
  return (
    <div className="frame">
      <TopLine
        counter={office.counter.name}
        official={official.name}
        clock={clock}
        onSearch={() => setOver('search')}
        onOfficials={() => setOver('officials')}
        onHandover={() => go({ at: 'handover' })}
        onMoney={() => go({ at: 'money' })}
        onBook={() => go({ at: 'book' })}
        onHelp={() => setOver('help')}
      />
      <Screens
        place={place}
        hello={hello}
        official={official}
        desk={desk}
        queue={queue}
        day={day}
        clock={clock}
        on={awake}
        // Where the read-back ended belongs to the draft that was read, not to the next citizen's.
        unsaved={unsaved}
        onUnsaved={setUnsaved}
        start={draft => (mended?.draft === draft ? mended.place : null)}
        onReadBack={() => setReadingBack(true)}
        onGo={go}
        onNext={next}
        onList={() => setOver('queue')}
      />
      <StatusLine status={status} queue={queue} onQueue={() => setOver('queue')} onDoctor={() => go({ at: 'doctor' })} />
      <Covers
        over={over}
        hello={hello}
        clock={clock}
        prefs={prefs}
        desk={desk}
        queue={queue}
        onNext={next}
        onClose={() => setOver(null)}
        onOfficial={arrive}
        onSignOut={() => void leave()}
        onGo={go}
        onOver={setOver}
      />
    </div>
  )
}

/** A postal clerk comes for the lists, and goes on to the counter where the Post runs one. */
const firstPlace = (official: Official | null): Place => ({ at: official?.role === 'postal' ? 'handover' : 'desk' })
