import { type Answer, type Answers, valueIn } from '../procedure/answer.ts'
import { holds } from '../procedure/condition.ts'
import { type Known, fillGaps } from '../procedure/fill.ts'
import { fieldsNow } from '../procedure/group.ts'
import type { Field, Procedure } from '../procedure/procedure.ts'
import type { Applicant, Draft } from './dossier.ts'

/**
 * A draft that goes on under another procedure, as where the wrong one was chosen: nothing that was said is asked again
 * (NĐ 61/2018/NĐ-CP Điều 4: the office's mistake is not the citizen's trouble). Answers and papers of the same id stay,
 * and so do the person, the proxy and what is being mended; what the form wants of a card is taken from the person where
 * the card is no longer at hand; the rest is filled from what is known.
 */
export function carryOver(draft: Draft, procedure: Procedure, known: Known): Draft {
  const said = withCounts(procedure, draft.answers)
  const own = fromApplicant(procedure, draft, said)
  return {
    ...draft,
    procedure: { code: procedure.code, edition: procedure.edition },
    // What was said stands last: a default of the new form never takes its place.
    answers: { ...fillGaps(procedure, known, { ...own, ...said }), ...said },
    papers: Object.fromEntries(Object.entries(draft.papers).filter(([id]) => procedure.papers.some(paper => paper.id === id))),
    readBack: null,
  }
}

/** The answers that the other form has a place for. A number of rows opens its rows. */
function withCounts(procedure: Procedure, answers: Answers): Answers {
  const places = new Set(fieldsNow(procedure, answers).map(field => field.id))
  return Object.fromEntries(Object.entries(answers).filter(([id, { value }]) => places.has(id) && value !== ''))
}

function fromApplicant(procedure: Procedure, draft: Draft, said: Answers): Answers {
  const found: Record<string, Answer> = {}
  for (const field of fieldsNow(procedure, said)) {
    const value = said[field.id] === undefined ? ownValue(field, draft.applicant, { ...said, ...found }) : null
    if (value !== null) found[field.id] = { value, origin: { from: draft.identity === 'typed' ? 'typed' : 'card' } }
  }
  return found
}

/** What the field's first card source says of the person. */
function ownValue(field: Field, person: Applicant, answers: Answers): string | null {
  for (const item of field.from) {
    if (typeof item !== 'string' && !('when' in item && holds(item.when, valueIn(answers)))) continue
    const source = typeof item === 'string' ? item : item.from
    const value = source.startsWith('card.') ? partOf(person, source.slice('card.'.length)) : null
    if (value !== null) return value
  }
  return null
}

function partOf({ name, number, birth, sex, address }: Applicant, part: string): string | null {
  const parts: Readonly<Record<string, string | null>> = { name, number, birth, year: birth?.slice(0, 4) ?? null, sex, address }
  return parts[part] ?? null
}
