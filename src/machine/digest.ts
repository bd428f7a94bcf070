import { createHash } from 'node:crypto'
import type { Digest } from '#domain/journal/line.ts'

/** SHA-256 (FIPS 180-4) of a text's UTF-8 bytes, in lower-case hex. */
export const sha256: Digest = text => createHash('sha256').update(text, 'utf8').digest('hex')
