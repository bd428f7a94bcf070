import { memo } from 'react'
import { put } from '#words/say.ts'
import { MaskedNumber } from '../../parts/use-reveal.tsx'
import { dayText } from '#words/paper.ts'
import { clockTime } from '../../parts/say-figures.ts'
import { useWords } from '../../parts/use-words.tsx'
import { CardNotes } from './card-notes.tsx'
import type { Citizen } from '../sitting/sitting.ts'

/** Who sits here: the name as the largest text, the number masked, where it is known from. */
export const CardBand = memo(function CardBand({ citizen }: { readonly citizen: Citizen }) {
  const { words } = useWords()
  const { applicant, earlier } = citizen
  const last = earlier[0]
  return (
    <header className="card-band">
      <div className="card-head">
        <h1 className={applicant.name.length > 34 ? 'card-name card-name-long' : 'card-name'}>{applicant.name}</h1>
        <p className="card-facts">
          {applicant.number === null ? words.card.noNumber : <MaskedNumber number={applicant.number} />}
          {applicant.sex === null ? null : <span>{words.sex[applicant.sex]}</span>}
          {applicant.birth === null ? null : <span>{dayText(applicant.birth)}</span>}
        </p>
      </div>
      <p className="card-source">
        <SourceLine citizen={citizen} />
        {last === undefined ? null : (
          <span> · {put(words.card.earlier, { count: earlier.length, procedure: last.procedure, day: dayText(last.day) })}</span>
        )}
      </p>
      {citizen.read === null ? null : <CardNotes read={citizen.read} differs={citizen.differs} />}
    </header>
  )
})

function SourceLine({ citizen: { identity, read, kept, since, differs } }: { readonly citizen: Citizen }) {
  const { words } = useWords()
  if (identity === 'typed') return <span>✎ {words.card.typed}</span>
  const kind = words.cardKind[identity]
  if (read === null || kept) return <span>▣ {put(words.card.fromDraft, { kind })}</span>
  return (
    <span>
      ▣ {put(words.card.scanned, { kind, time: clockTime(since) })}
      {read.warnings.length === 0 && !read.partial ? ` · ${words.card.agrees}` : ''}
      {differs?.length === 0 ? ` · ${words.card.sides}` : ''}
    </span>
  )
}
