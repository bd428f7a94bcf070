import { useEffect, useRef, useState } from 'react'
import type { Hit, Output } from '#contract/calls.ts'
import type { DossierId } from '#domain/kernel/id.ts'
import type { Instant } from '#domain/kernel/time.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { PickList } from '../../parts/pick-list.tsx'
import { useArrival } from '../../parts/use-arrival.ts'
import { useWhenSettled } from '../../parts/use-when-settled.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'
import { Cover } from '../frame/cover.tsx'
import { type Command, paletteGroups } from './palette-items.ts'

type Props = {
  readonly procedures: readonly Procedure[]
  readonly favourites: readonly string[]
  readonly commands: readonly Command[]
  readonly now: Instant
  readonly onDossier: (code: string) => void
  readonly onDraft: (id: DossierId) => void
  readonly onProcedure: (procedure: Procedure) => void
  readonly onClose: () => void
}

/** Who or which dossier? One box for people, codes, procedures and commands; results while typing. */
export function Palette({ procedures, favourites, commands, now, onDossier, onDraft, onProcedure, onClose }: Props) {
  const { words } = useWords()
  const [typed, setTyped] = useState('')
  const hits = useHits(typed)
  const drafts = useDrafts()
  const box = useArrival<HTMLInputElement>()
  const pick = (id: string): void => {
    const [kind, ...rest] = id.split(':')
    const which = rest.join(':')
    onClose()
    if (kind === 'dossier') onDossier(which)
    const draft = drafts.find(({ id }) => id === which)
    if (kind === 'draft' && draft !== undefined) onDraft(draft.id)
    if (kind === 'command') commands.find(command => command.id === which)?.act()
    const procedure = procedures.find(one => one.code === which)
    if (kind === 'procedure' && procedure !== undefined) onProcedure(procedure)
  }
  return (
    <Cover title={words.search.title} onClose={onClose}>
      <PickList
        name={words.search.ask}
        typed={typed}
        groups={paletteGroups({ typed, hits, drafts, procedures, favourites, commands, now, words: words.search })}
        none={words.search.none}
        inputRef={box}
        onType={setTyped}
        onPick={pick}
      />
    </Cover>
  )
}

/** The sittings that are not finished, as they stand when the palette opens. */
function useDrafts(): Output<'draft.list'> {
  const [drafts, setDrafts] = useState<Output<'draft.list'>>([])
  useEffect(() => {
    void ask('draft.list', {}).then(answer => {
      if (answer.ok) setDrafts(answer.value)
    })
  }, [])
  return drafts
}

/** Dossiers found while typing; an answer to older letters is thrown away. */
function useHits(typed: string): readonly Hit[] {
  const [found, setFound] = useState<readonly Hit[]>([])
  const asked = useRef('')
  useWhenSettled(typed.trim().slice(0, 200), 50, text => {
    asked.current = text
    void ask('dossier.find', { text }).then(answer => {
      if (answer.ok && asked.current === text) setFound(answer.value.hits)
    })
  })
  return found
}
