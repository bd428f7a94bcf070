import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import type { Citizen } from './sitting.ts'

/** What a card was repaired of, and what is to be looked at again. */
export function CardNotes({ read }: { readonly read: NonNullable<Citizen['read']> }) {
  const { words, sayCode } = useWords()
  return (
    <>
      {read.partial ? <Band tone="warn">{words.scan.partial}</Band> : null}
      {read.warnings.map(warning => (
        <Band tone="warn" key={`${warning.code}-${warning.field ?? ''}`}>
          {sayCode(warning.code)}
        </Band>
      ))}
      {read.repairs.length === 0 ? null : <Band tone="plain">{words.scan.repaired}</Band>}
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
