import { z } from 'zod'
import { CounterId } from '../kernel/id.ts'
import { Instant } from '../kernel/time.ts'

/** SHA-256 of a text's UTF-8 bytes, as 64 lower-case hex digits. */
export type Digest = (text: string) => string

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * One line of the journal: what is chained. The body is not in it, only its salted digest, so that a body can be
 * forgotten when its time is over and the journal still proves itself.
 */
export const Line = z.strictObject({
  counter: CounterId,
  /** From 1, without holes. */
  position: z.int().positive(),
  /** `dossier.received` and the like. */
  kind: z.string().regex(/^[a-z]+(\.[a-z]+)+$/),
  version: z.int().positive(),
  /** The id of what it is about. */
  subject: z.string().min(1).max(64),
  at: Instant,
  /** The official or the machine that did it. */
  actor: z.string().min(1).max(64),
  /** Of the salt and the body, see `bodyDigest`. */
  digest: Hash,
  /** Hash of the line before; of the counter's name for the first. */
  previous: Hash,
})
export type Line = z.output<typeof Line>

/** A line with its hash and its body as the exact text that was digested. `null`: the body was forgotten. */
export const Entry = z.strictObject({
  ...Line.shape,
  hash: Hash,
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  body: z.string().nullable(),
})
export type Entry = z.output<typeof Entry>

/** What was said with which a chain is compared or continued: how far, and the hash there. */
export const Head = z.strictObject({ position: z.int().nonnegative(), hash: Hash })
export type Head = z.output<typeof Head>

/** Where the chain of a counter begins, before its first line. */
export const genesis = (counter: CounterId, digest: Digest): Head => ({ position: 0, hash: digest(`khong-viet ${counter}`) })

export const bodyDigest = (salt: string, body: string, digest: Digest): string => digest(`${salt}\n${body}`)

/** The hash of a line: over its values in this fixed order, as JSON. */
export const lineHash = (line: Line, digest: Digest): string =>
  digest(
    JSON.stringify([line.counter, line.position, line.kind, line.version, line.subject, line.at, line.actor, line.digest, line.previous]),
  )
