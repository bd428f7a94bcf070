import { randomBytes } from 'node:crypto'
import type { Randomness } from '#domain/kernel/id.ts'

export const randomness: Randomness = length => randomBytes(length)
