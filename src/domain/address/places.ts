import { type Find, openFind } from './find.ts'
import type { KnownWords } from './place-name.ts'
import type { PlacesFile } from './places-file.ts'
import { type Renewal, openRenew } from './renew.ts'
import type { Units } from './units.ts'

/** The country's places, opened once. */
export type Places = {
  /** Places for what is being typed, best first; `near` is the office's own province, whose places stand first. */
  readonly find: Find
  /** What an address as it is printed on a card is called today. */
  readonly renew: (text: string) => Renewal
}

/** Opens the table of places: about a tenth of a second, then every question is a matter of milliseconds. */
export function openPlaces(file: PlacesFile): Places {
  const units = unitsOf(file)
  const known: KnownWords = new Map()
  return { find: openFind(units, known), renew: openRenew(units, known) }
}

/** The file's numbers followed to names. A number that points nowhere is a broken file, not a question. */
function unitsOf(file: PlacesFile): Units {
  const provinces = file.provinces.map(([, name]) => name)
  const communes = file.communes.map(([, name, at]) => {
    const province = item(provinces, at)
    return { name, province, text: `${name}, ${province}` }
  })
  const olds = file.olds.map(([name, at, ...now]) => {
    const [district, province] = item(file.districts, at)
    return { name, district, province: item(file.oldProvinces, province), now: now.map(number => item(communes, number)) }
  })
  return { provinces, communes, olds }
}

function item<T>(list: readonly T[], at: number): T {
  const found = list[at]
  if (found === undefined) throw new Error(`places: number ${at} of ${list.length}`)
  return found
}
