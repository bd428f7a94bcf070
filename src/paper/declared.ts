import { missingCase } from '#domain/kernel/missing-case.ts'
import { Day } from '#domain/kernel/time.ts'
import { spellDate } from '#domain/kernel/spoken-number.ts'
import { upper } from '#domain/kernel/text.ts'
import type { Block } from '#domain/paper/block.ts'
import { type Answer, type Answers, valueIn } from '#domain/procedure/answer.ts'
import { readTime } from '#domain/procedure/clock-time.ts'
import { type Condition, holds } from '#domain/procedure/condition.ts'
import { DESK, type Declaration, type Printed } from '#domain/procedure/declaration.ts'
import { isAsked } from '#domain/procedure/fill.ts'
import { fieldsNow, rowFields, rowsOf } from '#domain/procedure/group.ts'
import type { Field, Group, Heading, Procedure } from '#domain/procedure/procedure.ts'
import { declarationWords } from '#words/declaration.ts'
import { dayText, sexWord } from '#words/paper.ts'
import { put } from '#words/say.ts'

const words = declarationWords

/** What a declaration says by itself, from what was answered elsewhere. */
type Fact = { readonly id: string; readonly kind: 'fact'; readonly label: string; readonly value: string; readonly when?: Condition }
type Asked = Field & { readonly spelled?: boolean | undefined }
type Item = Asked | Group | Heading | Fact

/** From this field on, the forms of TT 04/2024/TT-BTP stand below the oath: the request for copies. */
const AFTER_OATH = 'wantsCopy'
/** Parts of one identity paper, which the forms want in one line: kind, number, issuer, day (footnote 3 of TT 04/2024/TT-BTP). */
const IDENTITY = new Set(['number', 'issued', 'issuer'])
/** Short answers that stand on the line of the answer before them. */
const JOINED = new Set(['ethnic', 'nation', 'day', 'since', 'until', 'book', 'copies', 'email', 'registered.number', 'notice.issuer'])
/** The newborn's birthday is written in words as well. */
const SPELLED = 'child.birth'

/** What one declaration of a procedure has as blocks: what stands above the oath, and what stands below it. */
export function declared(
  procedure: Procedure,
  declaration: Declaration | null,
  answers: Answers,
): { readonly body: readonly Block[]; readonly afterOath: readonly Block[] } {
  const items = printed(procedure, declaration, answers)
  const said = saidIn(procedure, answers)
  const below = items.findIndex(item => suffix(item.id) === AFTER_OATH)
  const cut = below === -1 ? items.length : below
  return { body: blocksOf(items.slice(0, cut), procedure, said), afterOath: blocksOf(items.slice(cut), procedure, said) }
}

/** Only what is asked counts as said: a default of a question that fell away is nobody's word. */
export const saidIn = (procedure: Procedure, answers: Answers): Answers =>
  Object.fromEntries(fieldsNow(procedure, answers).flatMap(field => saidOf(field, answers)))

function saidOf(field: Field, answers: Answers): readonly (readonly [string, Answer])[] {
  const answer = answers[field.id]
  return answer === undefined || !isAsked(field, answers) ? [] : [[field.id, answer]]
}

export const hasCouple = ({ form }: Procedure): boolean => ['bride.name', 'groom.name'].every(id => form.some(item => item.id === id))

/** What is asked now, as the declaration wants it. What waits for another field to be filled stays as an empty line. */
function printed(procedure: Procedure, declaration: Declaration | null, answers: Answers): readonly Item[] {
  const counts = ({ when }: Pick<Item, 'when'>): boolean =>
    holds(when, valueIn(answers)) || (when !== undefined && 'filled' in when && when.filled)
  const items =
    declaration?.prints === undefined
      ? withoutDesk(procedure)
      : declaration.prints.flatMap(one => (typeof one === 'string' || counts(one) ? itemsOf(one, procedure) : []))
  return items.filter(counts)
}

