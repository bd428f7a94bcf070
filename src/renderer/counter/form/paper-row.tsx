import { Checkbox } from '@base-ui/react/checkbox'
import { memo } from 'react'
import type { Fault } from '#domain/kernel/result.ts'
import type { PaperNeed } from '#domain/procedure/procedure.ts'
import { MissingMark } from './origin-mark.tsx'
import { useWords } from '../../parts/use-words.tsx'

type Props = {
  readonly paper: PaperNeed
  readonly count: number
  readonly fault: Fault | undefined
  readonly onTick: (paper: string, count: number) => void
}

/** A paper to hand in: Space ticks it, + and − count the sheets. */
export const PaperRow = memo(function PaperRow({ paper, count, fault, onTick }: Props) {
  const { words } = useWords()
  const place = `papers.${paper.id}`
  const needs = paper.must && count === 0
  return (
    <div
      className={needs ? 'paper-row form-row-need' : 'paper-row'}
      role="presentation"
      data-place={place}
      onKeyDown={event => {
        if (count > 0 && (event.key === '+' || event.key === '=')) onTick(paper.id, count + 1)
        if (count > 1 && event.key === '-') onTick(paper.id, count - 1)
      }}
    >
      <Checkbox.Root
        className="tick"
        checked={count > 0}
        aria-labelledby={`${place}-name`}
        aria-describedby={fault === undefined ? `${place}-need` : `${place}-fault`}
        aria-invalid={fault !== undefined}
        onCheckedChange={checked => onTick(paper.id, checked ? 1 : 0)}
      >
        <Checkbox.Indicator className="tick-mark">✔</Checkbox.Indicator>
      </Checkbox.Root>
      <span className="paper-name" id={`${place}-name`}>
        {paper.name}
      </span>
      {fault?.code === 'dossier.paper.missing' ? (
        <MissingMark id={`${place}-fault`} />
      ) : (
        <span className="paper-need" id={`${place}-need`}>
          {words.paperNeed[paper.need]}
          {paper.must ? '' : ` · ${words.form.optional}`}
          {count > 1 ? ` · ×${count}` : ''}
        </span>
      )}
    </div>
  )
})
