import { scryptSync } from 'node:crypto'
import type { Randomness } from '#domain/kernel/id.ts'

/** No letter that is misread or misheard: no I, L, O, U, no 0 and 1. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const LENGTH = 16
const GROUP = 4

/** A new pairing code: 16 characters, 78 bits of chance, written in fours. Whoever has it belongs to the office. */
export function newCode(randomness: Randomness): string {
  const characters: string[] = []
  while (characters.length < LENGTH) {
    const [byte = 0] = randomness(1)
    // The rest of 256 would make some characters likelier.
    if (byte < Math.floor(256 / ALPHABET.length) * ALPHABET.length) characters.push(ALPHABET.charAt(byte % ALPHABET.length))
  }
  return inFours(characters.join(''))
}

/** A code as it was typed, in any case and with any gaps; `null` where it is none. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s·.–-]/g, '')
  return code.length === LENGTH && [...code].every(character => ALPHABET.includes(character)) ? inFours(code) : null
}

const inFours = (code: string): string =>
  Array.from({ length: LENGTH / GROUP }, (_, at) => code.slice(at * GROUP, (at + 1) * GROUP)).join('-')

/** The key of the office's traffic: 32 bytes by scrypt (RFC 7914), so that a code that leaks in part still costs to guess. */
export const keyOf = (code: string): Buffer => scryptSync(code, 'khong-viet hall 1', 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 })
