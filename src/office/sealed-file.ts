import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import type { Randomness } from '#domain/kernel/id.ts'
import { type Result, failureFault, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { readHallKey } from './queue/known.ts'

/** What a file of home visits is: a route that goes along, or the outcomes that come back. */
export type SealedKind = 'route' | 'outcome'

const SALT = 16
const NONCE = 12
const TAG = 16

/** Its first line, in the clear: what kind of file it is, and nothing of anybody. */
const headOf = (kind: SealedKind): string => `khong-viet home ${kind} 1`

/**
 * Seals and opens files that go from machine to machine of one office on a stick: AES-256-GCM (NIST SP 800-38D) with a key
 * for each file, made by HKDF (RFC 5869) from the key of the pairing code. Whoever has no code reads nothing and changes
 * nothing. Refused: a machine that has no code, a file of another office, one that is damaged, or of the other kind.
 */
export function openSealing(dataDir: string, randomness: Randomness) {
  const keyFor = (code: Buffer, salt: Uint8Array): Buffer => Buffer.from(hkdfSync('sha256', code, salt, 'khong-viet home 1', 32))

  return {
    seal: (kind: SealedKind, content: unknown): Result<string> => {
      const known = readHallKey(dataDir)
      if (known === null) return refuse(failureFault('hall.code.missing'))
      const [salt, nonce] = [randomness(SALT), randomness(NONCE)]
      const cipher = createCipheriv('aes-256-gcm', keyFor(known.key, salt), nonce).setAAD(Buffer.from(headOf(kind)))
      const hidden = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()])
      return ok(`${headOf(kind)}\n${Buffer.concat([salt, nonce, cipher.getAuthTag(), hidden]).toString('base64')}\n`)
    },

    unseal: (kind: SealedKind, sealed: string): Result<unknown> => {
      const known = readHallKey(dataDir)
      if (known === null) return refuse(failureFault('hall.code.missing'))
      const [head = '', body = ''] = sealed.trim().split(/\r?\n/)
      if (head !== headOf(kind)) return refuse(inputFault(otherKind(kind, head)))
      const bytes = Buffer.from(body, 'base64')
      if (bytes.length <= SALT + NONCE + TAG) return refuse(inputFault('home.file.strange'))
      const [salt, nonce] = [bytes.subarray(0, SALT), bytes.subarray(SALT, SALT + NONCE)]
      const decipher = createDecipheriv('aes-256-gcm', keyFor(known.key, salt), nonce)
        .setAAD(Buffer.from(head))
        .setAuthTag(bytes.subarray(SALT + NONCE, SALT + NONCE + TAG))
      try {
        const content = Buffer.concat([decipher.update(bytes.subarray(SALT + NONCE + TAG)), decipher.final()])
        return ok(JSON.parse(content.toString('utf8')))
      } catch {
        // A wrong key and a changed byte look alike to the cipher.
        return refuse(inputFault('home.file.key'))
      }
    },
  }
}

function otherKind(kind: SealedKind, head: string): 'home.file.route' | 'home.file.outcome' | 'home.file.strange' {
  if (kind === 'route' && head === headOf('outcome')) return 'home.file.outcome'
  return kind === 'outcome' && head === headOf('route') ? 'home.file.route' : 'home.file.strange'
}
