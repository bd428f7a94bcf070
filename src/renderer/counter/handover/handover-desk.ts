import { missingCase } from '#domain/kernel/missing-case.ts'
import type { DossierId, HandoverId } from '#domain/kernel/id.ts'
import type { Fault } from '#domain/kernel/result.ts'
import type { Handover, HandoverItem } from '#domain/post/handover.ts'
import type { Sound } from '../../parts/sound.ts'

/** What the last scan or typed code came to. */
export type Outcome = { readonly sound: Sound; readonly item: HandoverItem | null; readonly faults: readonly Fault[] }

export type HandoverState = {
  readonly lists: readonly Handover[]
  readonly chosen: HandoverId | null
  readonly outcome: Outcome | null
  readonly faults: readonly Fault[]
}

export const emptyHandover: HandoverState = { lists: [], chosen: null, outcome: null, faults: [] }

export type HandoverChange =
  | { readonly kind: 'listed'; readonly lists: readonly Handover[] }
  | { readonly kind: 'chosen'; readonly id: HandoverId | null }
  | { readonly kind: 'opened' | 'signed'; readonly list: Handover }
  | { readonly kind: 'added'; readonly id: HandoverId; readonly item: HandoverItem }
  | { readonly kind: 'not-added'; readonly faults: readonly Fault[] }
  | { readonly kind: 'removed'; readonly id: HandoverId; readonly dossier: DossierId }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }

/** What becomes of the handover desk. An unsigned list stands open by itself: scanning may begin at once. */
export function changeHandover(state: HandoverState, change: HandoverChange): HandoverState {
  switch (change.kind) {
    case 'listed':
      return { ...state, lists: change.lists, chosen: state.chosen ?? change.lists.find(list => list.signed === null)?.id ?? null }
    case 'chosen':
      return { ...state, chosen: change.id, outcome: null, faults: [] }
    case 'opened':
      return { lists: [change.list, ...state.lists], chosen: change.list.id, outcome: null, faults: [] }
    case 'signed':
      return { ...withList(state, change.list.id, () => change.list), outcome: null, faults: [] }
    case 'added':
      return {
        ...withList(state, change.id, list => ({ ...list, items: [...list.items, change.item] })),
        outcome: { sound: 'good', item: change.item, faults: [] },
        faults: [],
      }
    case 'not-added':
      return { ...state, outcome: { sound: soundOf(change.faults), item: null, faults: change.faults } }
    case 'removed':
      return {
        ...withList(state, change.id, list => ({ ...list, items: list.items.filter(item => item.dossier !== change.dossier) })),
        outcome: null,
      }
    case 'refused':
      return { ...state, outcome: null, faults: change.faults }
    default:
      return missingCase(change)
  }
}

export const chosenList = ({ lists, chosen }: HandoverState): Handover | null => lists.find(list => list.id === chosen) ?? null

/** Something that is already on a list sounds other than something that belongs on none. */
export const soundOf = (faults: readonly Fault[]): Sound =>
  faults.some(({ code }) => code === 'handover.item.double' || code === 'handover.item.elsewhere') ? 'double' : 'foreign'

const withList = (state: HandoverState, id: HandoverId, change: (list: Handover) => Handover): HandoverState => ({
  ...state,
  lists: state.lists.map(list => (list.id === id ? change(list) : list)),
})
