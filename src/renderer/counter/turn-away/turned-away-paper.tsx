import { ScrollArea } from '@base-ui/react/scroll-area'
import { useState } from 'react'
import type { Output } from '#contract/calls.ts'
import type { Draft } from '#domain/dossier/dossier.ts'
import { type Turning, turnForm } from '#domain/dossier/turn-away.ts'
import { useWhenSettled } from '../../parts/use-when-settled.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'
import { PaperSheet } from '../desk/paper-sheet.tsx'

type Props = {
  readonly kind: Turning['kind']
  readonly paper: Output<'visit.foresee'>
  /** Whether it was written: until then it is what would come out. */
  readonly taken: boolean
}

/** The paper with which a citizen is turned away, as it comes out. */
export function TurnedAwayPaper({ kind, paper, taken }: Props) {
  const { words } = useWords()
  const name = words.paper[turnForm(kind)]
  return (
    <aside className="zone zone-paper" aria-label={words.preview.title}>
      <div className="paper-bar">
        <h2 className="zone-title">{name}</h2>
      </div>
      <ScrollArea.Root className={taken ? 'paper-view paper-in' : 'paper-view'}>
        <ScrollArea.Viewport className="paper-scroll">
          <PaperSheet blocks={paper} narrow={false} label={name} />
        </ScrollArea.Viewport>
      </ScrollArea.Root>
      {taken ? <p className="paper-stamp">✔ {words.preview.taken}</p> : null}
    </aside>
  )
}

/** The paper follows the hand after this pause, so that it never slows it. */
const FOLLOW_AFTER_MS = 220

/** The same while it is typed. */
export function ForeseenTurn({ draft, turning }: { readonly draft: Draft; readonly turning: Turning }) {
  const [paper, setPaper] = useState<Output<'visit.foresee'>>([])
  useWhenSettled(turning, paper.length === 0 ? 0 : FOLLOW_AFTER_MS, typed => {
    void ask('visit.foresee', { draft, turning: typed }).then(drawn => {
      if (drawn.ok) setPaper(drawn.value)
    })
  })
  return <TurnedAwayPaper kind={turning.kind} paper={paper} taken={false} />
}
