import { chain } from '#domain/journal/chain.ts'
import { Fact, type Said } from '#domain/journal/fact.ts'
import type { Digest } from '#domain/journal/line.ts'
import type { CounterId, Randomness } from '#domain/kernel/id.ts'
import { type Result, ok } from '#domain/kernel/result.ts'
import type { Instant } from '#domain/kernel/time.ts'
import { DERIVED, openApply } from './apply.ts'
import { type StoreFile, connect, faultOf } from './connection.ts'
import { openDossiers } from './dossiers.ts'
import { openDrafts } from './drafts.ts'
import { openHandovers } from './handovers.ts'
import { openHomeVisits } from './home-visits.ts'
import { openJobs, type PrintJob } from './jobs.ts'
import { openJournal } from './journal.ts'
import { openParcels } from './parcels.ts'
import { openPayments } from './payments.ts'
import { openPeople } from './people.ts'
import { openTickets } from './tickets.ts'
import { openVisits } from './visits.ts'

export type StoreParts = {
  readonly counter: CounterId
  readonly now: () => Instant
  readonly digest: Digest
  readonly randomness: Randomness
}

/** What a decision wants written: what happened, the paper that follows from it, and the answer to whoever asked. */
export type Decision<Answer> = {
  readonly said: readonly Said[]
  readonly jobs?: readonly PrintJob[]
  /** Jobs that moved on. */
  readonly marks?: readonly PrintJob[]
  readonly answer: Answer
}

export type Store = ReturnType<typeof buildStore>

/** Opens the store of a counter. Refused: a wrong key, a file from a newer program. */
export function openStore(file: StoreFile, parts: StoreParts): Result<Store> {
  const db = connect(file)
  if (!db.ok) return db
  const store = buildStore(db.value, parts)
  // A newer program may need tables of another shape: they follow from the journal.
  if (store.cursor.get('rebuild') === 1) store.rebuild()
  return ok(store)
}

function buildStore(db: Extract<ReturnType<typeof connect>, { ok: true }>['value'], { counter, now, digest, randomness }: StoreParts) {
  const journal = openJournal(db, counter, digest)
  const jobs = openJobs(db)
  const apply = openApply(db)
  const read = {
    journal,
    jobs,
    dossiers: openDossiers(db),
    handovers: openHandovers(db),
    parcels: openParcels(db),
    people: openPeople(db),
    drafts: openDrafts(db),
    payments: openPayments(db),
    visits: openVisits(db),
    tickets: openTickets(db),
    home: openHomeVisits(db),
  }
  const getCursor = db.prepare('select value from cursor where name = ?').pluck()
  /** So many pages of the search index are merged at a rest: far more than a few commits add, and over in a moment. */
  const mergeWords = db.prepare("insert into dossier_words (dossier_words, rank) values ('merge', 64)")
  const setCursor = db.prepare('insert into cursor values (?, ?) on conflict (name) do update set value = excluded.value')

  const write = (actor: string, { said, jobs: paper = [], marks = [] }: Decision<unknown>): void => {
    let head = journal.head()
    for (const { subject, ...fact } of said) {
      const salt = Buffer.from(randomness(16)).toString('hex')
      const entry = chain(
        head,
        counter,
        { kind: fact.kind, version: fact.version, subject, at: now(), actor, salt, body: JSON.stringify(fact.body) },
        digest,
      )
      journal.append(entry)
      apply(entry.position, fact)
      head = entry
    }
    for (const job of paper) jobs.add(job)
    for (const job of marks) jobs.mark(job)
  }

  const decideAndWrite = db.transaction((actor: string, decide: () => Result<Decision<unknown>>): Result<Decision<unknown>> => {
    const decision = decide()
    if (decision.ok) write(actor, decision.value)
    return decision
  })

  return {
    read,
    /**
     * Decides and writes in one transaction: journal, tables and print jobs, on disk before it returns, or nothing at all.
     * A refusal of `decide` writes nothing. A full or failing disk is a fault, not an exception.
     */
    commit: <Answer>(actor: string, decide: (reading: typeof read) => Result<Decision<Answer>>): Result<Answer> => {
      let answer: Result<Answer> | null = null
      try {
        decideAndWrite.immediate(actor, () => {
          const decision = decide(read)
          answer = decision.ok ? ok(decision.value.answer) : decision
          return decision
        })
      } catch (error) {
        return faultOf(error)
      }
      return answer ?? faultOf(new Error('a commit ended without an answer'))
    },
    cursor: {
      get: (name: string): number => Number(getCursor.get(name) ?? 0),
      set: (name: string, value: number): void => {
        setCursor.run(name, value)
      },
    },
    /**
     * Moves the WAL into the file while nobody waits, so that no official pays for it. The first commit after that begins
     * the WAL anew, which costs a second sync: it is made here too.
     */
    rest: (): void => {
      mergeWords.run()
      db.pragma('wal_checkpoint(passive)')
      setCursor.run('rested', journal.head().position)
    },
    /** Throws the derived tables away and builds them anew from the journal. */
    rebuild: db.transaction((): void => {
      db.exec("insert into dossier_words (dossier_words) values ('delete-all')")
      for (const table of DERIVED) db.exec(`delete from ${table}`)
      for (let position = 0; ;) {
        const entries = journal.read(position, 500)
        for (const entry of entries) {
          if (entry.body === null) continue
          apply(entry.position, Fact.parse({ kind: entry.kind, version: entry.version, body: JSON.parse(entry.body) }))
        }
        const last = entries.at(-1)
        if (last === undefined) break
        position = last.position
      }
      setCursor.run('rebuild', 0)
    }),
    close: (): void => {
      db.close()
    },
  }
}
