import { z } from 'zod'
import type { Entry } from '#domain/journal/line.ts'
import { Instant } from '#domain/kernel/time.ts'
import { Direction } from '#domain/post/handover.ts'

/** Raised whenever the city learns something more, or otherwise, from entries it already has: then it reads them again. */
export const READING_EDITION = 5

/** What the city's page needs of an entry. The entry itself is kept whole whatever is found here. */
export type Lesson =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'office'; readonly office: Named }
  | { readonly kind: 'dossier'; readonly office: Named; readonly dossier: DossierRow }
  | { readonly kind: 'handed'; readonly codes: readonly string[]; readonly direction: Direction; readonly at: Instant }
  | { readonly kind: 'parked'; readonly why: 'kind.unknown' | 'body.forgotten' | 'body.unreadable' }
type Named = z.output<typeof Named>
export type DossierRow = { code: string; procedureCode: string; procedureName: string; receivedAt: Instant; dueAt: Instant | null }

/** Reads one entry. What is not understood is parked, never an error: a later entry must not wait for it. */
export function readLesson(entry: Pick<Entry, 'kind' | 'version' | 'body'>): Lesson {
  const kind = `${entry.kind}/${entry.version}`
  if (withoutLesson.has(kind)) return { kind: 'nothing' }
  const lesson = lessons.get(kind)
  if (lesson === undefined) return { kind: 'parked', why: 'kind.unknown' }
  if (entry.body === null) return { kind: 'parked', why: 'body.forgotten' }
  const read = lesson.safeParse(parseJson(entry.body))
  return read.success ? read.data : { kind: 'parked', why: 'body.unreadable' }
}

/** Shapes are loose: only what the page uses is asked for. A NUL, which JSON can spell, has no place in PostgreSQL. */
const Text = z
  .string()
  .min(1)
  .max(300)
  .refine(text => text.isWellFormed() && !text.includes('\0'))
const Named = z.object({ id: Text, name: Text })

const CounterOpened = z.object({ office: Named }).transform(({ office }): Lesson => ({ kind: 'office', office }))

const DossierReceived = z
  .object({
    code: Text,
    office: Named,
    procedure: z.object({ code: Text, name: Text }),
    received: Instant,
    due: Instant.nullable(),
  })
  .transform(({ code, office, procedure, received, due }): Lesson => {
    const dossier = { code, procedureCode: procedure.code, procedureName: procedure.name, receivedAt: received, dueAt: due }
    return { kind: 'dossier', office, dossier }
  })

const HandoverSigned = z
  .object({ direction: Direction, items: z.array(z.object({ code: Text.nullable() })), signed: z.object({ at: Instant }) })
  .transform(({ direction, items, signed }): Lesson => ({
    kind: 'handed',
    codes: items.flatMap(({ code }) => code ?? []),
    direction,
    at: signed.at,
  }))

const lessons = new Map<string, z.ZodType<Lesson>>([
  ['counter.opened/1', CounterOpened],
  ['dossier.received/1', DossierReceived],
  ['handover.signed/1', HandoverSigned],
])

/** Understood, and nothing in them for the page. */
const withoutLesson = new Set([
  'official.named/1',
  'dossier.opened/1',
  'dossier.moved/1',
  'dossier.corrected/1',
  'visit.turned.away/1',
  'paper.reprinted/1',
  'handover.opened/1',
  'handover.added/1',
  'handover.described/1',
  'handover.removed/1',
  'parcel.moved/1',
  'post.told/1',
  'post.closed/1',
  'day.closed/1',
  'fee.refunded/1',
  'fee.collected/1',
  'fee.claimed/1',
  'fee.receipted/1',
  'fee.voided/1',
  'ticket.taken/1',
  'ticket.joined/1',
  'ticket.moved/1',
  'ticket.printed/1',
  'counter.takes/1',
  'home.asked/1',
  'home.planned/1',
  'home.ordered/1',
  'home.reminded/1',
  'home.ended/1',
  'home.settled/1',
  'home.carried/1',
  'home.taken/1',
  'queue.led/1',
])

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
