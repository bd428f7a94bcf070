import { ScrollArea } from '@base-ui/react/scroll-area'
import { useState } from 'react'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useReveal } from '../../parts/use-reveal.tsx'
import { useWords } from '../../parts/use-words.tsx'
import { shownValue } from '../form/shown-value.ts'
import { spokenLines } from './needs.ts'
import { type SittingDesk, useSitting } from './sitting-desk.ts'

type Props = {
  readonly desk: SittingDesk
  readonly onConfirmed: () => void
  readonly onLeave: () => void
  /** The citizen says that this line is wrong. */
  readonly onMend: (place: string) => void
}

/** The whole screen for reading aloud: one field a line, large, the line being read highlighted. */
export function ReadBack({ desk, onConfirmed, onLeave, onMend }: Props) {
  const { words } = useWords()
  const { procedure, draft } = useSitting(desk)
  const lines = procedure === null || draft === null ? [] : spokenLines(procedure, draft.answers)
  const [at, setAt] = useState(0)
  const revealed = useReveal()
  const move = (step: number): void => setAt(Math.min(Math.max(at + step, 0), lines.length - 1))
  const mend = (): void => onMend(lines[at]?.field.id ?? '')
  const confirm = (): void => {
    desk.heard(lines.map(({ field }) => field.id))
    onConfirmed()
  }
  useKeys({
    Space: () => {
      desk.heard([lines[at]?.field.id ?? ''])
      move(1)
    },
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    ArrowLeft: () => move(-1),
    ArrowRight: mend,
    Enter: confirm,
    Esc: onLeave,
    F8: onLeave,
  })
  return (
    <main>
      <section className="read-back" aria-label={words.readBack.title}>
        <header className="read-head">
          <h1 className="sheet-title">{procedure?.name}</h1>
          <span className="quiet number">{put(words.readBack.place, { at: at + 1, count: lines.length })}</span>
        </header>
        <ScrollArea.Root className="read-scroll">
          <ScrollArea.Viewport className="read-view">
            <ol className="read-lines">
              {lines.map(({ field, value, heard }, index) => (
                <li
                  className={index === at ? 'read-line read-here' : 'read-line'}
                  key={field.id}
                  ref={index === at ? bringIntoSight : null}
                  aria-current={index === at}
                >
                  <span className="read-label">
                    {heard ? '✔ ' : ''}
                    {field.label}
                  </span>
                  <span className="read-value">{shownValue(field, value, words, revealed || index === at)}</span>
                </li>
              ))}
            </ol>
          </ScrollArea.Viewport>
        </ScrollArea.Root>
        <footer className="finish-actions">
          <Action name={words.readBack.next} shortcut="Space" act={() => move(1)} />
          <Action name={words.readBack.back} shortcut="↑" act={() => move(-1)} />
          <Action name={words.readBack.mend} shortcut="→" act={mend} />
          <Action name={words.readBack.leave} shortcut="Esc" act={onLeave} />
          <Action tone="next" name={words.readBack.confirm} shortcut="Enter" act={confirm} />
        </footer>
      </section>
    </main>
  )
}

function bringIntoSight(line: HTMLElement | null): void {
  line?.scrollIntoView({ block: 'center' })
}
