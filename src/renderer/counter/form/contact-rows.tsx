import { memo } from 'react'
import { flushSync } from 'react-dom'
import type { Draft } from '#domain/dossier/dossier.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { TypedRow } from '../../parts/typed-row.tsx'
import { useWords } from '../../parts/use-words.tsx'
import { ChoiceChips } from './choice-chips.tsx'
import { TextBox } from './text-box.tsx'

type Props = {
  readonly phone: string | null
  readonly returnBy: Draft['returnBy']
  readonly fault: Fault | undefined
  readonly onPhone: (phone: string) => void
  readonly onReturnBy: (returnBy: Draft['returnBy']) => void
  readonly onward: (place: string) => void
}

const ways: readonly Draft['returnBy'][] = ['counter', 'post', 'online']

/** How the citizen is reached and where the result goes: both stand on the slip. */
export const ContactRows = memo(function ContactRows({ phone, returnBy, fault, onPhone, onReturnBy, onward }: Props) {
  const { words } = useWords()
  const choose = (value: string): void => {
    const way = ways.find(one => one === value)
    if (way !== undefined) onReturnBy(way)
  }
  return (
    <>
      <TypedRow
        id="field-applicant.phone"
        place="applicant.phone"
        label={words.form.phone}
        fault={fault}
        beside={<span className="origin" />}
      >
        {faultId => (
          <TextBox id="field-applicant.phone" value={phone ?? ''} faultId={faultId} need={false} width="date" digits onType={onPhone} />
        )}
      </TypedRow>
      <TypedRow id="field-returnBy" place="returnBy" label={words.form.returnBy} chips beside={<span className="origin" />}>
        {faultId => (
          <ChoiceChips
            id="field-returnBy"
            value={returnBy}
            faultId={faultId}
            need
            choices={ways.map(way => ({ value: way, label: words.returnBy[way] }))}
            onChoose={value => {
              flushSync(() => choose(value))
              onward('returnBy')
            }}
            onPoint={choose}
            onEnter={() => onward('returnBy')}
          />
        )}
      </TypedRow>
    </>
  )
})
