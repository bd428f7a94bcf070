import type { PostDay } from '#contract/post.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { differenceKey } from '#domain/post/reconcile.ts'
import { moneyText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { FaultLine } from '../../parts/fault-line.tsx'
import { useWords } from '../../parts/use-words.tsx'

type Props = {
  readonly differences: PostDay['differences']
  readonly reasons: Readonly<Record<string, string>>
  readonly faults: readonly Fault[]
  readonly onReason: (key: string, reason: string) => void
}

/** What is not where it should be, each with the box for why that is accepted. Enter goes on to the next. */
export function DifferenceList({ differences, reasons, faults, onReason }: Props) {
  const { words, say } = useWords()
  return (
    <ul className="post-differences">
      {differences.map((one, index) => {
        const key = differenceKey(one)
        const fault = faults.find(({ field }) => field === key)
        const id = `reason-${String(index)}`
        const { known } = one
        const isWrong = one.kind !== 'silent' && one.kind !== 'unpaid'
        return (
          <li key={key} data-place={key}>
            <p className={isWrong ? 'post-wrong' : 'post-late'}>
              {isWrong ? '✖ ' : '▲ '}
              {put(words.difference[one.kind], { money: moneyText(Math.abs(one.vnd)) })}
            </p>
            <p>
              <strong className="number">{one.name}</strong>
              {one.owner === null ? null : ` · ${one.owner}`}
            </p>
            <input
              className="field-box"
              aria-label={put(words.postDay.reasonOf, { name: one.name })}
              placeholder={words.postDay.reason}
              value={reasons[key] ?? ''}
              maxLength={500}
              autoComplete="off"
              aria-invalid={fault !== undefined}
              aria-describedby={fault === undefined ? undefined : id}
              onChange={event => onReason(key, event.target.value)}
              onKeyDown={event => {
                if (event.altKey && event.code === 'KeyL' && known !== null) {
                  event.preventDefault()
                  onReason(key, known)
                }
                if (event.key !== 'Enter') return
                event.preventDefault()
                event.currentTarget.closest('li')?.nextElementSibling?.querySelector('input')?.focus()
              }}
            />
            {known === null || (reasons[key] ?? '') !== '' ? null : (
              <p className="post-known">
                <span className="quiet">{put(words.postDay.known, { reason: known })}</span>
                <Action tone="quiet" name={words.postDay.takeKnown} shortcut="Alt+L" act={() => onReason(key, known)} />
              </p>
            )}
            {fault === undefined ? null : <FaultLine id={id} text={say(fault)} />}
          </li>
        )
      })}
    </ul>
  )
}
