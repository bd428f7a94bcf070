import { z } from 'zod'

const { localeError } = z.locales.vi()

/** Parse foreign files with it: whoever mends the file reads Vietnamese. */
export const inVietnamese = {
  error: (issue: z.core.$ZodRawIssue) => (issue.code === 'invalid_type' ? wrongKind(issue.expected, issue.input) : localeError(issue)),
} as const

/** The kinds of JSON as a person writes them. */
const kinds: Readonly<Record<string, string>> = {
  string: 'chữ trong ngoặc kép',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách [ … ]',
  object: 'nhóm { … }',
  record: 'nhóm { … }',
}

const wrongKind = (expected: string, input: unknown): string =>
  `${input === undefined ? 'thiếu mục này; ' : ''}phải là ${kinds[expected] ?? expected}`

/** Why a place of a file is refused. Where several shapes would do, what the nearest of them misses. */
export function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') return issue.message
  const options: unknown = Reflect.get(issue, 'options')
  if (Array.isArray(options)) return `${issue.message}: ${options.join(' | ')}`
  const [nearest] = issue.errors.toSorted((one, other) => farness(one) - farness(other))
  if (nearest === undefined) return issue.message
  return nearest.map(part => [part.path.join('.'), reasonOf(part)].filter(text => text !== '').join(': ')).join('; ')
}

/** A shape is nearer the less it misses; one of which nothing fits, a list where a name stands, is farthest. */
const farness = (misses: readonly z.core.$ZodIssue[]): number =>
  misses.some(({ code, path }) => code === 'invalid_type' && path.length === 0) ? Number.MAX_SAFE_INTEGER : misses.length
