import { z } from 'zod'
import { CannotOpen } from './cannot-open.ts'
import { type Migration, migrations } from './migrations/index.ts'
import type { Query, Store } from './store/store.ts'

/** Any number of city processes may start at once over one database: one of them migrates, the others wait for it. */
const MIGRATING = 8_180_010

/** Brings the database to the newest shape, all pending steps in one transaction. One from a newer program is not touched. */
export async function migrate(store: Store, steps: readonly Migration[] = migrations): Promise<void> {
  await store.transact(async query => {
    await query(`select pg_advisory_xact_lock(${MIGRATING})`)
    await query('create table if not exists migration (number bigint primary key)')
    const at = await versionOf(query)
    const newest = steps.at(-1)?.number ?? 0
    if (at > newest) throw new CannotOpen('store.from.future')
    for (const step of steps.filter(({ number }) => number > at)) {
      for (const statement of step.sql.split(';\n')) if (statement.trim() !== '') await query(statement)
      await query('insert into migration values ($1)', [step.number])
    }
    return { ok: true }
  })
}

async function versionOf(query: Query): Promise<number> {
  const [row] = await query('select coalesce(max(number), 0) as number from migration')
  return z.coerce.number().parse(row?.['number'])
}
