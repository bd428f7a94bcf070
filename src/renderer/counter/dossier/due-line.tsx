import { useState } from 'react'
import type { Opened } from '#contract/calls.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import { dayText, limitWords, moneyText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { clockTime, dueText, weekdayText } from '../../parts/say-figures.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'

type Props = { readonly opened: Opened; readonly now: Instant; readonly on: boolean }

/** When the result is due and how sure that is; why, behind a key; and by when it has to go on to another unit. */
export function DueLine({ opened, now, on }: Props) {
  const { words } = useWords()
  const [why, setWhy] = useState(false)
  useKeys({ 'Alt+W': () => setWhy(!why) }, on)
  const { dossier, due, dueSure, forwardBy } = opened
  return (
    <>
      <p className="procedure-line">
        <span>
          {words.head.due} <strong>{dueText(due, now, words.time)}</strong>
          {dueSure ? '' : ` (${words.life.unsure})`}
        </span>
        <Action tone="quiet" name={why ? words.head.hideWhy : words.head.why} shortcut="Alt+W" act={() => setWhy(!why)} />
      </p>
      {why ? <Why why={opened.why} now={now} /> : null}
      <p>
        {words.head.fee} <strong>{dossier.fee.total === 0 ? words.head.free : moneyText(dossier.fee.total)}</strong> ·{' '}
        {words.returnBy[dossier.returnBy]}
      </p>
      {forwardBy === null ? null : <ForwardBy by={forwardBy} now={now} />}
    </>
  )
}

function ForwardBy({ by, now }: { readonly by: Instant; readonly now: Instant }) {
  const { words } = useWords()
  const time = dueText(by, now, words.time)
  if (now > by) return <Band tone="warn">{put(words.life.forwardLate, { time })}</Band>
  return <p className="quiet">{put(words.life.forwardBy, { time })}</p>
}

function Why({ why, now }: { readonly why: Opened['why']; readonly now: Instant }) {
  const { words } = useWords()
  const { life, head } = words
  const moment = (at: Instant): string => `${clockTime(at)} ${dayText(dayOf(at))}`
  return (
    <ul className="why">
      <li>{put(why.restarted ? life.restarted : life.runs, { limit: limitWords(why.limit), time: moment(why.since) })}</li>
      {why.verified === 0 ? null : <li>{put(life.verified, { days: why.verified })}</li>}
      {why.pauses.map(({ from, to }) => (
        <li key={from}>{put(life.paused, { from: moment(from), to: moment(to) })}</li>
      ))}
      {why.promised === null ? null : <li>{put(life.promised, { time: dueText(why.promised, now, words.time) })}</li>}
      {why.skipped.length === 0 ? <li>{head.noSkipped}</li> : null}
      {why.skipped.map(({ day, why: reason, name }) => (
        <li key={day}>
          {put(head.skipped, {
            day: `${weekdayText(day, words.time)} ${dayText(day)}`,
            why: [skipWord(reason, words.skip), name ?? ''].filter(text => text !== '').join(', '),
          })}
        </li>
      ))}
      {why.same ? null : <li>{life.other}</li>}
    </ul>
  )
}

const skipWord = (why: string, words: Readonly<Record<string, string>>): string => words[why] ?? why
