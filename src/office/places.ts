import { join } from 'node:path'
import type { Output } from '#contract/calls.ts'
import { type Places, openPlaces } from '#domain/address/places.ts'
import { PlacesFile } from '#domain/address/places-file.ts'
import { type Result, failureFault, ok, refuse } from '#domain/kernel/result.ts'
import { readJsonFile } from '#machine/files.ts'

/** As many as can be read at a glance. */
const SHOWN = 7

export type PlaceDesk = {
  /** The places that what is being typed can mean; the office's own province first. */
  readonly find: (text: string) => Result<Output<'place.find'>>
  /** What an address of before 01/07/2025 is called today. */
  readonly renew: (text: string) => Result<Output<'place.renew'>>
}

/** The table of places that ships, read when the first address is typed. Without it addresses are typed as ever. */
export function openPlaceDesk(resources: string, province: string): PlaceDesk {
  let known: Result<Places> | null = null
  const places = (): Result<Places> => (known ??= read(join(resources, 'catalog', 'places.json')))
  return {
    find: text => {
      const table = places()
      return table.ok ? ok([...table.value.find(text, province, SHOWN)]) : table
    },
    renew: text => {
      const table = places()
      return table.ok ? ok(table.value.renew(text)) : table
    },
  }
}

function read(file: string): Result<Places> {
  const parsed = PlacesFile.safeParse(readJsonFile(file))
  return parsed.success ? ok(openPlaces(parsed.data)) : refuse(failureFault('catalog.unreadable'))
}
