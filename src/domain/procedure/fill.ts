import type { Card } from '../card/card.ts'
import type { Day } from '../kernel/time.ts'
import { type Answer, type Answers, valueIn } from './answer.ts'
import { PROXY } from './authorisation.ts'
import { holds } from './condition.ts'
import { fitting } from './fitting.ts'
import { fieldsNow } from './group.ts'
import { householdAnswer, personAnswer } from './household.ts'
import type { Earlier, Known, KnownPerson, OfficeFacts } from './known.ts'
import { type Field, type Procedure, type Source, fieldsOfForm, sourcesOf } from './procedure.ts'
import { type SourceWithin, saidWithin } from './within.ts'

export type { Earlier, Known } from './known.ts'

/**
 * Fills a form from what is known. What the official already typed stays; every other value is found anew from the
 * field's sources in their order. A field no source knows gets no answer: that is what is asked.
 */
export const fill = (procedure: Procedure, known: Known, before: Answers = {}): Answers =>
  settled(
    procedure,
    known,
    only(before, (_, { origin }) => origin.from === 'typed'),
  )

/**
 * Fills what is still empty after something was typed: a person's number, once known, brings what earlier dossiers say of
 * that person. What was typed or heard stays; the rest is looked up again, since the number may be another's now and a
 * choice may open other sources.
 */
export function fillGaps(procedure: Procedure, known: Known, answers: Answers): Answers {
  const computed = new Set(fieldsNow(procedure, answers).flatMap(field => (field.from.some(isComputed) ? [field.id] : [])))
  const stays = (id: string, { origin, value, heard }: Answer): boolean => {
    if (origin.from === 'typed') return true
    if (value === '' || (computed.has(id) && origin.from === 'rule')) return false
    return heard !== undefined || (origin.from === 'card' && known.card === null)
  }
  return settled(procedure, known, only(answers, stays))
}

const only = (answers: Answers, stays: (id: string, answer: Answer) => boolean): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id, answer]) => stays(id, answer)))

/** Two walks are enough for the forms that ship; a form whose sources turn in a circle ends all the same. */
const MOST_WALKS = 8

/**
 * Walks down the form until nothing more is found: what is found below may be what a field above was waiting for, a number
 * of rows opens them, and a default gives way to what a later answer makes known.
 */
function settled(procedure: Procedure, known: Known, stays: Answers): Answers {
  let answers = stays
  for (let walk = 0; walk < MOST_WALKS; walk += 1) {
    const next = walked(procedure, known, stays, answers)
    if (isSame(next, answers)) return next
    answers = next
  }
  return answers
}

/** One walk down the form: every answer that does not stay is looked up again. */
function walked(procedure: Procedure, known: Known, stays: Answers, before: Answers): Answers {
  const fields = fieldsNow(procedure, before).filter(field => stays[field.id] === undefined)
  const silent = new Set(fields.flatMap(field => (isAsked(field, before) ? [] : [field.id])))
  const answers: Record<string, Answer> = { ...before }
  const walk = { ...known, silent }
  for (const field of fields) {
    const found = firstAnswer(field, walk, answers)
    if (found === null) Reflect.deleteProperty(answers, field.id)
    else answers[field.id] = found
  }
  const walkedBy = new Set(fields.map(field => field.id))
  return only(answers, id => walkedBy.has(id) || stays[id] !== undefined)
}

const isSame = (one: Answers, other: Answers): boolean => {
  const ids = Object.keys(one)
  return ids.length === Object.keys(other).length && ids.every(id => one[id]?.value === other[id]?.value)
}

/** Whether the form asks for this field now. */
export const isAsked = (field: Field, answers: Answers): boolean => holds(field.when, valueIn(answers))

/** The fields that still need something, in the order they are said aloud. */
export const missingFields = (procedure: Procedure, answers: Answers): readonly Field[] =>
  fieldsNow(procedure, answers).filter(field => field.need && isAsked(field, answers) && valueIn(answers)(field.id) === '')

/** What is known, and the fields that the form does not ask now: a value there is nobody's word. */
type Walk = Known & { readonly silent: ReadonlySet<string> }

