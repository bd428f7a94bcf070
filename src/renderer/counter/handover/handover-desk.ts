import type { HandoverLine } from '#contract/post.ts'
import { missingCase } from '#domain/kernel/missing-case.ts'
import type { DossierId, HandoverId } from '#domain/kernel/id.ts'
import type { Fault } from '#domain/kernel/result.ts'
import type { Handover, HandoverItem } from '#domain/post/handover.ts'
import type { TrackingNumber } from '#domain/post/tracking.ts'
import type { Sound } from '../../parts/sound.ts'

/** What the last scan or typed code came to. `again`: the text of a label that a hand may confirm. */
export type Outcome = {
  readonly sound: Sound
  readonly item: HandoverItem | null
  readonly faults: readonly Fault[]
  readonly again: string | null
}

export type HandoverState = {
  readonly lines: readonly HandoverLine[]
  readonly chosen: HandoverId | null
  /** The chosen list with everything on it, once it is there. */
  readonly list: Handover | null
  readonly outcome: Outcome | null
  /** A label that was scanned before its slip. */
  readonly label: TrackingNumber | null
  /** Something the Post brings that the office does not know yet: a hand says what it is. */
  readonly brings: { readonly parcel: TrackingNumber | null } | null
  readonly faults: readonly Fault[]
}

export const emptyHandover: HandoverState = { lines: [], chosen: null, list: null, outcome: null, label: null, brings: null, faults: [] }

export type HandoverChange =
  | { readonly kind: 'listed'; readonly lines: readonly HandoverLine[] }
  | { readonly kind: 'chosen'; readonly id: HandoverId | null }
  | { readonly kind: 'looked' | 'opened' | 'signed'; readonly list: Handover }
  | { readonly kind: 'put' | 'described'; readonly item: HandoverItem }
  | { readonly kind: 'label'; readonly parcel: TrackingNumber | null }
  | { readonly kind: 'brings'; readonly parcel: TrackingNumber | null }
  | { readonly kind: 'brings-nothing' }
  | { readonly kind: 'not-added'; readonly faults: readonly Fault[]; readonly text: string }
  | { readonly kind: 'removed'; readonly dossier: DossierId }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }

/** What becomes of the handover desk. An unsigned list stands open by itself: scanning may begin at once. */
export function changeHandover(state: HandoverState, change: HandoverChange): HandoverState {
  switch (change.kind) {
    case 'listed':
      return { ...state, lines: change.lines, chosen: state.chosen ?? change.lines.find(line => line.signed === null)?.id ?? null }
    case 'chosen':
      return { ...emptyHandover, lines: state.lines, chosen: change.id }
    case 'looked':
      return change.list.id === state.chosen ? { ...state, list: change.list } : state
    case 'opened':
      return { ...emptyHandover, lines: [lineOf(change.list), ...state.lines], chosen: change.list.id, list: change.list }
    case 'signed':
      return { ...withList(state, () => change.list), outcome: null, faults: [] }
    case 'put':
      // What is being typed of another thing stays: a scan never takes it away.
      return {
        ...withList(state, list => ({ ...list, items: [...list.items.filter(one => one.dossier !== change.item.dossier), change.item] })),
        outcome: { sound: 'good', item: change.item, faults: [], again: null },
        label: null,
        faults: [],
      }
    case 'described':
      return withList(state, list => ({
        ...list,
        items: list.items.map(item => (item.dossier === change.item.dossier ? change.item : item)),
      }))
    case 'label':
      return { ...state, label: change.parcel, outcome: null, faults: [] }
    case 'brings':
      return { ...state, brings: { parcel: change.parcel ?? state.label }, outcome: null, faults: [] }
    case 'brings-nothing':
      // Its label waits: the form may be opened again.
      return { ...state, brings: null, label: state.brings?.parcel ?? state.label, faults: [] }
    case 'not-added':
      return {
        ...state,
        outcome: {
          sound: soundOf(change.faults),
          item: null,
          faults: change.faults,
          again: isDoubtful(change.faults) ? change.text : null,
        },
      }
    case 'removed':
      return {
        ...withList(state, list => ({ ...list, items: list.items.filter(item => item.dossier !== change.dossier) })),
        outcome: null,
      }
    case 'refused':
      return { ...state, outcome: null, faults: change.faults }
    default:
      return missingCase(change)
  }
}

/** A label that a hand has to compare. */
const isDoubtful = (faults: readonly Fault[]): boolean => faults.some(({ code }) => code === 'parcel.number.confirm')

const DOUBLE: ReadonlySet<Fault['code']> = new Set([
  'handover.item.double',
  'handover.item.elsewhere',
  'handover.parcel.double',
  'handover.parcel.elsewhere',
])

/** Something that is already on a list sounds other than something that belongs on none. */
export const soundOf = (faults: readonly Fault[]): Sound => (faults.some(({ code }) => DOUBLE.has(code)) ? 'double' : 'foreign')

function withList(state: HandoverState, change: (list: Handover) => Handover): HandoverState {
  if (state.list === null) return state
  const list = change(state.list)
  return { ...state, list, lines: state.lines.map(line => (line.id === list.id ? lineOf(list) : line)) }
}

const lineOf = ({ id, code, direction, partner, opened, corrects, items, signed }: Handover): HandoverLine => ({
  id,
  code,
  direction,
  partner,
  opened,
  corrects,
  count: items.length,
  signed: signed?.at ?? null,
})