/** The form without the desk's own section. */
function withoutDesk({ form }: Procedure): readonly Item[] {
  const section = (index: number): string | undefined => form.slice(0, index + 1).findLast(item => item.kind === 'heading')?.id
  return form.filter((_, index) => section(index) !== DESK)
}

/** A line of a declaration as what it is: an item of the form, or its own words. */
function itemsOf(one: Printed, { form }: Procedure): readonly Item[] {
  if (typeof one === 'string') return form.filter(({ id }) => id === one)
  if ('heading' in one) return [{ id: '', kind: 'heading', label: one.heading }]
  if ('id' in one) return [{ id: one.id, kind: 'fact', label: one.label, value: one.value }]
  return form
    .filter(({ id }) => id === one.field)
    .map((item): Item => {
      const labelled = { ...item, label: one.label ?? item.label }
      return labelled.kind === 'heading' || labelled.kind === 'group' ? labelled : { ...labelled, spelled: one.spelled }
    })
}

function blocksOf(items: readonly Item[], procedure: Procedure, answers: Answers): readonly Block[] {
  const couple = hasCouple(procedure)
  const ofCouple = (item: Item): boolean => couple && /^(bride|groom)(\.|$)/.test(item.id)
  const first = items.findIndex(ofCouple)
  return items.flatMap((item, index) => {
    if (ofCouple(item)) return index === first ? [coupleTable(items.filter(ofCouple), answers)] : []
    if (item.kind === 'heading') return [{ kind: 'text', text: item.label, style: 'bold' } as const]
    if (item.kind === 'group') return groupBlocks(item, answers)
    if (item.kind === 'fact') return [pairOf(item, items[index - 1], item.value)]
    return isPartOfIdentity(item, items) ? [] : fieldBlocks(item, items[index - 1], items, answers)
  })
}

function fieldBlocks(field: Asked, before: Item | undefined, items: readonly Item[], answers: Answers): readonly Block[] {
  const choices = field.choices ?? []
  if (field.kind === 'choice' && choices.length <= 2) {
    const chosen = valueIn(answers)(field.id)
    return [
      { kind: 'text', text: withColon(field.label) },
      ...choices.map(choice => ({ kind: 'check', text: choice.label, ticked: choice.value === chosen, joined: true }) as const),
    ]
  }
  const pair = pairOf(field, before, shownValue(field, items, answers))
  if (field.id !== SPELLED || field.spelled === false) return [pair]
  const day = Day.safeParse(valueIn(answers)(field.id))
  return [pair, { kind: 'pair', label: words.spelled, value: day.success ? inWords(day.data) : '', joined: true }]
}

/** A label with its value, on the line of the one before it where the form has both on one. */
function pairOf({ id, label }: Pick<Item, 'id' | 'label'>, before: Item | undefined, value: string): Block {
  const joined =
    (JOINED.has(suffix(id)) || JOINED.has(id)) &&
    before !== undefined &&
    before.kind !== 'heading' &&
    before.kind !== 'group' &&
    sameGroup(before.id, id)
  return { kind: 'pair', label: withColon(label), value, ...(joined ? { joined } : {}) }
}

/** `Ngày mười lăm, tháng mười một, năm hai nghìn không trăm hai mươi sáu`: capital at the start, as the certificate has it. */
function inWords(day: Day): string {
  const words = spellDate(day)
  return `${upper(words.slice(0, 1))}${words.slice(1)}`
}

/** Bride and groom side by side, a row for each thing that is asked of both. */
function coupleTable(items: readonly Item[], answers: Answers): Block {
  const fields = items.filter(item => item.kind !== 'heading' && item.kind !== 'group' && item.kind !== 'fact')
  const rows = fields.filter(field => prefix(field.id) === 'bride' && !isPartOfIdentity(field, items))
  const cell = (id: string): string => {
    const field = fields.find(one => one.id === id)
    return field === undefined ? '' : shownValue(field, items, answers)
  }
  return {
    kind: 'table',
    head: [words.couple.head, words.couple.bride, words.couple.groom],
    widths: [24, 38, 38],
    rows: rows.map(({ id, label }) => [label, cell(id), cell(`groom.${suffix(id)}`)]),
  }
}

