import { type Fault, inputFault } from '../kernel/result.ts'
import { sameName } from '../kernel/same-name.ts'
import type { Day } from '../kernel/time.ts'
import { type Answers, valueIn } from './answer.ts'
import { isAsked } from './fill.ts'
import { fieldsNow } from './group.ts'
import type { Procedure } from './procedure.ts'

/** An earlier dossier, as far as it says who bears a number. */
export type Naming = { readonly code: string; readonly day: Day; readonly answers: Answers }

const NUMBER = /^\d{12}$|^\d{9}$/

/**
 * The newest of the earlier dossiers (newest first) that names the bearer of `number`, where it gives another name; `null`
 * where none does. Only the newest counts: a name may have been changed by law since.
 */
export function otherName(number: string, name: string, earlier: readonly Naming[]): Naming | null {
  const newest = earlier.map(one => ({ one, said: nameIn(one.answers, number) })).find(({ said }) => said !== '')
  return newest === undefined || sameName(newest.said, name) ? null : newest.one
}

/** A warning at each number of a form that belongs to another name in an earlier dossier. The other name is not said. */
export const warnOfNames = (procedure: Procedure, answers: Answers, earlierOf: (number: string) => readonly Naming[]): readonly Fault[] =>
  fieldsNow(procedure, answers).flatMap(field => {
    const number = valueIn(answers)(field.id)
    if (field.kind !== 'citizen-number' || !field.id.endsWith('.number') || !NUMBER.test(number) || !isAsked(field, answers)) return []
    const name = nameBeside(answers, field.id)
    const other = name === '' ? null : otherName(number, name, earlierOf(number))
    return other === null ? [] : [inputFault('field.number.other-name', field.id, { code: other.code, day: shownDay(other.day) })]
  })

const nameBeside = (answers: Answers, numberField: string): string =>
  valueIn(answers)(`${numberField.slice(0, -'.number'.length)}.name`).trim()

function nameIn(answers: Answers, number: string): string {
  const places = Object.keys(answers).filter(id => id.endsWith('.number') && valueIn(answers)(id) === number)
  return places.map(id => nameBeside(answers, id)).find(name => name !== '') ?? ''
}

const shownDay = (day: Day): string => day.split('-').toReversed().join('/')
