import { CounterId } from '#domain/kernel/id.ts'
import { type Unchained, chain, writeEntry } from '#domain/journal/chain.ts'
import { type Entry, type Head, genesis } from '#domain/journal/line.ts'
import { Instant } from '#domain/kernel/time.ts'
import { sha256 } from '#machine/digest.ts'

/** 2026-11-23 09:41 in Việt Nam. */
export const MORNING = Instant.parse(Date.UTC(2026, 10, 23, 2, 41))

export const counterId = (text: string): CounterId => CounterId.parse(text)

/** What a counter would write, before it is chained. */
export const unchained = (kind: string, body: unknown, more: Partial<Unchained> = {}): Unchained => ({
  kind,
  version: 1,
  subject: 'subject',
  at: MORNING,
  actor: 'official',
  salt: '0'.repeat(32),
  body: JSON.stringify(body),
  ...more,
})

export const OFFICE = { id: 'hong-ngu', name: 'Bộ phận Một cửa phường Hồng Ngự' }

/** The body of `dossier.received` as far as the city reads it; the citizen is invented. */
export const received = (code: string, more: Readonly<Record<string, unknown>> = {}) => ({
  code,
  office: OFFICE,
  procedure: { code: '2.000815', name: 'Chứng thực bản sao từ bản chính', edition: '2026-01' },
  applicant: { name: 'Nguyễn Thị Hương Lan', number: '087190012345' },
  received: MORNING,
  due: MORNING + 86_400_000,
  ...more,
})

/** The facts as one counter's journal, chained from its beginning or after `from`. */
export function journalOf(counter: CounterId, facts: readonly Unchained[], from?: Head): readonly Entry[] {
  let head = from ?? genesis(counter, sha256)
  return facts.map(fact => {
    const entry = chain(head, counter, fact, sha256)
    head = entry
    return entry
  })
}

/** A counter that was opened and then received `count` - 1 dossiers. */
export const aJournal = (counter: CounterId, count: number): readonly Entry[] =>
  journalOf(
    counter,
    Array.from({ length: count }, (_, index) =>
      index === 0 ? unchained('counter.opened', { office: OFFICE }) : unchained('dossier.received', received(`${counter}-${index}`)),
    ),
  )

export const toLines = (entries: readonly Entry[]): string => entries.map(entry => `${writeEntry(entry)}\n`).join('')

/** A journal as sync sees it, growing in memory. */
export function growingJournal(counter: CounterId, start: readonly Entry[] = []) {
  const entries = [...start]
  return {
    entries,
    head: (): Head => entries.at(-1) ?? genesis(counter, sha256),
    read: (after: number, limit: number): readonly Entry[] => entries.slice(after, after + limit),
    add: (...facts: readonly Unchained[]): void => {
      entries.push(...journalOf(counter, facts, entries.at(-1)))
    },
  }
}
