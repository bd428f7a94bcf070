import { z } from 'zod'

const { localeError } = z.locales.vi()

/** Parse foreign files with it: whoever mends the file reads Vietnamese. */
export const inVietnamese = { error: localeError } as const

/** Why a place of a file is refused. Where several shapes would do, what the nearest of them misses. */
export function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') return issue.message
  const options: unknown = Reflect.get(issue, 'options')
  if (Array.isArray(options)) return `${issue.message}: ${options.join(' | ')}`
  const [nearest] = issue.errors.toSorted((one, other) => one.length - other.length)
  if (nearest === undefined) return issue.message
  return nearest.map(part => [part.path.join('.'), reasonOf(part)].filter(text => text !== '').join(': ')).join('; ')
}
