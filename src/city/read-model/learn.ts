import { z } from 'zod'
import type { Entry } from '#domain/journal/line.ts'
import type { Query } from '../store/store.ts'
import { type Lesson, readLesson } from './reading.ts'

type Place = Pick<Entry, 'counter' | 'position'>
type Learned<Kind extends Lesson['kind']> = { readonly at: Place; readonly lesson: Extract<Lesson, { kind: Kind }> }

/** Brings the tables of the city's page up to date with new entries of one counter, in a handful of statements. */
export async function learn(query: Query, entries: readonly Entry[]): Promise<void> {
  const read = entries.map(entry => ({ at: { counter: entry.counter, position: entry.position }, lesson: readLesson(entry) }))
  const of = <Kind extends Lesson['kind']>(kind: Kind): Learned<Kind>[] =>
    read.flatMap(({ at, lesson }) => (isOf(lesson, kind) ? [{ at, lesson }] : []))
  const dossiers = of('dossier')
  await nameOffices(query, [...of('office'), ...dossiers])
  const doubled = await addDossiers(query, dossiers)
  await addHanded(query, of('handed'))
  await park(query, [
    ...of('parked').map(({ at, lesson }) => ({ counter: at.counter, position: at.position, why: lesson.why })),
    ...doubled,
  ])
}

const isOf = <Kind extends Lesson['kind']>(lesson: Lesson, kind: Kind): lesson is Extract<Lesson, { kind: Kind }> => lesson.kind === kind

/** Writes only what changed: the row of an office is shared by its counters, and they should not wait for each other. */
async function nameOffices(query: Query, told: readonly (Learned<'office'> | Learned<'dossier'>)[]): Promise<void> {
  const names = new Map(told.map(({ lesson }) => [lesson.office.id, lesson.office.name]))
  const last = told.at(-1)
  if (last === undefined) return
  const kept = await query('select id, name from office where id = any($1::text[])', [[...names.keys()]])
  for (const { id, name } of z.array(z.object({ id: z.string(), name: z.string() })).parse(kept)) {
    if (names.get(id) === name) names.delete(id)
  }
  const changed = [...names].sort(([a], [b]) => (a < b ? -1 : 1))
  if (changed.length > 0) {
    await query(`insert into office select * from unnest($1::text[], $2::text[]) on conflict (id) do update set name = excluded.name`, [
      changed.map(([id]) => id),
      changed.map(([, name]) => name),
    ])
  }
  await query('update counter set office = $2 where id = $1 and office is distinct from $2', [last.at.counter, last.lesson.office.id])
}

/** Adds dossiers. Answers with those whose code another entry already holds: they are parked, the first one stays. */
async function addDossiers(query: Query, told: readonly Learned<'dossier'>[]): Promise<readonly Parked[]> {
  if (told.length === 0) return []
  const column = <T>(pick: (one: Learned<'dossier'>) => T): readonly T[] => told.map(pick)
  const codes = column(({ lesson }) => lesson.dossier.code)
  const positions = column(({ at }) => at.position)
  const counter = told[0]?.at.counter ?? ''
  await query(
    `insert into dossier (counter, code, position, procedure_code, procedure_name, office, received_at, due_at)
     select $1, * from unnest($2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bigint[])
     on conflict (code) do nothing`,
    [
      counter,
      codes,
      positions,
      column(({ lesson }) => lesson.dossier.procedureCode),
      column(({ lesson }) => lesson.dossier.procedureName),
      column(({ lesson }) => lesson.office.id),
      column(({ lesson }) => lesson.dossier.receivedAt),
      column(({ lesson }) => lesson.dossier.dueAt),
    ],
  )
  const rows = await query(
    `select told.position from unnest($2::text[], $3::bigint[]) as told (code, position)
     join dossier using (code) where (dossier.counter, dossier.position) <> ($1, told.position)`,
    [counter, codes, positions],
  )
  return rows.map(row => ({ counter, position: z.coerce.number().parse(row['position']), why: 'dossier.code.taken' }))
}

async function addHanded(query: Query, told: readonly Learned<'handed'>[]): Promise<void> {
  const rows = told.flatMap(({ at, lesson }) =>
    [...new Set(lesson.codes)].map(code => ({ code, direction: lesson.direction, at: lesson.at, position: at.position })),
  )
  if (rows.length === 0) return
  await query(
    `insert into handed (counter, code, direction, at, position)
     select $1, * from unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[])`,
    [told[0]?.at.counter ?? '', ...(['code', 'direction', 'at', 'position'] as const).map(column => rows.map(row => row[column]))],
  )
}

type Parked = Place & { readonly why: string }

async function park(query: Query, parked: readonly Parked[]): Promise<void> {
  if (parked.length === 0) return
  await query('insert into parked (counter, position, why) select $1, * from unnest($2::bigint[], $3::text[])', [
    parked[0]?.counter ?? '',
    parked.map(({ position }) => position),
    parked.map(({ why }) => why),
  ])
}
