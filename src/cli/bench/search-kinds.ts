import { fold } from '#domain/kernel/text.ts'
import type { Person } from './people.ts'

/** What is typed at the desk to find somebody's dossier, one kind after another. */
export const searchKinds: Readonly<Record<string, (person: Person) => string>> = {
  'one letter': ({ name }) => last(name).slice(0, 1),
  'two letters': ({ name }) => last(name).slice(0, 2),
  'three letters': ({ name }) => last(name).slice(0, 3),
  'first letters of three words': ({ name }) => initials(name, 3),
  'family and middle name': ({ name }) => words(name).slice(0, 2).join(' '),
  'the same in the wrong order': ({ name }) => words(name).slice(0, 2).toReversed().join(' '),
  'the same and one letter': ({ name }) => [...words(name).slice(0, 2), last(name).slice(0, 1)].join(' '),
  'family and given name': ({ name }) => `${words(name)[0] ?? ''} ${last(name)}`,
  'a whole name': ({ name }) => fold(name),
  'a whole name in the wrong order': ({ name }) => words(name).toReversed().join(' '),
  'a whole name, its last word begun': ({ name }) => [...words(name).slice(0, -1), last(name).slice(0, 1)].join(' '),
  'last four digits': ({ number }) => number.slice(-4),
  'four middle digits': ({ number }) => number.slice(4, 8),
  'five middle digits': ({ number }) => number.slice(4, 9),
  'a whole number': ({ number }) => number,
  'the end of a phone number': ({ phone }) => phone.slice(-5),
  'a given name and three digits': ({ name, number }) => `${last(name)} ${number.slice(-3)}`,
  'the beginning of a code': () => '000.00.20.H20-2',
  'a miss: letters nobody has': () => 'qwvz zyx',
  'a miss: a common name and more': ({ name }) => `${words(name).slice(0, 2).join(' ')} qwv`,
  'a miss: given names that never meet': ({ name }) => `vuong ${last(name)}`,
  'a miss: digits': ({ number }) => `999${number.slice(3, 8)}`,
}

const words = (name: string): readonly string[] => fold(name).split(' ')
const last = (name: string): string => words(name).at(-1) ?? ''

const initials = (name: string, count: number): string =>
  words(name)
    .slice(0, count)
    .map(word => word.slice(0, 1))
    .join(' ')
