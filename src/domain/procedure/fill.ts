import type { Card } from '../card/card.ts'
import type { Day } from '../kernel/time.ts'
import { type Answer, type Answers, valueIn } from './answer.ts'
import { holds } from './condition.ts'
import { fieldsNow } from './group.ts'
import { type Field, type Procedure, type Source, fieldsOfForm, sourcesOf } from './procedure.ts'
import { saidWithin } from './within.ts'

/** What the office says of itself on forms. */
export type OfficeFacts = { readonly name: string; readonly authority: string; readonly commune: string; readonly province: string }

/** An earlier dossier of the same citizen: its values, and the day it was received. */
export type Earlier = { readonly day: Day; readonly answers: Answers }

export type Known = {
  readonly card: Card | null
  /** Cards of other people in the same sitting, in the order they were scanned. */
  readonly others?: readonly Card[]
  /** The dossier this one follows in a bundle. */
  readonly bundle?: Earlier | null
  /** What the bundle answers by itself. */
  readonly preset?: Readonly<Record<string, string>>
  /** Dossiers in which somebody with this number is named, newest first. */
  readonly about?: (number: string) => readonly Earlier[]
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
  const typed = Object.entries(before).filter(([, answer]) => answer.origin.from === 'typed')
  return fillTwice(procedure, known, Object.fromEntries(typed))
}

/**
 * Fills what is still empty after something was typed: a person's number, once known, brings what earlier dossiers say of
 * that person. Values that stand there stay, and so does that they were heard.
 */
export const fillGaps = (procedure: Procedure, known: Known, answers: Answers): Answers =>
  fillTwice(procedure, known, Object.fromEntries(Object.entries(answers).filter(([, answer]) => stays(answer))))

/** Defaults and what was carried over are looked up again until somebody confirms them: the number may be another's now. */
const stays = ({ origin, value, heard }: Answer): boolean =>
  origin.from === 'typed' || (value !== '' && (heard !== undefined || origin.from === 'card' || origin.from === 'office'))

/** What is found below may be what a field above was waiting for, and a number of rows opens them. */
const fillTwice = (procedure: Procedure, known: Known, before: Answers): Answers =>
  fillRound(procedure, known, fillRound(procedure, known, before))

/** One walk down the form. */
function fillRound(procedure: Procedure, known: Known, before: Answers): Answers {
  const answers: Record<string, Answer> = { ...before }
  for (const field of fieldsNow(procedure, before)) {
    const answer = answers[field.id] ?? firstAnswer(field, known, answers)
    if (answer !== null) answers[field.id] = answer
  }
  return answers
}

/** Whether the form asks for this field now. */
export const isAsked = (field: Field, answers: Answers): boolean => holds(field.when, valueIn(answers))

/** The fields that still need something, in the order they are said aloud. */
export const missingFields = (procedure: Procedure, answers: Answers): readonly Field[] =>
  fieldsNow(procedure, answers).filter(field => field.need && isAsked(field, answers) && valueIn(answers)(field.id) === '')

/** The sources in their order; what is known of the person in question goes before a mere default. */
function firstAnswer(field: Field, known: Known, answers: Answers): Answer | null {
  const preset = known.preset?.[field.id]
  if (preset !== undefined) return { value: preset, origin: { from: 'rule' } }
  const sources = field.from.flatMap((item): readonly Source[] => {
    if (typeof item === 'string') return [item]
    if ('within' in item) return defaultOf(saidWithin(item, valueIn(answers), known.today))
    return holds(item.when, valueIn(answers)) ? [item.from] : []
  })
  const certain = sources.filter(source => !source.startsWith('='))
  for (const source of certain) {
    const answer = fromSource(source, field, known, answers)
    if (answer !== null && answer.value !== '') return answer
  }
  const person = personAnswer(field.id, known, answers)
  if (person !== null) return person
  const fallback = sources.find(source => source.startsWith('='))
  return fallback === undefined ? null : { value: fallback.slice(1), origin: { from: 'rule' } }
}

/** What is computed is a default: the official may know better. */
const defaultOf = (said: string | null): readonly Source[] => (said === null ? [] : [`=${said}`])

/**
 * What earlier dossiers say of the person whose number stands in the same group of fields: `mother.ethnic` from whatever
 * dossier named somebody with the number in `mother.number`, in whatever role.
 */
function personAnswer(field: string, { about }: Known, answers: Answers): Answer | null {
  const [, group, part] = /^(.+)\.([^.]+)$/.exec(field) ?? []
  const number = group === undefined ? '' : valueIn(answers)(`${group}.number`)
  if (about === undefined || group === undefined || part === undefined || part === 'number' || !/^\d{9}$|^\d{12}$/.test(number)) return null
  for (const { day, answers: said } of about(number)) {
    const roles = Object.keys(said).filter(key => key.endsWith('.number') && said[key]?.value === number)
    const value = roles.map(role => valueIn(said)(`${role.slice(0, -'.number'.length)}.${part}`)).find(text => text !== '')
    if (value !== undefined) return { value, origin: { from: 'earlier', day } }
  }
  return null
}

function fromSource(source: Source, field: Field, known: Known, answers: Answers): Answer | null {
  if (source === 'today') return { value: known.today, origin: { from: 'rule' } }
  if (source.startsWith('card.')) return cardAnswer(source.slice(5), known.card)
  if (source.startsWith('second.')) return cardAnswer(source.slice(7), known.others?.[0] ?? null)
  if (source.startsWith('female.')) return cardAnswer(source.slice(7), cardOf('female', known))
  if (source.startsWith('male.')) return cardAnswer(source.slice(5), cardOf('male', known))
  if (source.startsWith('bundle.'))
    return earlierAnswer(source.slice(7), known.bundle === null || known.bundle === undefined ? [] : [known.bundle])
  if (source.startsWith('office.')) return officeAnswer(source.slice(7), known.office)
  if (source === 'earlier') return earlierAnswer(field.id, known.earlier)
  if (source.startsWith('earlier.')) return earlierAnswer(source.slice(8), known.earlier)
  if (source.startsWith('field.')) return answers[source.slice(6)] ?? null
  return { value: source.slice(1), origin: { from: 'rule' } }
}

/** The card of a woman or man among those of the sitting. */
const cardOf = (sex: Card['sex'], { card, others = [] }: Known): Card | null =>
  [card, ...others].find(one => one !== null && one.sex === sex) ?? null

/** Whether a form has a place for another person's card. */
export const hasSecondPerson = (procedure: Procedure): boolean =>
  fieldsOfForm(procedure).some(field => sourcesOf(field).some(source => /^(second|female|male)\./.test(source)))

function cardAnswer(part: string, card: Card | null): Answer | null {
  if (card === null) return null
  const parts: Record<string, string | null> = {
    name: card.name,
    number: card.number,
    birth: card.birth,
    year: card.birth.slice(0, 4),
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
