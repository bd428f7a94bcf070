import type { Handlers } from '#contract/calls.ts'
import type { OfficeSettings, SettingsSheet, SettingsWanted } from '#contract/settings.ts'
import { type Result, failureFault, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import type { Environment } from '#machine/env.ts'
import { lockFolder } from '#storage/lock.ts'
import { type Desk, type Newcomer, openDesk } from './desk.ts'
import { hallHello } from './hall-window.ts'
import { deskHandlers } from './handlers.ts'
import { keptFromPost } from './office-only.ts'
import type { OfficeParts } from './parts.ts'
import { openSetOffice } from './set-office.ts'
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

  const setOffice = openSetOffice({ environment, resources: parts.resources })
  let closed = false
  let turning: Promise<unknown> = Promise.resolve()

  const sheet = (): Result<SettingsSheet> => {
    const official = desk?.signedIn() ?? null
    if (desk === null) return refuse(failureFault('office.not.set.up'))
    return official === null ? refuse(inputFault('official.nobody')) : setOffice.sheet(official, desk.people.all())
  }

  /**
   * Keeps settings and works by them at once: a counter is opened anew by them and takes the place of the one before, which
   * ends what it is printing or sending first. Whoever is signed in stays so; what is committed meanwhile waits in the store.
   */
  const keep = async (wanted: SettingsWanted): Promise<Result<SettingsSheet>> => {
    const before = desk
    const official = before?.signedIn() ?? null
    if (before === null) return refuse(failureFault('office.not.set.up'))
    if (official === null) return refuse(inputFault('official.nobody'))
    const kept = setOffice.keep(wanted, official, before.people.all())
    if (!kept.ok) return kept
    const read = readSettings(environment)
    if (!read.ok) return read
    const fresh = openDesk(environment, read.value ?? wanted.settings, parts)
    if (!fresh.ok) return fresh
    fresh.value.sign(official)
    desk = fresh.value
    await before.close()
    if (!closed) fresh.value.lead()
    parts.tell('settings', {})
    return sheet()
  }

  const handlers: Handlers = {
    ...deskHandlers(() => (desk === null ? refuse(failureFault('office.not.set.up')) : ok(desk))),
    'office.hello': async () => ok(desk === null ? { setUp: false, now: parts.clock.now() } : desk.hello()),
    'hall.hello': async () => ok(desk === null ? { setUp: false, now: parts.clock.now() } : hallHello(desk)),
    'office.demo': () => setUp(demoSettings(environment.dataDir), demoOfficials),
    'office.setUp': input => setUp(input.settings, input.officials),
    'settings.open': async () => sheet(),
    'settings.keep': wanted => {
      const done = turning.then(() => keep(wanted))
      turning = done.catch(() => undefined)
      return done
    },
  }
  return ok({
    handlers: keptFromPost(handlers, () => desk?.signedIn()?.role ?? null),
    close: async () => {
      closed = true
      await turning
      await desk?.close()
      lock.value.close()
    },
  })
}
