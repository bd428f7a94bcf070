import { CounterId } from '#domain/kernel/id.ts'
import { z } from 'zod'
import { Entry } from '#domain/journal/line.ts'
import type { Query, Store } from '../store/store.ts'
import { learn } from './learn.ts'
import { READING_EDITION } from './reading.ts'

const AT_ONCE = 1_000
const whole = z.coerce.number().pipe(z.int())
const EntryRow = z.object({ ...Entry.shape, position: whole, version: whole, at: whole.pipe(Entry.shape.at) })

/**
 * Where a newer program reads more out of the entries than the one before, the page's tables are thrown away and learned
 * again, in one transaction; what was parked for want of understanding comes off the shelf by it.
 */
export const relearn = (store: Store, edition = READING_EDITION): Promise<{ readonly ok: true }> =>
  store.transact(async query => {
    const [row] = await query('select edition from learned for update')
    if (whole.parse(row?.['edition']) === edition) return { ok: true }
    for (const table of ['dossier', 'handed', 'parked', 'office']) await query(`delete from ${table}`)
    const counters = await query('update counter set office = null returning id')
    for (const { id } of z.array(z.object({ id: CounterId })).parse(counters)) await learnJournal(query, id)
    await query('update learned set edition = $1', [edition])
    return { ok: true }
  })

async function learnJournal(query: Query, counter: CounterId): Promise<void> {
  for (let position = 0; ;) {
    const rows = await query('select * from entry where counter = $1 and position > $2 order by position limit $3', [
      counter,
      position,
      AT_ONCE,
    ])
    const entries = rows.map(row => EntryRow.parse(row))
    await learn(query, entries)
    const last = entries.at(-1)
    if (last === undefined) return
    position = last.position
  }
}
