import type { CounterId } from '#domain/kernel/id.ts'
import { z } from 'zod'
import type { Reached } from '#contract/routes.ts'
import { type Digest, type Entry, Head, genesis } from '#domain/journal/line.ts'
import type { Instant } from '#domain/kernel/time.ts'
import { learn } from '../read-model/learn.ts'
import { type Verdict, grant } from '../refusal.ts'
import type { Query, Store } from '../store/store.ts'
import { type Known, judge } from './judge.ts'

const whole = z.coerce.number().pipe(z.int())
const HeadRow = z.object({ position: whole, hash: Head.shape.hash })
const ReachedRow = HeadRow.extend({ parked: whole })

/** The journals of all counters, as they were sent. */
export const openJournals = (store: Store, digest: Digest) => ({
  /**
   * Keeps what is new among `entries` (in their order) and answers how far the journal of `counter` now stands here, once
   * that is on disk. Batches of one counter take turns at its row, so two that come at once cannot disagree.
   */
  push: (counter: CounterId, entries: readonly Entry[], now: Instant): Promise<Verdict<Reached & { readonly kept: number }>> =>
    store.transact(async query => {
      const known = await knownOf(query, counter, entries, genesis(counter, digest), now)
      const fresh = judge(known, counter, entries, digest)
      if (!fresh.ok) return fresh
      const last = fresh.value.at(-1) ?? known.head
      if (fresh.value.length > 0) {
        await insert(query, fresh.value)
        await learn(query, fresh.value)
      }
      await query('update counter set position = $2, hash = $3, seen_at = $4 where id = $1', [counter, last.position, last.hash, now])
      return grant({ position: last.position, hash: last.hash, parked: await parkedOf(query, counter), kept: fresh.value.length })
    }),

  /** How far the journal of `counter` stands here; notes that the counter asked. Of an unknown one: its beginning. */
  reached: async (counter: CounterId, now: Instant): Promise<Reached> => {
    const [row] = await store.query(
      `update counter set seen_at = $2 where id = $1
       returning position, hash, (select count(*) from parked where parked.counter = counter.id) as parked`,
      [counter, now],
    )
    return row === undefined ? { ...genesis(counter, digest), parked: 0 } : ReachedRow.parse(row)
  },
})

async function knownOf(query: Query, counter: CounterId, entries: readonly Entry[], start: Head, now: Instant): Promise<Known> {
  await query('insert into counter (id, position, hash, seen_at) values ($1, 0, $2, $3) on conflict do nothing', [counter, start.hash, now])
  const head = HeadRow.parse((await query('select position, hash from counter where id = $1 for update', [counter]))[0])
  const again = entries.map(({ position }) => position).filter(position => position <= head.position)
  if (again.length === 0) return { head, hashAt: () => undefined }
  const rows = await query('select position, hash from entry where counter = $1 and position = any($2::bigint[])', [counter, again])
  const hashes = new Map(rows.map(row => HeadRow.parse(row)).map(({ position, hash }) => [position, hash]))
  return { head, hashAt: position => hashes.get(position) }
}

const insert = (query: Query, entries: readonly Entry[]) =>
  query(
    `insert into entry (counter, position, kind, version, subject, at, actor, digest, previous, hash, salt, body)
     select $1, * from unnest($2::bigint[], $3::text[], $4::bigint[], $5::text[], $6::bigint[], $7::text[],
                              $8::text[], $9::text[], $10::text[], $11::text[], $12::text[])`,
    [entries[0]?.counter ?? '', ...columns.map(column => entries.map(entry => entry[column]))],
  )

const columns = ['position', 'kind', 'version', 'subject', 'at', 'actor', 'digest', 'previous', 'hash', 'salt', 'body'] as const

async function parkedOf(query: Query, counter: CounterId): Promise<number> {
  const [row] = await query('select count(*) as parked from parked where counter = $1', [counter])
  return whole.parse(row?.['parked'])
}
