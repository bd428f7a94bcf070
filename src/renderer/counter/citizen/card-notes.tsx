import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { dayText } from '#words/paper.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { isMended } from './card-doubt.ts'
import type { Citizen } from '../sitting/sitting.ts'

/** What is to be looked at again on the card, and what was mended on the way from it. */
export function CardNotes({ read, differs }: { readonly read: NonNullable<Citizen['read']>; readonly differs: Citizen['differs'] }) {
  const { words, sayCode } = useWords()
  const { expires } = read.card
  return (
    <>
      {differs.length === 0 ? null : (
        <Band tone="warn" live>
          {put(words.scan.differs, { fields: differs.map(field => words.cardField[field]).join(', ') })}
        </Band>
      )}
      {read.warnings.map(({ code, field }) => (
        <Band tone="warn" key={`${code}-${field}`}>
          {code === 'card.partial' ? `${words.scan.torn} ` : ''}
          {sayCode(code)}
          {code === 'card.expired' && expires !== null ? ` ${put(words.scan.expired, { day: dayText(expires) })}` : ''}
        </Band>
      ))}
      {read.repairs.includes('digit-layout') ? <Band tone="warn">{words.scan.layout}</Band> : null}
      {isMended(read) ? <Band tone="plain">{words.scan.repaired}</Band> : null}
    </>
  )
}

type OtherProps = { readonly other: Citizen; readonly onTake: () => void; readonly onIgnore: () => void; readonly onNext: () => void }

/** Another person's card in an open sitting: nothing happens until the official says which of the two it is. */
export function OtherCard({ other, onTake, onIgnore, onNext }: OtherProps) {
  const { words } = useWords()
  useKeys({ 'Alt+Enter': onTake, Esc: onIgnore })
  return (
    <Band tone="warn" live>
      <p>{put(words.scan.other, { name: other.applicant.name })}</p>
      <div className="band-actions">
        <Action tone="quiet" name={words.scan.otherNext} shortcut="F2" act={onNext} />
        <Action tone="quiet" name={words.scan.otherTake} shortcut="Alt+Enter" act={onTake} />
        <Action tone="quiet" name={words.scan.otherIgnore} shortcut="Esc" act={onIgnore} />
      </div>
    </Band>
  )
}
