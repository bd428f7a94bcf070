import { Fragment } from 'react'
import type { Draft } from '#domain/dossier/dossier.ts'
import type { Day } from '#domain/kernel/time.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { dayText } from '#words/paper.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { isMended } from './card-doubt.ts'
import type { Citizen, Sitting } from '../sitting/sitting.ts'

/** What is to be looked at again on the card, and what was mended on the way from it. */
export function CardNotes({ read, differs }: { readonly read: NonNullable<Citizen['read']>; readonly differs: Citizen['differs'] }) {
  const { words, sayCode } = useWords()
  const { expires } = read.card
  return (
    <>
      <Differs differs={differs} />
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

/** The two sides do not belong to one card. */
function Differs({ differs }: { readonly differs: Citizen['differs'] }) {
  const { words } = useWords()
  if (differs === null || differs.length === 0) return null
  return (
    <Band tone="warn" live>
      {put(words.scan.differs, { fields: differs.map(field => words.cardField[field]).join(', ') })}
    </Band>
  )
}

type OtherCardsProps = { readonly cards: Draft['cards']; readonly compared: Sitting['compared']; readonly today: Day }

/** Whose other cards filled this form; whether their two sides agree, and whether one is no longer valid. */
export function OtherCards({ cards, compared, today }: OtherCardsProps) {
  const { words } = useWords()
  return cards.map(({ number, name, sex, expires }) => (
    <Fragment key={number}>
      <Band tone="plain" live>
        {put(words.proxy.second, { name, sex: words.sex[sex] })}
        {compared[number]?.length === 0 ? ` · ${words.card.sides}` : ''}
      </Band>
      <Differs differs={compared[number] ?? null} />
      {expires === null || expires >= today ? null : (
        <Band tone="warn">
          {name}: {put(words.scan.expired, { day: dayText(expires) })}
        </Band>
      )}
    </Fragment>
  ))
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
