import type { Card } from '../card/card.ts'
import type { Day } from '../kernel/time.ts'
import { type Answer, type Answers, valueIn } from './answer.ts'
import { holds } from './condition.ts'
import { type Field, type Procedure, type Source, fieldsOfForm } from './procedure.ts'

/** What the office says of itself on forms. */
export type OfficeFacts = { readonly name: string; readonly authority: string; readonly commune: string; readonly province: string }

/** An earlier dossier of the same citizen: its values, and the day it was received. */
export type Earlier = { readonly day: Day; readonly answers: Answers }

export type Known = {
  readonly card: Card | null
  /** Newest first. */
  readonly earlier: readonly Earlier[]
  readonly office: OfficeFacts
  readonly today: Day
}

/**
 * Fills a form from what is known. What the official already typed stays; every other value is found anew from the
 * field's sources in their order. A field no source knows gets no answer: that is what is asked.
 */
export function fill(procedure: Procedure, known: Known, before: Answers = {}): Answers {
  const answers: Record<string, Answer> = {}
  for (const [id, answer] of Object.entries(before)) if (answer.origin.from === 'typed') answers[id] = answer
  for (const field of fieldsOfForm(procedure)) {
    const answer = answers[field.id] ?? firstAnswer(field, known, answers)
    if (answer !== null) answers[field.id] = answer
  }
  return answers
}

/** Whether the form asks for this field now. */
export const isAsked = (field: Field, answers: Answers): boolean => holds(field.when, valueIn(answers))

/** The fields that still need something, in the order they are said aloud. */
export const missingFields = (procedure: Procedure, answers: Answers): readonly Field[] =>
  fieldsOfForm(procedure).filter(field => field.need && isAsked(field, answers) && valueIn(answers)(field.id) === '')

function firstAnswer(field: Field, known: Known, answers: Answers): Answer | null {
  for (const source of field.from) {
    const answer = fromSource(source, field, known, answers)
    if (answer !== null && answer.value !== '') return answer
  }
  return null
}

function fromSource(source: Source, field: Field, known: Known, answers: Answers): Answer | null {
  if (source === 'today') return { value: known.today, origin: { from: 'rule' } }
  if (source.startsWith('card.')) return cardAnswer(source.slice(5), known.card)
  if (source.startsWith('office.')) return officeAnswer(source.slice(7), known.office)
  if (source === 'earlier') return earlierAnswer(field.id, known.earlier)
  if (source.startsWith('earlier.')) return earlierAnswer(source.slice(8), known.earlier)
  if (source.startsWith('field.')) return answers[source.slice(6)] ?? null
  return { value: source.slice(1), origin: { from: 'rule' } }
}

function cardAnswer(part: string, card: Card | null): Answer | null {
  if (card === null) return null
  const parts: Record<string, string | null> = {
    name: card.name,
    number: card.number,
    birth: card.birth,
    sex: card.sex,
    address: card.address,
    issued: card.issued,
    issuer: card.issued === null ? null : issuerOf(card.issued),
    paper: nameOf(card.issued),
  }
  const value = parts[part] ?? null
  return value === null ? null : { value, origin: { from: 'card' } }
}

/** The card's own name: “Căn cước” since the Luật Căn cước 2023 came into force. */
const nameOf = (issued: Day | null): string => (issued !== null && issued >= '2024-07-01' ? 'Căn cước' : 'Căn cước công dân')

/** Who issued a card, by its day: the ministry itself since the Luật Căn cước 2023 came into force (TT 16/2024/TT-BCA). */
const issuerOf = (issued: Day): string => (issued < '2024-07-01' ? 'Cục Cảnh sát quản lý hành chính về trật tự xã hội' : 'Bộ Công an')

function officeAnswer(part: string, office: OfficeFacts): Answer | null {
  const parts: Record<string, string> = { ...office }
  const value = parts[part] ?? ''
  return value === '' ? null : { value, origin: { from: 'office' } }
}

function earlierAnswer(field: string, earlier: readonly Earlier[]): Answer | null {
  const found = earlier.find(dossier => (dossier.answers[field]?.value ?? '') !== '')
  const value = found?.answers[field]?.value
  return found === undefined || value === undefined ? null : { value, origin: { from: 'earlier', day: found.day } }
}
