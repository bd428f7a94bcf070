import type { Handlers } from '#contract/calls.ts'
import type { OfficeSettings } from '#contract/settings.ts'
import { type Result, failureFault, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import type { Environment } from '#machine/env.ts'
import { lockFolder } from '#storage/lock.ts'
import { type Desk, type Newcomer, openDesk } from './desk.ts'
import { deskHandlers } from './handlers.ts'
import type { OfficeParts } from './parts.ts'
import { demoOfficials, demoSettings, keepSettings, readSettings } from './settings.ts'

export type Office = { readonly handlers: Handlers; close(): Promise<void> }

/**
 * Opens the office of a data folder: the only place where its parts are put together. Refused when another process has
 * the folder, when its settings or its store cannot be read. Before the set-up only `office.*` can be called.
 */
export async function openOffice(environment: Environment, parts: OfficeParts): Promise<Result<Office>> {
  const lock = lockFolder(environment.dataDir, environment.sqliteBinding)
  if (!lock.ok) return lock
  const settings = readSettings(environment)
  const opened = settings.ok && settings.value !== null ? openDesk(environment, settings.value, parts) : null
  const broken = [settings, opened].find(result => result !== null && !result.ok)
  if (broken !== undefined && broken !== null && !broken.ok) {
    lock.value.close()
    return broken
  }
  let desk: Desk | null = opened?.ok === true ? opened.value : null
  desk?.lead()

  const setUp = async (wanted: OfficeSettings, newcomers: readonly Newcomer[]): Promise<Result<Record<string, never>>> => {
    if (desk !== null) return refuse(inputFault('office.already.set.up'))
    keepSettings(environment.dataDir, wanted)
    const read = readSettings(environment)
    if (!read.ok) return read
    const fresh = openDesk(environment, read.value ?? wanted, parts)
    if (!fresh.ok) return fresh
    desk = fresh.value
    desk.lead()
    return desk.begin(newcomers)
  }

  const handlers: Handlers = {
    ...deskHandlers(() => (desk === null ? refuse(failureFault('office.not.set.up')) : ok(desk))),
    'office.hello': async () => ok(desk === null ? { setUp: false, now: parts.clock.now() } : desk.hello()),
    'office.demo': () => setUp(demoSettings(environment.dataDir), demoOfficials),
    'office.setUp': input => setUp(input.settings, input.officials),
  }
  return ok({
    handlers,
    close: async () => {
      await desk?.close()
      lock.value.close()
    },
  })
}
