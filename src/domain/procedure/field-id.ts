import { z } from 'zod'

/** What a field of a form is called: `child.birth`. Fields of one person or paper share what stands before the last dot. */
export const FieldId = z.string().regex(/^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)*$/)
