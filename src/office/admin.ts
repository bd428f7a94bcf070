import { writeEntry } from '#domain/journal/chain.ts'
import { type Result, failureFault, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import type { PaperForm } from '#domain/paper/form.ts'
import type { Environment } from '#machine/env.ts'
import { openArchive } from './archive.ts'
import { type Desk, openDesk } from './desk.ts'
import { examine } from './doctor.ts'
import type { OfficeParts } from './parts.ts'
import { syncOf } from './pumps.ts'
import { readSettings } from './settings.ts'

/**
 * A data folder as the admin's command line sees it: the same services, no pumps, beside a running counter or without one.
 * Refused where nothing was set up.
 */
export function openAdmin(environment: Environment, parts: OfficeParts): Result<Admin> {
  const settings = readSettings(environment)
  if (!settings.ok) return settings
  if (settings.value === null) return refuse(failureFault('office.not.set.up'))
  const desk = openDesk(environment, settings.value, parts)
  return desk.ok ? ok(adminOf(desk.value)) : desk
}

export type Admin = ReturnType<typeof adminOf>

const adminOf = (desk: Desk) => ({
  search: (text: string) => openArchive(desk).find(text),
  doctor: () => examine(desk),
  /** A form by its own name, or by its number in the circular the office prints by: `mau-02`. */
  formNamed: (name: string): string => {
    const set = desk.papers.formSet()
    const number = /^mau-(0\d)$/.exec(name)?.[1]
    const numbered = set.ok ? Object.entries(set.value.papers).find(([, paper]) => paper.number === number) : undefined
    return numbered?.[0] ?? name
  },
  /** One statutory paper of a dossier as PDF, as it was printed first. */
  paper: (code: string, form: PaperForm): Promise<Result<Uint8Array>> => {
    const dossier = desk.store.read.dossiers.byCode(code)
    if (dossier === null) return Promise.resolve(refuse(inputFault('dossier.unknown', 'dossier')))
    return desk.papers.pdfOf({ subject: dossier.dossier, code, form, copy: 1 })
  },
  /** The whole journal as lines of NDJSON, read in portions. */
  *journal(): Generator<string> {
    for (let position = 0; ;) {
      const entries = desk.store.read.journal.read(position, 500)
      for (const entry of entries) yield writeEntry(entry)
      const last = entries.at(-1)
      if (last === undefined) return
      position = last.position
    }
  },
  /** Sends what the city does not have yet, once. */
  push: async (): Promise<Result<{ pushed: number; pending: number }>> => {
    const { cityUrl } = desk.settings
    if (cityUrl === null) return refuse(inputFault('city.none'))
    const sync = syncOf(desk, cityUrl, () => undefined)
    const pushed = await sync.pushNow()
    await sync.close()
    return pushed
  },
  close: () => desk.close(),
})
