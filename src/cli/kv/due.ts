import { Command } from 'commander'
import { OfficeHours } from '#domain/calendar/office-hours.ts'
import { Limit, dueAt } from '#domain/calendar/due.ts'
import { type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { type Instant, dayOf, isoTime, readIsoTime } from '#domain/kernel/time.ts'
import { openClock } from '#machine/clock.ts'
import type { Environment } from '#machine/env.ts'
import { editionOn, readCatalog } from '#office/catalog.ts'
import { readSettings } from '#office/settings.ts'
import { RESOURCES, answer, environmentOf, refuseWith } from './answer.ts'

type Asked = { readonly code?: string; readonly at?: string; readonly workingDays?: string; readonly hours?: string }

/** `kv due`: when a dossier received at a time is due, and which days were passed over. */
export const dueCommand = (): Command =>
  new Command('due')
    .description('a due date from procedure, time of reception and calendar')
    .option('--code <code>', 'procedure code')
    .option('--at <time>', 'time of reception, ISO 8601 (default: now)')
    .option('--working-days <n>', 'instead of a procedure: working days')
    .option('--hours <n>', 'instead of a procedure: working hours')
    .action((asked: Asked, command: Command) => {
      const environment = environmentOf(command)
      const at = asked.at === undefined ? openClock(environment.now).now() : readIsoTime(asked.at)
      if (at === null) return refuseWith([inputFault('field.date.impossible', 'at')])
      const limit = limitAsked(asked, at, environment)
      if (!limit.ok) return refuseWith(limit.faults)
      const settings = readSettings(environment)
      const office = settings.ok ? settings.value : null
      const { calendar } = readCatalog(RESOURCES, environment.dataDir, office?.closedDays ?? [])
      const due = dueAt(at, limit.value, calendar, office?.hours ?? OfficeHours.parse({}))
      return answer({ due: isoTime(due.at), day: due.day, sure: due.sure, skipped: due.skipped })
    })

/** One limit: of a procedure, in working days or in working hours. */
function limitAsked({ code, workingDays, hours }: Asked, at: Instant, environment: Environment): Result<Limit> {
  if ([code, workingDays, hours].filter(given => given !== undefined).length > 1) return refuse(inputFault('due.limits', 'hours'))
  if (code !== undefined) {
    const procedure = editionOn(readCatalog(RESOURCES, environment.dataDir).procedures, code, dayOf(at))
    return procedure.ok ? ok(procedure.value.takes) : procedure
  }
  const limit = Limit.safeParse(workingDays === undefined ? { hours: Number(hours) } : { working: Number(workingDays) })
  return limit.success ? ok(limit.data) : refuse(inputFault('field.number', workingDays === undefined ? 'hours' : 'working-days'))
}
