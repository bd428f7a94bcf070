import type { Hit, Output } from '#contract/calls.ts'
import { fold } from '#domain/kernel/text.ts'
import type { Instant } from '#domain/kernel/time.ts'
import { dayOf } from '#domain/kernel/time.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { PickGroup } from '../../parts/pick-list.tsx'
import { dayText } from '#words/paper.ts'
import { clockTime } from '../../parts/say-figures.ts'
import { findProcedures } from '../procedure/find-procedure.ts'

/** Something the palette can do; its key is shown beside it. */
export type Command = { readonly id: string; readonly name: string; readonly shortcut: string; readonly act: () => void }

type Known = {
  readonly typed: string
  readonly hits: readonly Hit[]
  /** Sittings that are not finished, of citizens who were asked for papers among them. */
  readonly drafts: Output<'draft.list'>
  readonly procedures: readonly Procedure[]
  readonly favourites: readonly string[]
  readonly commands: readonly Command[]
  readonly now: Instant
  readonly words: {
    readonly dossiers: string
    readonly recent: string
    readonly drafts: string
    readonly procedures: string
    readonly commands: string
  }
}

/** What the palette offers: dossiers and people, then procedures, then commands; recent ones while nothing is typed. */
export function paletteGroups({ typed, hits, drafts, procedures, favourites, commands, now, words }: Known): readonly PickGroup[] {
  const blank = fold(typed) === ''
  const parts = fold(typed).split(' ')
  const isMeant = ({ name }: { readonly name: string }): boolean => {
    const words = fold(name).split(' ')
    return parts.every(part => words.some(word => word.startsWith(part)))
  }
  const named = commands.filter(isMeant)
  const half = blank ? [] : drafts.filter(isMeant).slice(0, 5)
  return [
    { value: blank ? words.recent : words.dossiers, items: hits.slice(0, 8).map(hit => dossierItem(hit, now)) },
    { value: words.drafts, items: half.map(draft => draftItem(draft, procedures, now)) },
    {
      value: words.procedures,
      items: (blank ? [] : findProcedures(procedures, favourites, typed))
        .slice(0, 5)
        .map(({ code, name }) => ({ id: `procedure:${code}`, label: name, side: code })),
    },
    {
      value: words.commands,
      items: named.slice(0, blank ? 12 : 6).map(({ id, name, shortcut }) => ({ id: `command:${id}`, label: name, side: shortcut })),
    },
  ].filter(group => group.items.length > 0)
}

const dossierItem = ({ code, name, procedure, received }: Hit, now: Instant) => ({
  id: `dossier:${code}`,
  label: name,
  detail: procedure,
  side: `${code} · ${when(received, now)}`,
})

const draftItem = ({ id, name, procedure, kept }: Output<'draft.list'>[number], procedures: readonly Procedure[], now: Instant) => ({
  id: `draft:${id}`,
  label: name,
  detail: procedures.find(({ code }) => code === procedure)?.name ?? procedure,
  side: when(kept, now),
})

const when = (at: Instant, now: Instant): string => (dayOf(at) === dayOf(now) ? clockTime(at) : dayText(dayOf(at)))
