import { z } from 'zod'
import { CounterSeen, DOSSIERS_SHOWN, type DossierToday, type OfficeToday, type OfficesToday } from '#contract/routes.ts'
import { type Day, Instant, addDays, instantAt } from '#domain/kernel/time.ts'
import type { Store } from '../store/store.ts'

const whole = z.coerce.number().pipe(z.int())
const moment = whole.pipe(Instant)

/** The dossiers that each office received on `day` (of Việt Nam), newest first, and how far its counters have been heard. */
export async function officesOn({ query }: Store, day: Day, asked: Instant): Promise<OfficesToday> {
  const span = [instantAt(day, 0), instantAt(addDays(day, 1), 0)]
  const offices = z.array(OfficeRow).parse(await query('select id, name from office'))
  const counters = z.array(CounterRow).parse(await query(counterRows))
  const counts = z.array(CountRow).parse(await query(countRows, span))
  const dossiers = z.array(DossierRow).parse(await query(dossierRows, [...span, DOSSIERS_SHOWN]))
  const ofOffice = (office: z.output<typeof OfficeRow>): OfficeToday => ({
    office,
    counters: counters
      .filter(one => one.office === office.id)
      .map(({ counter, position, parked, lastSeen }) => ({ counter, position, parked, lastSeen })),
    received: counts.find(count => count.office === office.id)?.received ?? 0,
    dossiers: dossiers.filter(dossier => dossier.office === office.id).map(toDossier),
  })
  return { day, asked, offices: offices.map(ofOffice).sort((a, b) => a.office.name.localeCompare(b.office.name, 'vi')) }
}

const OfficeRow = z.object({ id: z.string(), name: z.string() })

const counterRows = `
select office, id as counter, position, seen_at as "lastSeen", (select count(*) from parked where parked.counter = counter.id) as parked
from counter where office is not null order by id`
const CounterRow = z.object({ ...CounterSeen.shape, office: z.string(), position: whole, parked: whole, lastSeen: moment })

const countRows = 'select office, count(*) as received from dossier where received_at >= $1 and received_at < $2 group by office'
const CountRow = z.object({ office: z.string(), received: whole })

/** A dossier is where the last signed list took it. */
const dossierRows = `
select d.*, (select direction from handed where handed.code = d.code order by at desc, position desc limit 1) as direction
from (
  select *, row_number() over (partition by office order by received_at desc, code desc) as place
  from dossier where received_at >= $1 and received_at < $2
) as d
where place <= $3 order by received_at desc, code desc`
const DossierRow = z.object({
  code: z.string(),
  counter: CounterSeen.shape.counter,
  office: z.string(),
  procedure_code: z.string(),
  procedure_name: z.string(),
  received_at: moment,
  due_at: moment.nullable(),
  direction: z.string().nullable(),
})

const toDossier = (row: z.output<typeof DossierRow>): DossierToday => ({
  code: row.code,
  counter: row.counter,
  procedure: { code: row.procedure_code, name: row.procedure_name },
  receivedAt: row.received_at,
  dueAt: row.due_at,
  state: row.direction === 'to-post' ? 'with-post' : 'received',
})
