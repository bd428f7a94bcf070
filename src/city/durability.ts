import { CannotOpen } from './cannot-open.ts'
import type { Store } from './store/store.ts'

/**
 * The city acknowledges only what is on disk. A server told not to sync (fsync, full_page_writes or synchronous_commit
 * off) cannot keep that promise and is refused (PostgreSQL documentation, “Reliability and the Write-Ahead Log”).
 */
export async function checkDurability({ query }: Store): Promise<void> {
  const off = await query(`
    select name from pg_settings
    where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'`)
  if (off.length > 0) throw new CannotOpen('city.store.unsafe')
}