/** A group as a table, a line for each row; an empty one where there is none, as on the form. */
function groupBlocks(group: Group, answers: Answers): readonly Block[] {
  const columns = group.fields.filter(field => !isPartOfIdentity(field, group.fields))
  const lines = rowsOf(group, answers).map(row => {
    const fields = rowFields(group, row)
    const shown = fields.filter(field => !isPartOfIdentity(field, fields))
    return [String(row), ...shown.map(field => shownValue(field, fields, answers))]
  })
  return [
    { kind: 'text', text: withColon(group.label) },
    {
      kind: 'table',
      head: [words.order, ...columns.map(({ label }) => label)],
      widths: [ORDER_WIDTH, ...columns.map(({ kind }) => WIDTHS[kind])],
      rows: lines.length === 0 ? [['', ...columns.map(() => '')]] : lines,
    },
  ]
}

/** What a value needs of a line's width, against the others of its row. */
const ORDER_WIDTH = 5
const WIDTHS: Readonly<Record<Field['kind'], number>> = {
  name: 28,
  text: 22,
  address: 30,
  date: 14,
  year: 14,
  time: 12,
  number: 10,
  choice: 16,
  sex: 9,
  'citizen-number': 19,
  phone: 15,
}

/** A value as the form wants it written: names in capitals, days as `23/11/2026`, an identity paper in one line. */
function shownValue(field: Field, items: readonly Item[], answers: Answers): string {
  const value = valueIn(answers)(field.id)
  if (suffix(field.id) === 'paper') return identityText(field, items, answers)
  switch (field.kind) {
    case 'name':
      return upper(value)
    case 'date':
    case 'year':
      return dayText(value)
    case 'time':
      return spokenTime(value)
    case 'sex':
      return value === 'male' || value === 'female' ? sexWord(value) : value
    case 'choice':
      return field.choices?.find(choice => choice.value === value)?.label ?? value
    case 'text':
    case 'number':
    case 'address':
    case 'citizen-number':
    case 'phone':
      return value
    default:
      return missingCase(field.kind)
  }
}

/** `14 giờ 05 phút`, as the form of a death has it; what an older dossier says in words stays. */
function spokenTime(value: string): string {
  const time = readTime(value)
  if (time === null) return value
  return put(words.time, { hour: time.hour, minute: String(time.minute).padStart(2, '0') })
}

function identityText(field: Field, items: readonly Item[], answers: Answers): string {
  const part = (name: string): string => {
    const id = `${prefix(field.id)}.${name}`
    return items.some(item => item.id === id) ? valueIn(answers)(id) : ''
  }
  const [paper, number, issuer, day] = [part('paper'), part('number'), part('issuer'), dayText(part('issued'))]
  const numbered = number === '' ? paper : put(words.identity.number, { paper, number }).trim()
  return [numbered, issuedText(issuer, day)].filter(text => text !== '').join(', ')
}

function issuedText(issuer: string, day: string): string {
  if (issuer === '') return day === '' ? '' : put(words.identity.day, { day })
  return put(day === '' ? words.identity.issuer : words.identity.issued, { issuer, day })
}

const isPartOfIdentity = ({ id }: Item, items: readonly Item[]): boolean =>
  IDENTITY.has(suffix(id)) && items.some(item => item.id === `${prefix(id)}.paper`)

/** A label ends in a colon, unless it asks, or its colon stands before a footnote number. */
const withColon = (label: string): string => (/(\?|:(\s*\(\d+\))?)$/.test(label) ? label : `${label}:`)

const prefix = (id: string): string => id.slice(0, Math.max(id.lastIndexOf('.'), 0))
const suffix = (id: string): string => id.slice(id.lastIndexOf('.') + 1)

/** Two fields of one person or paper; the number of copies belongs to the question before it. */
const sameGroup = (one: string, other: string): boolean => prefix(one) === prefix(other) && (prefix(one) !== '' || one === AFTER_OATH)
