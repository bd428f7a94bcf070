import type { DossierId, HandoverId } from '#domain/kernel/id.ts'
import { TrackingNumber, checkDigit } from '#domain/post/tracking.ts'
import { chanceOf } from './chance.ts'
import type { FaultKind } from './post-faults.ts'

/** Where a thing truly lies. `shelf` and `desk` are of the office of that number; what is `gone` nobody will find. */
export type Spot = 'post' | 'citizen' | 'gone' | `shelf ${number}` | `desk ${number}`

/** What the Post will truly do with a thing on a day, counted from 0. `arrives`: it lies in the bag for that office. */
export type Act =
  | { readonly day: number; readonly does: 'tried' | 'delivered' | 'returning' | 'lost' | 'delivered-again' | 'takes' }
  | { readonly day: number; readonly does: 'arrives'; readonly office: number }

/** A dossier or a result that travels. What the offices write of it does not change it; only hands do. */
export type Thing = {
  readonly office: number
  readonly content: 'result' | 'brought'
  dossier: DossierId
  code: string | null
  label: TrackingNumber | null
  spot: Spot
  /** The list by which the Post has or had it. */
  list: HandoverId | null
  cod: number
  collected: number
  /** The day on which the Post pays in what it took; `null` for never. */
  paysOn: number | null
  paid: boolean
  acts: readonly Act[]
  fault: FaultKind | null
}

export type World = {
  readonly things: Thing[]
  /** Things of nobody that lie in an office, by the number on them. */
  readonly strangers: { readonly office: number; readonly label: TrackingNumber; readonly day: number }[]
  readonly chance: () => number
  readonly newLabel: () => TrackingNumber
}

/** A repeatable world in which nothing exists yet. */
export function newWorld(seed: number): World {
  const chance = chanceOf(seed)
  let serial = 10_000_000 + Math.floor(chance() * 10_000_000)
  return {
    things: [],
    strangers: [],
    chance,
    newLabel: () => {
      serial += 1 + Math.floor(chance() * 7)
      return TrackingNumber.parse(`RN${serial}${checkDigit(String(serial))}VN`)
    },
  }
}

export const aThing = (part: Pick<Thing, 'office' | 'content' | 'dossier' | 'code' | 'label'> & Partial<Thing>): Thing => ({
  spot: `shelf ${part.office}`,
  list: null,
  cod: 0,
  collected: 0,
  paysOn: null,
  paid: false,
  acts: [],
  fault: null,
  ...part,
})

/** What a hand that counts the shelves of an office scans or types, one text for each thing: its slip or its label, read by a scanner or by eye. */
export function countedAt({ things, strangers, chance }: World, office: number, day: number): string[] {
  const own = things.filter(({ spot }) => spot === `shelf ${office}`).map(thing => scannedOf(thing, chance))
  return [...own, ...strangers.filter(one => one.office === office && one.day === day).map(({ label }) => label)]
}

function scannedOf({ code, label, office, spot }: Thing, chance: () => number): string {
  if (label === null || (code !== null && spot !== `shelf ${office}`)) return code ?? ''
  const looks = Math.floor(chance() * 4)
  if (looks === 0) return label
  if (looks === 1)
    return `${label.slice(0, 2)} ${label.slice(2, 5)} ${label.slice(5, 8)} ${label.slice(8, 11)} ${label.slice(11)}`.toLowerCase()
  return code ?? label
}

/** What becomes of a thing that was handed over on a day and has no fault. */
export function ordinaryActs(day: number, chance: () => number): readonly Act[] {
  const dice = chance()
  if (dice < 0.7) return [{ day: day + 1, does: 'delivered' }]
  if (dice < 0.8) return acts(day, 'tried', 'delivered')
  if (dice < 0.9) return acts(day, 'tried', 'tried', 'returning')
  return acts(day, 'returning')
}

/** One act a day, from the next one on; what returns lies in its own office's bag a day later. */
export const acts = (day: number, ...what: Exclude<Act['does'], 'arrives'>[]): readonly Act[] =>
  what.map((does, index) => ({ day: day + 1 + index, does }))
