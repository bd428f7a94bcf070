import { useCallback, useLayoutEffect, useReducer } from 'react'
import type { HallHello } from '#contract/hall-window.ts'
import type { QueueView } from '#contract/queue.ts'
import type { Clock } from '../clock.ts'
import { clockTime } from '../parts/say-figures.ts'
import { usePatientKeys } from '../parts/use-patient-keys.ts'
import { useHall, useSeconds } from '../use-hall.ts'
import { openWedge } from '../wedge.ts'
import { MattersPage, PriorityPage, ServicesPage, TimesPage } from './pages.tsx'
import { FailedPage, TicketPage } from './ticket-page.tsx'
import { useIdle } from './use-idle.ts'
import { useKioskWords } from './use-kiosk-words.ts'
import { usePaper, useTaking } from './use-taking.ts'
import { after, newVisit } from './visit.ts'

type Greeted = Extract<HallHello, { setUp: true }>

/** Whoever went away in the middle leaves nothing to the next one. */
const LEFT_MS = 30_000

const nothing = (): void => undefined

/** The window where tickets are taken. A card that is scanned here is nobody's wish: it is swallowed whole and kept nowhere. */
export function Kiosk() {
  useLayoutEffect(() => openWedge({ scan: nothing, count: nothing, remember: () => nothing }), [])
  const { hello, view, lost, clock } = useHall()
  const { words } = useKioskWords()
  if (hello === null) return null
  if (lost) return <main className="kiosk-still">{words.kiosk.lost}</main>
  if (!hello.setUp || view === null) return <main className="kiosk-still">{words.kiosk.noSetUp}</main>
  return <Visiting greeted={hello} view={view} clock={clock} />
}

function Visiting({ greeted, view, clock }: { readonly greeted: Greeted; readonly view: QueueView; readonly clock: Clock }) {
  const { words, turnLanguage, speakVietnamese } = useKioskWords()
  const [visit, say] = useReducer(after, newVisit)
  const { taking, take, forget } = useTaking()
  const paper = usePaper(greeted.printer)
  const now = useSeconds(clock)
  const { services } = view.hall
  const leave = useCallback((): void => {
    forget()
    say({ kind: 'again' })
    speakVietnamese()
  }, [forget, speakVietnamese])
  useIdle(leave, LEFT_MS, taking.kind !== 'busy' && taking.kind !== 'taken')
  usePatientKeys({ '9': turnLanguage }, true)
  const props = { visit, say, words, services }

  const page = () => {
    if (taking.kind === 'taken') return <TicketPage ticket={taking.ticket} words={words} paper={paper} onDone={leave} />
    if (taking.kind === 'failed') return <FailedPage words={words} again={() => void take(visit, taking.priority)} leave={leave} />
    if (taking.kind === 'busy') return <p className="kiosk-busy">{words.kiosk.taking}</p>
    switch (visit.page) {
      case 'services':
        return <ServicesPage {...props} key={`${visit.services.length} ${visit.turn} ${visit.appointment}`} />
      case 'matters':
        return <MattersPage {...props} matters={greeted.matters} key={visit.turn} />
      case 'times':
        return <TimesPage {...props} hours={greeted.hours} now={now} key={visit.turn} />
      case 'priority':
        return <PriorityPage {...props} take={(asked, reason) => void take(asked, reason)} />
    }
  }
  return (
    <main className="kiosk">
      <header className="kiosk-head">
        <p className="kiosk-office">{greeted.office.name}</p>
        <time className="kiosk-clock">{clockTime(now)}</time>
        <button type="button" className="side" aria-keyshortcuts="9" lang={words.language === 'vi' ? 'en' : 'vi'} onClick={turnLanguage}>
          {words.kiosk.language}
        </button>
      </header>
      {paper || taking.kind === 'taken' ? null : <p className="kiosk-warn">▲ {words.kiosk.noPaperStart}</p>}
      {page()}
    </main>
  )
}
