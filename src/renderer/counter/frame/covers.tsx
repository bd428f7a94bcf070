import { missingCase } from '#domain/kernel/missing-case.ts'
import type { Output } from '#contract/calls.ts'
import type { Clock } from '../../clock.ts'
import { Action } from '../../parts/action.tsx'
import type { PrefsDesk } from '../../parts/use-prefs.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import type { Place } from '../screens.tsx'
import { Palette } from '../search/palette.tsx'
import type { Command } from '../search/palette-items.ts'
import { QueueCover } from '../queue/queue-cover.tsx'
import type { QueueDesk } from '../queue/queue-desk.ts'
import type { SittingDesk } from '../sitting/sitting-desk.ts'
import { type Official, SignIn } from '../start/sign-in.tsx'
import { Cover } from './cover.tsx'
import { Help } from './help.tsx'

/** What may lie over the desk for a moment. */
export type Over = 'help' | 'search' | 'officials' | 'queue' | null

type Props = {
  readonly over: Over
  readonly hello: Extract<Output<'office.hello'>, { setUp: true }>
  readonly clock: Clock
  readonly prefs: PrefsDesk
  readonly desk: SittingDesk
  readonly queue: QueueDesk
  readonly onNext: () => void
  readonly onClose: () => void
  readonly onOfficial: (official: Official) => void
  readonly onSignOut: () => void
  readonly onGo: (place: Place) => void
  readonly onOver: (over: Over) => void
}

export function Covers({ over, hello, clock, prefs, desk, queue, onNext, onClose, onOfficial, onSignOut, onGo, onOver }: Props) {
  const { words } = useWords()
  const { command } = words
  useKeys({ 'Alt+X': onSignOut }, over === 'officials')
  const next = (): void => {
    onGo({ at: 'desk' })
    onNext()
  }
  // Why a window did not open is said where the line is.
  const open = async (window: 'display' | 'kiosk'): Promise<void> => {
    if (!(await queue.open(window))) onGo({ at: 'desk' })
  }
  const commands: readonly Command[] = [
    { id: 'next', name: command.next, shortcut: 'F2', act: () => next() },
    { id: 'queue', name: command.queue, shortcut: 'Ctrl+Q', act: () => onOver('queue') },
    { id: 'greeter', name: command.greeter, shortcut: 'F11', act: () => onGo({ at: 'greeter' }) },
    { id: 'handover', name: command.handover, shortcut: 'F6', act: () => onGo({ at: 'handover' }) },
    { id: 'parcels', name: command.parcels, shortcut: 'Ctrl+U', act: () => onGo({ at: 'parcels' }) },
    { id: 'post-day', name: command.postDay, shortcut: 'Ctrl+D', act: () => onGo({ at: 'post-day' }) },
    { id: 'doctor', name: command.doctor, shortcut: 'F10', act: () => onGo({ at: 'doctor' }) },
    { id: 'settings', name: command.settings, shortcut: 'Ctrl+,', act: () => onGo({ at: 'settings' }) },
    { id: 'money', name: command.money, shortcut: 'F12', act: () => onGo({ at: 'money' }) },
    { id: 'book', name: words.paper.book, shortcut: 'Ctrl+B', act: () => onGo({ at: 'book' }) },
    { id: 'home', name: command.home, shortcut: 'Ctrl+H', act: () => onGo({ at: 'home' }) },
    { id: 'hall', name: command.hall, shortcut: 'Ctrl+G', act: () => onGo({ at: 'hall' }) },
    { id: 'day-end', name: command.dayEnd, shortcut: 'Ctrl+E', act: () => onGo({ at: 'day-end' }) },
    { id: 'display', name: words.hallPage.display, shortcut: '', act: () => void open('display') },
    { id: 'kiosk', name: words.hallPage.kiosk, shortcut: '', act: () => void open('kiosk') },
    { id: 'official', name: command.official, shortcut: 'F3', act: () => onOver('officials') },
    { id: 'leave', name: command.leave, shortcut: '', act: onSignOut },
    { id: 'language', name: command.language, shortcut: 'Ctrl+L', act: prefs.turnLanguage },
    { id: 'theme', name: command.theme, shortcut: 'Alt+T', act: prefs.turnTheme },
    { id: 'larger', name: command.larger, shortcut: 'Ctrl +', act: prefs.larger },
    { id: 'smaller', name: command.smaller, shortcut: 'Ctrl −', act: prefs.smaller },
    { id: 'help', name: command.help, shortcut: 'F1', act: () => onOver('help') },
  ]
  switch (over) {
    case null:
      return null
    case 'help':
      return <Help onClose={onClose} />
    case 'search':
      return (
        <Palette
          procedures={hello.procedures}
          favourites={hello.office.favourites}
          commands={commands}
          now={clock.now()}
          onDossier={code => onGo({ at: 'dossier', code })}
          onDraft={id => {
            onGo({ at: 'desk' })
            void desk.resume(id)
          }}
          onProcedure={procedure => {
            onGo({ at: 'desk' })
            if (desk.peek().citizen === null) desk.typeCitizen()
            else desk.choose(procedure)
          }}
          onClose={onClose}
        />
      )
    case 'queue':
      return <QueueCover queue={queue} desk={desk} k={hello.office.hall.first} onClose={onClose} />
    case 'officials':
      return (
        <Cover title={words.signIn.change} onClose={onClose}>
          <p className="quiet">{words.signIn.keeps}</p>
          <SignIn
            officials={hello.officials}
            notice={null}
            onSignedIn={official => {
              onOfficial(official)
              onClose()
            }}
          />
          <div className="sheet-actions">
            <Action name={command.leave} shortcut="Alt+X" act={onSignOut} />
          </div>
        </Cover>
      )
    default:
      return missingCase(over)
  }
}
