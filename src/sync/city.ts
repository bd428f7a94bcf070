import type { CounterId } from '#domain/kernel/id.ts'
import { BATCH, Reached, Refused, counterPath, entriesPath } from '#contract/routes.ts'
import type { Entry, Head } from '#domain/journal/line.ts'
import type { FaultCode } from '#domain/kernel/fault.ts'
import { takeBatch } from './batch.ts'
import type { Heard, Line } from './exchange.ts'

export type SyncedJournal = {
  head(): Head
  /** Entries after a position, in order, at most `limit`. */
  read(after: number, limit: number): readonly Entry[]
}

/** What an exchange taught: how far the city is, that it must be asked where it is, or why it does not go on. */
export type Learned =
  | { readonly kind: 'reached'; readonly position: number }
  | { readonly kind: 'ask' }
  | { readonly kind: 'fault'; readonly code: FaultCode }

/** What travels at most in one request. Halved by the pump after a failure: a line that drops every few seconds still moves on. */
export type Portion = { readonly entries: number; readonly bytes: number }
export const WHOLE: Portion = BATCH

/** The city's side of one journal. Nothing is taken for its word that does not carry the hash of our own entry. */
export const openCityTalk = (line: Line, counter: CounterId, journal: SyncedJournal) => ({
  /** Asks how far the city is. */
  ask: async (): Promise<Learned> => {
    const learned = learnFrom(await line.exchange(counterPath(counter)), journal)
    if (learned.kind !== 'fault' || learned.code !== 'journal.behind') return learned
    const { position } = journal.head()
    const last = position === 0 ? null : takeBatch(journal.read(position - 1, 1), 0)
    if (last === null) return learned
    // The city has more of this journal than we: lost here, or written by another machine? Our last entry shows it.
    const shown = learnFrom(await line.exchange(entriesPath(counter), last.text), journal)
    return shown.kind === 'fault' ? shown : learned
  },

  /** Sends what follows `position`, as much of it as a portion holds. */
  push: async (position: number, portion: Portion): Promise<Learned> => {
    const batch = takeBatch(journal.read(position, portion.entries), portion.bytes)
    if (batch === null) throw new Error(`nothing follows ${position} in a journal that ends later`)
    const learned = learnFrom(await line.exchange(entriesPath(counter), batch.text), journal)
    // An acknowledgement of less than what was sent is none.
    const lies = learned.kind === 'reached' && learned.position < batch.last.position
    return lies ? { kind: 'fault', code: 'city.strange' } : learned
  },
})

function learnFrom(heard: Heard, journal: SyncedJournal): Learned {
  if (heard.kind === 'nothing') return fault('city.unreachable')
  if (heard.kind === 'stranger') return fault('city.strange')
  if (heard.status >= 500 || heard.status === 429) return fault('city.unreachable')
  if (heard.status !== 200) return refusal(heard.json)
  const read = Reached.safeParse(heard.json)
  if (!read.success) return fault('city.strange')
  const { position, hash } = read.data
  const ours = hashAt(journal, position)
  if (ours === null) return fault('journal.behind')
  return ours === hash ? { kind: 'reached', position } : fault('journal.forked')
}

function refusal(json: unknown): Learned {
  const read = Refused.safeParse(json)
  if (!read.success) return fault('city.strange')
  if (read.data.error.code === 'journal.gap') return { kind: 'ask' }
  return fault(read.data.error.code === 'journal.forked' ? 'journal.forked' : 'city.refused')
}

/** The hash of our own chain at `position`: each entry names the one before it. `null` beyond our end. */
function hashAt(journal: SyncedJournal, position: number): string | null {
  const head = journal.head()
  if (position >= head.position) return position === head.position ? head.hash : null
  return journal.read(position, 1)[0]?.previous ?? null
}

const fault = (code: FaultCode): Learned => ({ kind: 'fault', code })
