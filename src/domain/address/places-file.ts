import { z } from 'zod'

/**
 * The administrative units of the country as `resources/catalog/places.json` keeps them: names with their kind ("phường Hồng Ngự"),
 * and numbers that point into the list before. Units of before 01/07/2025 point to what became of them (Nghị quyết 202/2025/QH15).
 */
export const PlacesFile = z.strictObject({
  source: z.string(),
  version: z.string(),
  licence: z.string(),
  law: z.string(),
  notes: z.array(z.string()),
  /** Code, name. */
  provinces: z.array(z.tuple([z.string(), z.string()])),
  /** Code, name, province. */
  communes: z.array(z.tuple([z.string(), z.string(), z.int()])),
  oldProvinces: z.array(z.string()),
  /** Name, old province. */
  districts: z.array(z.tuple([z.string(), z.int()])),
  /** Name (empty where an island district had no communes), district, then every commune it went into. */
  olds: z.array(z.tuple([z.string(), z.int(), z.int()]).rest(z.int())),
})
export type PlacesFile = z.output<typeof PlacesFile>
