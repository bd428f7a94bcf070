import { sameName } from '../kernel/same-name.ts'
import { type Answer, type Answers, valueIn } from './answer.ts'
import { fitting, isCitizenNumber } from './fitting.ts'
import { type Earlier, type Known, ownNumber } from './known.ts'
import type { Field } from './procedure.ts'

/**
 * What earlier dossiers say for the source `earlier`: the citizen's own, and those of the household in which the citizen
 * is named as mother, father, spouse, head or member. People are never mixed: whoever stands in one place comes from
 * dossiers that agree on who it is, and the parents of one child are not taken for another's.
 */
export function householdAnswer(field: Field, known: Known, answers: Answers): Answer | null {
  const { group, part } = placeOf(field.id)
  if (isParent(group)) return parentAnswer(field, known, answers)
  if (group === 'marriage') return newest(field, group, parentsDossiers(known, answers).filter(agreed), [part])
  if (RESIDENCE.has(field.id)) return residenceAnswer(field, known, answers)
  return ownAnswer(field, known)
}

/**
 * What earlier dossiers say of the person whose number stands in the same group of fields: `mother.ethnic` from whatever
 * dossier named somebody with the number in `mother.number`, in whatever role.
 */
export function personAnswer(field: Field, { about }: Known, answers: Answers): Answer | null {
  const { group, part } = placeOf(field.id)
  const number = group === '' ? '' : valueIn(answers)(`${group}.number`)
  if (about === undefined || !OWN_FACTS.has(part) || !isCitizenNumber(number)) return null
  for (const { day, answers: said } of about(number)) {
    const value = rolesOf(number, said).flatMap(role => fitted(field, valueIn(said)(`${role}.${part}`)))[0]
    if (value !== undefined) return { value, origin: { from: 'earlier', day } }
  }
  return null
}

/** What is so of a person on whatever form; how often one married or how one is related belongs to its form. */
const OWN_FACTS: ReadonlySet<string> = new Set([
  'name',
  'birth',
  'sex',
  'ethnic',
  'nation',
  'address',
  'paper',
  'issued',
  'issuer',
  'phone',
])

/** In which groups of fields this number stands. */
const rolesOf = (number: string, answers: Answers): readonly string[] =>
  Object.keys(answers).flatMap(id => (id.endsWith('.number') && valueIn(answers)(id) === number ? [placeOf(id).group] : []))

/** `members.2.name`: the part `name` of the group `members.2`. */
function placeOf(id: string): { readonly group: string; readonly part: string } {
  const dot = id.lastIndexOf('.')
  return { group: id.slice(0, Math.max(dot, 0)), part: id.slice(dot + 1) }
}

function fitted(field: Field, value: string): readonly string[] {
  const fits = value === '' ? null : fitting(field, value)
  return fits === null ? [] : [fits]
}

/** The newest of these dossiers that says something in this group: its value for the first of these parts that it has. */
function newest(field: Field, group: string, dossiers: readonly Earlier[], parts: readonly string[]): Answer | null {
  const ids = parts.map(part => (group === '' ? part : `${group}.${part}`))
  const said = dossiers.find(({ answers }) =>
    group === '' ? ids.some(id => valueIn(answers)(id) !== '') : Object.keys(answers).some(id => isIn(group, id, answers)),
  )
  const value = said === undefined ? undefined : ids.flatMap(id => fitted(field, valueIn(said.answers)(id)))[0]
  return said === undefined || value === undefined ? null : { value, origin: { from: 'earlier', day: said.day } }
}

const isIn = (group: string, id: string, answers: Answers): boolean => id.startsWith(`${group}.`) && valueIn(answers)(id) !== ''

/** Of one’s own dossiers: each fact of oneself from the newest that has it, other people and papers whole from one. */
function ownAnswer(field: Field, { earlier }: Known): Answer | null {
  const { group, part } = placeOf(field.id)
  if (group !== '' && group !== 'requester') return newest(field, group, earlier, [part])
  return newest(field, '', earlier, [field.id])
}

/** Under which names the two parents stand on the forms: a couple that married has its children as mother and father. */
const PARENTS = { mother: ['mother', 'bride', 'wife'], father: ['father', 'groom', 'husband'] } as const
type Parent = keyof typeof PARENTS
const parents: readonly Parent[] = ['mother', 'father']
const isParent = (group: string): group is Parent => group === 'mother' || group === 'father'

type Person = { readonly role: string; readonly name: string; readonly number: string }

/** Who stands at one of these places, `null` where nobody does. */
function personAt(roles: readonly string[], answers: Answers): Person | null {
  const people = roles.map(role => ({ role, name: valueIn(answers)(`${role}.name`), number: valueIn(answers)(`${role}.number`) }))
  return people.find(({ name, number }) => name !== '' || number !== '') ?? null
}

