import { z } from 'zod'
import { type Result, inputFault, ok, refuse } from '../kernel/result.ts'

/** `ho-tich` and the like: what a person comes for. */
export const ServiceId = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/)
export type ServiceId = z.output<typeof ServiceId>

/** Letters of services. Those of machines (`machineLetter`) are others, and I and O are none: they look like figures. */
export const SERVICE_LETTERS = 'ABCDEGHKL'
const MACHINE_LETTERS = 'MNPQRSTUV'

/** One choice at the entrance, with the letter of its tickets. */
export const Service = z.strictObject({
  id: ServiceId,
  letter: z.string().refine(letter => letter.length === 1 && SERVICE_LETTERS.includes(letter)),
  name: z.string().trim().min(1).max(60),
  nameEn: z.string().trim().min(1).max(60),
  /** Codes of the sectors (lĩnh vực) whose procedures belong to it; the last service takes whatever is named nowhere. */
  sectors: z.array(z.string().min(1)),
})
export type Service = z.output<typeof Service>

const Services = z
  .strictObject({ services: z.array(Service).min(1).max(SERVICE_LETTERS.length) })
  .refine(({ services }) => new Set(services.map(({ id }) => id)).size === services.length, { path: ['services'], message: 'id' })
  .refine(({ services }) => new Set(services.map(({ letter }) => letter)).size === services.length, {
    path: ['services'],
    message: 'letter',
  })

/** Reads `services.json` of a catalogue. Refused whole, with a fault per wrong place: `field` is the path inside the file. */
export function readServices(foreign: unknown): Result<readonly Service[]> {
  const parsed = Services.safeParse(foreign)
  if (parsed.success) return ok(parsed.data.services)
  return refuse(
    ...parsed.error.issues.map(issue => inputFault('catalog.invalid', issue.path.join('.') || '(file)', { reason: issue.message })),
  )
}

/** The service that the procedures of a sector belong to. */
export const serviceOf = (services: readonly Service[], sector: string): Service | undefined =>
  services.find(({ sectors }) => sectors.includes(sector)) ?? services.at(-1)

/** The letter of the tickets that machine `number` (1 to 9) gives out by itself, while the office's queue cannot be reached. */
export const machineLetter = (number: number): string => MACHINE_LETTERS.charAt(number - 1)
