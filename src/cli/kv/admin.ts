import type { Command } from 'commander'
import { openClock } from '#machine/clock.ts'
import { sha256 } from '#machine/digest.ts'
import { randomness } from '#machine/randomness.ts'
import type { Admin } from '#office/admin.ts'
import { RESOURCES, environmentOf, refuseWith } from './answer.ts'

/** Opens the data folder's services, uses them and closes them; an error document where they cannot be opened. */
export async function withAdmin(command: Command, use: (admin: Admin) => Promise<void> | void): Promise<void> {
  // Loaded when it is needed: presses and printers take a second that `kv scan` should not wait for.
  const { openAdmin } = await import('#office/admin.ts')
  const environment = environmentOf(command)
  const clock = openClock(environment.now)
  const admin = openAdmin(environment, {
    clock,
    randomness,
    digest: sha256,
    log: () => undefined,
    resources: RESOURCES,
    tell: () => undefined,
  })
  if (!admin.ok) {
    refuseWith(admin.faults)
    return
  }
  try {
    await use(admin.value)
  } finally {
    await admin.value.close()
  }
}
