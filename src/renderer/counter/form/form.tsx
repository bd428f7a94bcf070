import { useMemo } from 'react'
import { papersNeeded } from '#domain/dossier/receive.ts'
import type { Draft } from '#domain/dossier/dossier.ts'
import type { Fault } from '#domain/kernel/result.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { useWords } from '../../parts/use-words.tsx'
import { isDoubtful, rowsNow } from '../sitting/needs.ts'
import { ContactRows } from './contact-rows.tsx'
import type { FieldHands } from './field-hands.ts'
import { FormField } from './form-field.tsx'
import { ProxyRow } from './proxy-row.tsx'
import { PaperRow } from './paper-row.tsx'

type Props = {
  readonly procedure: Procedure
  readonly draft: Draft
  readonly faults: readonly Fault[]
  /** What is to be looked at once more. It blocks nothing. */
  readonly warnings: readonly Fault[]
  /** Parts of the card that were mended or warned of: what comes from them is to be confirmed. */
  readonly shaky: readonly string[]
  readonly hands: FieldHands
  readonly onTick: (paper: string, count: number) => void
  readonly onPhone: (phone: string) => void
  readonly onReturnBy: (returnBy: Draft['returnBy']) => void
  readonly onProxyPaper: (paper: string) => void
  readonly onHandIn: () => void
}

/** The whole form of a procedure: what is asked, how to reach the citizen, the papers to hand in. */
export function Form({ procedure, draft, faults, warnings, shaky, hands, onTick, onPhone, onReturnBy, onProxyPaper, onHandIn }: Props) {
  const { words } = useWords()
  const rows = useMemo(() => rowsNow(procedure, draft.answers), [procedure, draft.answers])
  const papers = useMemo(() => papersNeeded(procedure, draft), [procedure, draft])
  const faultAt = (place: string): Fault | undefined => faults.find(fault => fault.field === place)
  return (
    <div
      className="form"
      role="presentation"
      onKeyDown={event => {
        if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return
        const spot = event.target instanceof Element ? event.target.closest('[data-place]') : null
        const place = spot?.getAttribute('data-place')
        if (place === null || place === undefined) return
        event.preventDefault()
        hands.onward(place)
      }}
    >
      {rows.map(row => {
        if (row.kind === 'heading') {
          return 'row' in row ? (
            <h4 className="form-row-heading" key={row.id}>
              {row.label}
            </h4>
          ) : (
            <h3 className="form-heading" key={row.id}>
              {row.label}
            </h3>
          )
        }
        const answer = draft.answers[row.id]
        return (
          <FormField
            key={row.id}
            field={row}
            answer={answer}
            fault={faultAt(row.id)}
            warning={warnings.find(({ field }) => field === row.id)}
            doubtful={draft.readBack === null && answer !== undefined && isDoubtful(row, answer, shaky)}
            hands={hands}
          />
        )
      })}
      <h3 className="form-heading">{words.form.contact}</h3>
      <ContactRows
        phone={draft.applicant.phone}
        returnBy={draft.returnBy}
        fault={faultAt('applicant.phone')}
        onPhone={onPhone}
        onReturnBy={onReturnBy}
        onward={hands.onward}
      />
      <ProxyRow proxy={draft.proxy} allowed={procedure.proxy} fault={faultAt('proxy.paper')} onPaper={onProxyPaper} onHandIn={onHandIn} />
      {papers.length === 0 ? null : <h3 className="form-heading">{words.form.papers}</h3>}
      {papers.map(paper => (
        <PaperRow key={paper.id} paper={paper} count={draft.papers[paper.id] ?? 0} fault={faultAt(`papers.${paper.id}`)} onTick={onTick} />
      ))}
    </div>
  )
}
