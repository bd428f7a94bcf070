import { put } from '#words/say.ts'
import type { Turning } from '#domain/dossier/turn-away.ts'
import type { Field } from '#domain/procedure/procedure.ts'
import { Action } from '../../parts/action.tsx'
import { clockTime } from '../../parts/say-figures.ts'
import { useWords } from '../../parts/use-words.tsx'
import type { Sitting } from './sitting.ts'

type Props = {
  readonly sitting: Sitting
  /** The field the hand is in: what to say aloud. */
  readonly asked: Field | null
  readonly needs: number
  readonly onReadBack: () => void
  readonly onFinish: () => void
  /** Turns the citizen away with Mẫu số 02 or 03; not given while a received dossier is mended. */
  readonly onTurn?: ((kind: Turning['kind']) => void) | undefined
}

/** What to say aloud now, and the two ways on: read back, or finish and print. */
export function FinishBar({ sitting, asked, needs, onReadBack, onFinish, onTurn }: Props) {
  const { words } = useWords()
  const readBack = sitting.draft?.readBack ?? null
  const ready = readBack === null ? words.finish.ready : words.finish.readyHeard
  return (
    <footer className="finish-bar">
      <div className="finish-say">
        <p className="ask-line" aria-live="polite">
          {asked === null ? (
            <span className="quiet">{needs === 0 ? ready : put(words.finish.needs, { count: needs })}</span>
          ) : (
            <span>
              <span className="quiet">{words.finish.ask} </span>
              {asked.ask ?? asked.label}
            </span>
          )}
        </p>
        <div className="finish-aside">
          {onTurn === undefined ? null : (
            <>
              <Action tone="quiet" name={words.turn.supplement} shortcut="Alt+B" act={() => onTurn('supplement')} />
              <Action tone="quiet" name={words.turn.refuse} shortcut="Alt+K" act={() => onTurn('refuse')} />
            </>
          )}
          <span className="kept-line quiet">{sitting.kept === null ? '' : put(words.finish.kept, { time: clockTime(sitting.kept) })}</span>
        </div>
      </div>
      <div className="finish-actions">
        <Action
          name={readBack === null ? words.finish.readBack : put(words.finish.readAt, { time: clockTime(readBack) })}
          shortcut="F8"
          act={onReadBack}
        />
        <span data-place="finish">
          <Action
            tone={needs === 0 ? 'next' : 'plain'}
            name={sitting.busy === 'finishing' ? words.finish.saving : words.finish.finish}
            shortcut="F9"
            off={sitting.busy !== null}
            act={onFinish}
          />
        </span>
      </div>
    </footer>
  )
}
