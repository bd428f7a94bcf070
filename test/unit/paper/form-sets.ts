import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FormSet, readFormSet } from '#domain/paper/form-set.ts'
import { RESOURCES, got } from '#kit/basics.ts'

/** A form set as it ships. */
export const formSet = (id: string): FormSet =>
  got(readFormSet(JSON.parse(readFileSync(join(RESOURCES, 'catalog/forms', `${id}.json`), 'utf8'))))

export const FORM_SETS = ['TT01-2018', 'TT03-2025'] as const
