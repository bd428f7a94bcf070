import { type Act, type Thing, acts, ordinaryActs } from './post-world.ts'

/** What can go wrong between an office and the Post, and is planted here to be found. */
export const FAULTS = [
  // At the office.
  'vanishes',
  'vanishes-and-is-found',
  'brought-vanishes',
  'forgotten-on-shelf',
  'stranger-on-shelf',
  'scanned-twice',
  // With the Post.
  'silently-lost',
  'said-lost',
  'said-lost-and-delivered',
  'told-twice',
  'in-the-other-bag',
  // Cash.
  'cash-short',
  'cash-over',
  'cash-none',
  'paid-late',
  'never-paid',
] as const
export type FaultKind = (typeof FAULTS)[number]

/** A difference that an office must name at the end of each of these days: first to last, counted from 0. */
export type Expected = { readonly office: number; readonly key: string; readonly from: number; readonly to: number }

const EVER = Number.MAX_SAFE_INTEGER

/** Which faults a day has: `count` of them, every kind before one comes again. */
export function faultsOf(day: number, count: number, chance: () => number): readonly FaultKind[] {
  const from = Math.floor(chance() * FAULTS.length)
  return Array.from({ length: count }, (_, index) => FAULTS[(from + day + index) % FAULTS.length] ?? 'vanishes')
}

/** What the Post does with a thing that both sides signed for on `day`, and on which day it pays in its cash. */
export function actsOf(
  { fault, office }: Thing,
  day: number,
  chance: () => number,
): { readonly acts: readonly Act[]; readonly late: number | null } {
  switch (fault) {
    case 'silently-lost':
      return { acts: [], late: 0 }
    case 'said-lost':
      return { acts: acts(day, 'lost'), late: 0 }
    case 'said-lost-and-delivered':
      return {
        acts: [
          { day: day + 1, does: 'lost' },
          { day: day + 3, does: 'delivered' },
        ],
        late: 0,
      }
    case 'told-twice':
      return { acts: acts(day, 'delivered', 'delivered-again'), late: 0 }
    case 'in-the-other-bag':
      return {
        acts: [
          { day: day + 1, does: 'returning' },
          { day: day + 2, does: 'arrives', office: 1 - office },
          { day: day + 3, does: 'arrives', office },
        ],
        late: 0,
      }
    case 'forgotten-on-shelf':
      return { acts: acts(day, 'takes', 'delivered'), late: 0 }
    case 'cash-short':
    case 'cash-over':
    case 'cash-none':
      return { acts: acts(day, 'delivered'), late: chance() < 0.5 ? 0 : 1 }
    case 'paid-late':
      return { acts: acts(day, 'delivered'), late: 2 }
    case 'never-paid':
      return { acts: acts(day, 'delivered'), late: null }
    case 'vanishes':
    case 'vanishes-and-is-found':
    case 'brought-vanishes':
    case 'stranger-on-shelf':
    case 'scanned-twice':
    case null: {
      const ordinary = ordinaryActs(day, chance)
      const last = ordinary.at(-1)
      const back: readonly Act[] = last?.does === 'returning' ? [{ day: last.day + 1, does: 'arrives', office }] : []
      return { acts: [...ordinary, ...back], late: chance() < 0.5 ? 0 : 1 }
    }
  }
}

/** What the Post truly takes on delivery. */
export function takenBy({ fault, cod }: Thing): number {
  if (fault === 'cash-none') return 0
  if (fault === 'cash-short') return cod - 1000
  return fault === 'cash-over' ? cod + 5000 : cod
}

/** What an office must name because of a fault whose thing was handed over, or would have been, on `day`. */
export function expectedOf({ fault, office, code, label }: Thing, day: number, late: number | null): readonly Expected[] {
  const named = (kind: string, from: number, to: number, at = office): readonly Expected[] =>
    from > to ? [] : [{ office: at, key: `${kind} ${code ?? label ?? ''}`, from, to }]
  switch (fault) {
    case 'vanishes':
    case 'brought-vanishes':
      return named('missing', day, EVER)
    case 'vanishes-and-is-found':
      return named('missing', day, day + 1)
    case 'forgotten-on-shelf':
      return named('extra', day, day)
    case 'silently-lost':
      // Two working days within a province (TT 17/2017/TT-BTTTT Điều 7); named when they have passed.
      return named('silent', day + 3, EVER)
    case 'said-lost':
      return named('lost', day + 1, EVER)
    case 'said-lost-and-delivered':
      return named('lost', day + 1, day + 2)
    case 'in-the-other-bag':
      return named('foreign', day + 2, day + 2, 1 - office)
    case 'cash-none':
      return named('cash', day + 1, day + 1)
    case 'cash-short':
    case 'cash-over':
      return named('cash', day + 1, day + 1 + (late ?? 0))
    case 'paid-late':
      return named('unpaid', day + 2, day + 2)
    case 'never-paid':
      return named('unpaid', day + 2, EVER)
    case 'told-twice':
    case 'scanned-twice':
    case 'stranger-on-shelf':
    case null:
      return []
  }
}
