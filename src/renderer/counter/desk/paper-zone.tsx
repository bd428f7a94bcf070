import { ScrollArea } from '@base-ui/react/scroll-area'
import { useEffect, useState } from 'react'
import type { Output } from '#contract/calls.ts'
import { Action } from '../../parts/action.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWhenSettled } from '../../parts/use-when-settled.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'
import type { Sitting } from '../sitting/sitting.ts'
import { type SittingDesk, useSitting } from '../sitting/sitting-desk.ts'
import { ForeseenTurn, TurnedAwayPaper } from '../turn-away/turned-away-paper.tsx'
import { PaperSheet } from './paper-sheet.tsx'
import { papersIn } from './shown-papers.ts'

type Preview = Output<'paper.preview'>

/** The paper follows the hand after this pause, so that it never slows it. */
const FOLLOW_AFTER_MS = 220

/** The right of the counter: the paper as it will come out, while it is being filled. */
export function PaperZone({ desk, on }: { readonly desk: SittingDesk; readonly on: boolean }) {
  const { words } = useWords()
  const sitting = useSitting(desk)
  const preview = usePreview(sitting)
  const [wanted, setWanted] = useState(0)
  const there = preview === null ? [] : papersIn(preview)
  const paper = there[wanted % Math.max(there.length, 1)] ?? null
  useKeys({ F7: () => setWanted(wanted + 1) }, on && there.length > 0)
  const { draft, turning, turned } = sitting
  if (turned !== null) return <TurnedAwayPaper kind={turned.visit.step.kind} paper={turned.paper} taken />
  if (turning !== null && draft !== null) return <ForeseenTurn draft={draft} turning={turning} />
  return (
    <aside className="zone zone-paper" aria-label={words.preview.title}>
      {paper === null ? (
        <p className="paper-none quiet">{words.preview.none}</p>
      ) : (
        <>
          <div className="paper-bar">
            <h2 className="zone-title">{words.paper[paper.form]}</h2>
            <Action tone="quiet" name={words.preview.turn} shortcut="F7" act={() => setWanted(wanted + 1)} />
          </div>
          <ScrollArea.Root className={sitting.stage === 'done' ? 'paper-view paper-in' : 'paper-view'}>
            <ScrollArea.Viewport className="paper-scroll">
              <PaperSheet blocks={paper.blocks} narrow={paper.form === 'receipt'} label={words.paper[paper.form]} />
            </ScrollArea.Viewport>
          </ScrollArea.Root>
          {sitting.stage === 'done' ? <p className="paper-stamp">✔ {words.preview.taken}</p> : null}
        </>
      )}
    </aside>
  )
}

/** The papers of the draft on the screen, or of the dossier it became; those of another are not shown. */
function usePreview({ draft, stage, received }: Sitting): Preview | null {
  const [preview, setPreview] = useState<{ readonly of: string; readonly papers: Preview } | null>(null)
  const code = stage === 'done' ? (received?.dossier.code ?? null) : null
  const live = stage === 'done' ? null : draft
  const shown = code ?? draft?.id ?? null
  // The first drawing is not waited for: only what is typed into it is.
  const pause = preview !== null && preview.of === live?.id ? FOLLOW_AFTER_MS : 0
  useWhenSettled(live, pause, settled => {
    if (settled === null) return
    void ask('paper.preview', { draft: settled }).then(drawn => {
      if (drawn.ok) setPreview({ of: settled.id, papers: drawn.value })
    })
  })
  useEffect(() => {
    if (code === null) return
    void ask('paper.of', { code }).then(drawn => {
      if (drawn.ok) setPreview({ of: code, papers: drawn.value })
    })
  }, [code])
  // Until the numbered paper is drawn, the foreseen one stays in its place.
  return shown !== null && (preview?.of === shown || preview?.of === draft?.id) ? (preview?.papers ?? null) : null
}
