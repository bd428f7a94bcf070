import { useEffect, useState } from 'react'
import type { Input } from '#contract/calls.ts'
import { Direction } from '#domain/post/handover.ts'
import { Action } from '../../parts/action.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ChoiceChips } from '../form/choice-chips.tsx'
import { focusPlace } from '../form/place.ts'
import { TextBox } from '../form/text-box.tsx'

type Props = { readonly on: boolean; readonly onOpen: (input: Input<'handover.open'>) => Promise<void>; readonly onLeave: () => void }

/** Which way, and with whom: then the scanning begins. */
export function NewList({ on, onOpen, onLeave }: Props) {
  const { words } = useWords()
  const [direction, setDirection] = useState<Direction>('to-post')
  const [partner, setPartner] = useState<string>(words.handover.usualPartner)
  useEffect(() => focusPlace('direction'), [])
  useKeys({ Esc: onLeave }, on)
  const open = (): void => {
    if (partner.trim() !== '') void onOpen({ direction, partner: partner.trim() })
  }
  const point = (value: string): void => setDirection(Direction.options.find(option => option === value) ?? direction)
  return (
    <form
      className="new-list"
      onSubmit={event => {
        event.preventDefault()
        open()
      }}
    >
      <h2 className="sheet-title">{words.handover.make}</h2>
      <div className="form-row" data-place="direction">
        <span className="form-label" id="direction-label">
          {words.handover.direction}
        </span>
        <ChoiceChips
          id="direction"
          value={direction}
          faultId={null}
          need
          choices={Direction.options.map(option => ({ value: option, label: words.direction[option] }))}
          onChoose={value => {
            point(value)
            focusPlace('partner')
          }}
          onPoint={point}
          onEnter={() => focusPlace('partner')}
        />
      </div>
      <div className="form-row" data-place="partner">
        <label className="form-label" htmlFor="partner">
          {words.handover.partner}
        </label>
        <TextBox id="partner" value={partner} faultId={null} need onType={setPartner} />
      </div>
      <div className="sheet-actions">
        <Action tone="next" name={words.handover.start} shortcut="Enter" act={open} />
        <Action name={words.page.leave} shortcut="Esc" act={onLeave} />
      </div>
    </form>
  )
}