/** The sources in their order; what is known of the person in question goes before a mere default. */
function firstAnswer(field: Field, known: Walk, answers: Answers): Answer | null {
  const preset = known.preset?.[field.id]
  if (preset !== undefined) return byRule(preset)
  const sources = field.from.flatMap((item): readonly Source[] => {
    if (typeof item === 'string') return [item]
    if (isComputed(item)) return defaultOf(saidWithin(item, valueIn(answers), known.today))
    return holds(item.when, valueIn(answers)) ? [item.from] : []
  })
  const certain = sources.filter(source => !source.startsWith('='))
  for (const source of certain) {
    const answer = fromSource(source, field, known, answers)
    if (answer !== null && answer.value !== '') return answer
  }
  const person = personAnswer(field, known, answers)
  if (person !== null) return person
  if (handedInByProxy(field, known)) return byRule('yes')
  const fallback = sources.find(source => source.startsWith('='))
  return fallback === undefined ? null : byRule(fallback.slice(1))
}

const byRule = (value: string): Answer => ({ value, origin: { from: 'rule' } })

/** What is computed is a default: the official may know better. */
const isComputed = (item: Field['from'][number]): item is SourceWithin => typeof item !== 'string' && 'within' in item
const defaultOf = (said: string | null): readonly Source[] => (said === null ? [] : [`=${said}`])

/** Some forms ask whether somebody hands in for the citizen: the sitting knows. */
const handedInByProxy = ({ id, choices = [] }: Field, { byProxy = false }: Known): boolean =>
  byProxy && id === PROXY && choices.some(({ value }) => value === 'yes')

function fromSource(source: Source, field: Field, known: Walk, answers: Answers): Answer | null {
  if (source === 'today') return { value: known.today, origin: { from: 'rule' } }
  if (source.startsWith('card.')) return cardAnswer(source.slice(5), known.card) ?? saidOf(source.slice(5), known.person ?? null)
  if (source.startsWith('second.')) return cardAnswer(source.slice(7), known.others?.[0] ?? null)
  if (source.startsWith('female.')) return answerOf('female', source.slice(7), known)
  if (source.startsWith('male.')) return answerOf('male', source.slice(5), known)
  if (source.startsWith('bundle.'))
    return earlierAnswer(source.slice(7), field, known.bundle === null || known.bundle === undefined ? [] : [known.bundle])
  if (source.startsWith('office.')) return officeAnswer(source.slice(7), known.office)
  if (source === 'earlier')
    return householdAnswer(
      field,
      known,
      only(answers, id => !known.silent.has(id)),
    )
  if (source.startsWith('earlier.')) return earlierAnswer(source.slice(8), field, known.earlier)
  if (source.startsWith('field.')) return copyOf(answers[source.slice(6)])
  return byRule(source.slice(1))
}

/** Another field's value follows that field: it was neither typed nor heard here. */
function copyOf(answer: Answer | undefined): Answer | null {
  if (answer === undefined) return null
  return { value: answer.value, origin: answer.origin.from === 'typed' ? { from: 'rule' } : answer.origin }
}

/** Of a couple's woman or man: from the card, or as the citizen said it where there is none. */
function answerOf(sex: Card['sex'], part: string, known: Known): Answer | null {
  const person = known.person?.sex === sex && known.card === null ? known.person : null
  return cardAnswer(part, cardOf(sex, known)) ?? saidOf(part, person)
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

/** What the citizen said of himself, where no card is at hand to say it. */
function saidOf(part: string, person: KnownPerson | null): Answer | null {
  if (person === null) return null
  const { name, number, birth, sex, address, byCard } = person
  const parts: Record<string, string | null> = { name, number, birth, year: birth?.slice(0, 4) ?? null, sex, address }
  const value = parts[part] ?? null
  return value === null ? null : { value, origin: { from: byCard ? 'card' : 'rule' } }
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

/** The newest dossier that has this field; its value as the field here can hold it. */
function earlierAnswer(from: string, field: Field, earlier: readonly Earlier[]): Answer | null {
  const found = earlier.find(({ answers }) => valueIn(answers)(from) !== '')
  const value = found === undefined ? null : fitting(field, valueIn(found.answers)(from))
  return found === undefined || value === null ? null : { value, origin: { from: 'earlier', day: found.day } }
}
