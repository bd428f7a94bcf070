import type { TurnedAway } from '#domain/dossier/turn-away.ts'
import { dayOf } from '#domain/kernel/time.ts'
import { dayText } from '#words/paper.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { useWords } from '../../parts/use-words.tsx'
import { beforeText } from './typed-turn.ts'

type Props = {
  readonly before: TurnedAway
  /** Opens what was typed then; not given where it is on the desk, or is gone. */
  readonly onComeBack?: (() => void) | undefined
}

/** What was asked last time, in amber: nothing new is asked without its being seen (NĐ 61/2018/NĐ-CP Điều 17). */
export function BeforeBand({ before, onComeBack }: Props) {
  const { words } = useWords()
  return (
    <Band tone="warn">
      <p>{beforeText(before, dayText(dayOf(before.at)), words)}</p>
      {onComeBack === undefined ? null : <Action name={words.turn.comeBack} shortcut="Alt+O" act={onComeBack} />}
    </Band>
  )
}
