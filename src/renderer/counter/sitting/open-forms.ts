import type { Card } from '#domain/card/card.ts'
import { areTwoSides, bothSides } from '#domain/card/cross-check.ts'
import type { Draft } from '#domain/dossier/dossier.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { hasSecondPerson } from '#domain/procedure/fill.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { Clock } from '../../clock.ts'
import { ask } from '../../hatch.ts'
import { cardMeans, onBothSides } from '../citizen/citizen.ts'
import type { Change, Citizen, Sitting } from './sitting.ts'

type FormsParts = {
  readonly clock: Clock
  readonly peek: () => Sitting
  readonly change: (what: Change) => void
  readonly fail: (faults: readonly Fault[]) => void
  readonly seat: (citizen: Citizen) => void
  readonly withEffort: (draft: Draft) => Draft
  /** Who sits here, counted: an answer for somebody who has left finds nobody. */
  readonly turn: () => number
  readonly onSaved: () => void
}

type Opening = { readonly instead?: Draft | null; readonly after?: string | null }

/** How the forms of a sitting come to the screen: by a choice, and by the cards that are scanned. */
export function openForms({ clock, peek, change, fail, seat, withEffort, turn, onSaved }: FormsParts) {
  /**
   * Opens a form. The draft whose place it takes gives it all that was typed there; the office drops that one once the new
   * one is kept.
   */
  const open = async (code: string, citizen: Citizen, { instead = null, after = null }: Opening = {}): Promise<void> => {
    const { handsIn } = peek()
    change({ kind: 'busy', busy: 'opening' })
    const asked = turn()
    const opened = await ask('draft.open', {
      procedure: code,
      applicant: citizen.applicant,
      card: citizen.read,
      proxy: handsIn === null ? null : { name: handsIn.name, number: handsIn.number, paper: instead?.proxy?.paper ?? '' },
      after,
      instead: instead === null ? null : withEffort(instead),
    })
    if (asked !== turn()) return undefined
    if (!opened.ok) return fail(opened.faults)
    change({ kind: 'opened', weighed: opened.value, citizen })
    if (instead !== null) onSaved()
  }

  /** Another person's card on a form that has a place for it, or its other side, which is held against the first. */
  const addCard = async (draft: Draft, read: NonNullable<Citizen['read']>): Promise<void> => {
    const { revision } = peek()
    const asked = turn()
    const filled = await ask('draft.card', { draft: withEffort(draft), card: read })
    if (asked !== turn()) return undefined
    if (!filled.ok) return fail(filled.faults)
    const before = draft.cards.find(({ number }) => number === read.card.number)
    if (before !== undefined && areTwoSides(before, read.card))
      change({ kind: 'compared', number: before.number, differs: bothSides(before, read.card).differs })
    change({ kind: 'weighed', weighed: filled.value, asked: draft, revision, at: clock.now() })
  }

  return {
    open,
    /** A card that was read: the first one, the same one again or its other side, or another person's. */
    card: async (citizen: Citizen): Promise<void> => {
      const sitting = peek()
      const { draft, procedure } = sitting
      switch (cardMeans(sitting, citizen)) {
        case 'seat':
          return seat(citizen)
        case 'back':
          if (sitting.citizen !== null) change({ kind: 'known', citizen: onBothSides(sitting.citizen, citizen) })
          return undefined
        case 'other':
          return draft !== null && procedure !== null && citizen.read !== null && hasPlaceFor(citizen.read.card, draft, procedure)
            ? addCard(draft, citizen.read)
            : change({ kind: 'other', citizen })
        case 'same': {
          const known = sitting.citizen === null ? citizen : onBothSides(sitting.citizen, citizen)
          return draft === null ? change({ kind: 'seated', citizen: known }) : open(draft.procedure.code, known, { instead: draft })
        }
      }
    },
  }
}

/** Whether a form takes another person's card: one beside the citizen's, and that one's other side. */
const hasPlaceFor = (card: Card, { cards, applicant }: Draft, procedure: Procedure): boolean =>
  hasSecondPerson(procedure) && cards.every(({ number }) => number === applicant.number || number === card.number)
