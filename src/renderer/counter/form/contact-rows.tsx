import { memo } from 'react'
import { flushSync } from 'react-dom'
import type { Draft } from '#domain/dossier/dossier.ts'
import type { Fault } from '#domain/kernel/result.ts'
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
  const { words, say } = useWords()
  const choose = (value: string): void => {
    const way = ways.find(one => one === value)
    if (way !== undefined) onReturnBy(way)
  }
  return (
    <>
      <div className="form-row" data-place="applicant.phone">
        <label className="form-label" htmlFor="field-applicant.phone">
          {words.form.phone}
        </label>
        <TextBox
          id="field-applicant.phone"
          value={phone ?? ''}
          faultId={fault === undefined ? null : 'field-applicant.phone-fault'}
          need={false}
          width="date"
          digits
          onType={onPhone}
        />
        <span className="origin" />
        {fault === undefined ? null : (
          <p className="form-fault" id="field-applicant.phone-fault">
            <span aria-hidden="true">✖ </span>
            {say(fault)}
          </p>
        )}
      </div>
      <div className="form-row" data-place="returnBy">
        <span className="form-label" id="field-returnBy-label">
          {words.form.returnBy}
        </span>
        <ChoiceChips
          id="field-returnBy"
          value={returnBy}
          faultId={null}
          need
          choices={ways.map(way => ({ value: way, label: words.returnBy[way] }))}
          onChoose={value => {
            flushSync(() => choose(value))
            onward('returnBy')
          }}
          onPoint={choose}
          onEnter={() => onward('returnBy')}
        />
        <span className="origin" />
      </div>
    </>
  )
})