/** Whether two may be one person: by number where both have one, else by name. */
function maybeSame(one: Person, other: Person): boolean {
  if (one.number !== '' && other.number !== '') return one.number === other.number
  return one.name === '' || other.name === '' || sameName(one.name, other.name)
}

/** One of the parents, where all the dossiers that count agree on who it is: the next child may be another's. */
function parentAnswer(field: Field, known: Known, answers: Answers): Answer | null {
  const { group, part } = placeOf(field.id)
  if (!isParent(group)) return null
  const dossiers = parentsDossiers(known, answers)
  const named = dossiers.flatMap(({ answers: said }) => personAt(PARENTS[group], said) ?? [])
  if (named.some(one => named.some(other => !maybeSame(one, other)))) return null
  for (const { day, answers: said } of dossiers) {
    const role = personAt(PARENTS[group], said)?.role
    const value = role === undefined ? undefined : fitted(field, valueIn(said)(`${role}.${part}`))[0]
    if (value !== undefined) return { value, origin: { from: 'earlier', day } }
  }
  return null
}

/** The dossiers whose parents may be the parents of this form, newest first. */
const parentsDossiers = (known: Known, answers: Answers): readonly Earlier[] =>
  allOf(known).filter(({ answers: said }) => areTheirs(ownNumber(known), said, answers))

/** For what hangs on both parents, the newest dossier must be one of all that agree. */
const agreed = ({ answers: said }: Earlier, _index: number, all: readonly Earlier[]): boolean =>
  parents.every(parent => {
    const here = personAt(PARENTS[parent], said)
    return all.every(other => {
      const there = personAt(PARENTS[parent], other.answers)
      return here === null || there === null || maybeSame(here, there)
    })
  })

function areTheirs(own: string, said: Answers, answers: Answers): boolean {
  const told = surely(answers)
  const contradicts = parents.some(parent => {
    const [here, there] = [personAt([parent], told), personAt(PARENTS[parent], said)]
    return here !== null && there !== null && !maybeSame(here, there)
  })
  if (contradicts) return false
  const child = valueIn(answers)('child.name')
  if (child !== '' && valueIn(said)('child.name') !== '' && sameName(child, valueIn(said)('child.name'))) return true
  const place = own === '' ? undefined : parents.find(parent => personAt(PARENTS[parent], said)?.number === own)
  return place !== undefined && (child === '' || personAt([place], told)?.number === own)
}

/** What was said or shown here, without what was itself taken from earlier dossiers. */
const surely = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, { origin, heard }]) => origin.from !== 'earlier' || heard !== undefined))

/** Own dossiers and those of the household, newest first. */
function allOf({ earlier, about, ...known }: Known): readonly Earlier[] {
  const own = ownNumber({ earlier, ...known })
  const household = own === '' ? [] : (about?.(own) ?? [])
  return [...earlier, ...household].sort((one, other) => other.day.localeCompare(one.day))
}

/** What the forms of residence (CT01) say of the household one lives in. */
const RESIDENCE: ReadonlySet<string> = new Set(['head.name', 'head.number', 'head.relation', 'dwelling', 'residence.head'])
const HEAD = 'Chủ hộ'

function residenceAnswer(field: Field, known: Known, answers: Answers): Answer | null {
  const own = ownNumber(known)
  const head = personAt(['head'], surely(answers))
  const dossiers = [...known.earlier, ...(own === '' ? [] : (known.about?.(own) ?? [])).filter(one => livesIn(own, one.answers) !== null)]
    .sort((one, other) => other.day.localeCompare(one.day))
    .filter(({ answers: said }) => {
      const there = personAt(['head'], said)
      return head === null || there === null || maybeSame(head, there)
    })
  if (field.id === 'head.relation') return relationAnswer(own, dossiers, answers)
  const from = field.id === 'residence.head' ? ['residence.head', 'head.name'] : [field.id]
  return newest(field, '', dossiers, from)
}

/** Where this number stands among the people of a household: its head, a member, the one who declared. */
const livesIn = (number: string, answers: Answers): string | null =>
  rolesOf(number, answers).find(role => /^(head|requester|members\.\d+)$/.test(role)) ?? null

/** How the citizen is related to the head: from where he stands himself, and only where the form speaks of him. */
function relationAnswer(own: string, dossiers: readonly Earlier[], answers: Answers): Answer | null {
  if (own === '' || valueIn(answers)('requester.number') !== own) return null
  for (const { day, answers: said } of dossiers) {
    const role = livesIn(own, said)
    const relation =
      valueIn(said)('head.number') === own ? HEAD : valueIn(said)(role === 'requester' ? 'head.relation' : `${role}.relation`)
    if (role !== null && relation !== '') return { value: relation, origin: { from: 'earlier', day } }
  }
  return null
}
