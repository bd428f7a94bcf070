import { OfficialId } from '#domain/kernel/id.ts'
import { Day } from '#domain/kernel/time.ts'

/** How the route of an official and a day stands in the subject of a print job. */
export const routeSubject = (day: Day, official: OfficialId): string => `${day}_${official}`

/** Reads what stands in the subject of a job. */
export const readRoute = (subject: string): { readonly day: Day; readonly official: OfficialId } => ({
  day: Day.parse(subject.slice(0, 10)),
  official: OfficialId.parse(subject.slice(11)),
})

/** What people call a route by, and what stands in names of files: its day, and a sign of who goes that names nobody. */
export const routeCode = (day: Day, official: OfficialId): string => `LT-${day.slice(2).replaceAll('-', '')}-${official.slice(-4)}`
