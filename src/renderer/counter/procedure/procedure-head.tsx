import { memo, useState } from 'react'
import type { Weighed } from '#contract/calls.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { Instant } from '#domain/kernel/time.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { dayText, moneyText } from '#words/paper.ts'
import { dueText, weekdayText } from '../../parts/say-figures.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'

type Props = {
  readonly procedure: Procedure
  readonly weighed: Pick<Weighed, 'fee' | 'due'>
  readonly now: Instant
  readonly on: boolean
  readonly onChooseAgain: () => void
}

/** Which procedure it is, when the result is due and what it costs; why, behind a key. */
export const ProcedureHead = memo(function ProcedureHead({ procedure, weighed, now, on, onChooseAgain }: Props) {
  const { words } = useWords()
  const [why, setWhy] = useState(false)
  useKeys({ 'Alt+W': () => setWhy(!why) }, on)
  const { fee, due } = weighed
  return (
    <div className="procedure-head">
      <div className="procedure-line">
        <h2 className="procedure-name">{procedure.name}</h2>
        <span className="number quiet">{procedure.code}</span>
        <Action tone="quiet" name={words.head.change} shortcut="F4" act={onChooseAgain} />
      </div>
      <div className="procedure-line">
        <span>
          {words.head.due} <strong>{dueText(due.at, now, words.time)}</strong>
          {due.sure ? '' : ` (${words.head.unsure})`}
        </span>
        <span>
          {words.head.fee} <strong>{feeWord(fee, words.head)}</strong>
        </span>
        <Action tone="quiet" name={why ? words.head.hideWhy : words.head.why} shortcut="Alt+W" act={() => setWhy(!why)} />
      </div>
      <SignsLine procedure={procedure} />
      {why ? <Why weighed={weighed} signs={procedure.signs} /> : null}
    </div>
  )
})

/** Who has to sign with their own hand, in one quiet line: said before anybody leaves the counter. */
function SignsLine({ procedure: { signs } }: Pick<Props, 'procedure'>) {
  const { words } = useWords()
  if (signs.length === 0) return null
  const who = [...new Set(signs.map(one => one.who))]
  return (
    <div className="procedure-line">
      <span className="quiet">
        {words.head.signs} {who.join('; ')}
      </span>
    </div>
  )
}

function Why({ weighed: { fee, due }, signs }: { readonly weighed: Props['weighed']; readonly signs: Procedure['signs'] }) {
  const { words } = useWords()
  return (
    <ul className="why">
      {due.skipped.length === 0 ? <li>{words.head.noSkipped}</li> : null}
      {due.skipped.map(({ day, why, name }) => (
        <li key={day}>
          {put(words.head.skipped, {
            day: `${weekdayText(day, words.time)} ${dayText(day)}`,
            why: [skipWord(why, words.skip), name ?? ''].filter(text => text !== '').join(', '),
          })}
        </li>
      ))}
      {fee.lines.map(line => (
        <li key={line.id}>
          {line.name}:{' '}
          {line.exempt === null ? feeWord({ total: line.vnd, lines: [line] }, words.head) : `${words.head.free} (${line.exempt})`}
          {line.quantity > 1 ? ` · ${put(words.head.quantity, { count: line.quantity })}` : ''} · {line.law}
        </li>
      ))}
      {signs.map(({ who, what, law }) => (
        <li key={`${who} ${what}`}>
          {words.head.signs} {who}: {what} · {law}
        </li>
      ))}
    </ul>
  )
}

/** Nothing to pay is said only when nothing is still to be counted. */
function feeWord(fee: Weighed['fee'], words: { readonly free: string; readonly feeLater: string }): string {
  if (fee.total > 0) return moneyText(fee.total)
  return fee.lines.some(line => line.quantity === 0 && line.exempt === null) ? words.feeLater : words.free
}

const skipWord = (why: string, words: Readonly<Record<string, string>>): string => words[why] ?? why
