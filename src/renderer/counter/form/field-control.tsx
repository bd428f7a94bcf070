import { missingCase } from '#domain/kernel/missing-case.ts'
import { flushSync } from 'react-dom'
import { keptTime } from '#domain/procedure/clock-time.ts'
import type { Field } from '#domain/procedure/procedure.ts'
import { keptDate, shownDate } from '../../parts/typed-date.ts'
import { leftDigits, leftText } from '../../parts/typed-text.ts'
import { useWords } from '../../parts/use-words.tsx'
import { AddressBox } from './address-box.tsx'
import { ChoiceBox } from './choice-box.tsx'
import { ChoiceChips } from './choice-chips.tsx'
import type { FieldHands } from './field-hands.ts'
import { NumberBox } from './number-box.tsx'
import { TextBox } from './text-box.tsx'

type Props = {
  readonly field: Field
  readonly id: string
  readonly value: string
  /** Id of the sentence that says what is wrong, `null` when nothing is. */
  readonly faultId: string | null
  /** The value was agreed on in an earlier dossier: nothing about it is asked again. */
  readonly agreed: boolean
  readonly hands: FieldHands
}

/** More choices than this are searched, not shown side by side. */
const CHIPS = 4

export function FieldControl({ field, id, value, faultId, agreed, hands }: Props) {
  const { words } = useWords()
  const type = (typed: string): void => hands.answer(field.id, typed)
  const box = { id, faultId, need: field.need }
  const onward = (): void => hands.onward(field.id)
  const choose = (chosen: string): void => {
    // Drawn before the hand goes on: the choice may have opened or closed other fields.
    flushSync(() => type(chosen))
    onward()
  }
  switch (field.kind) {
    case 'name':
      return <TextBox {...box} value={value} onType={type} onLeave={typed => leftText('name', typed)} />
    case 'address':
      return <AddressBox {...box} value={value} agreed={agreed} onType={type} onTake={choose} />
    case 'text':
      return <TextBox {...box} value={value} onType={type} onLeave={typed => leftText('text', typed)} />
    case 'date':
      return <TextBox {...box} value={shownDate(value)} width="date" hint={words.form.dateHint} onType={typed => type(keptDate(typed))} />
    case 'year':
      return (
        <TextBox
          {...box}
          value={shownDate(value)}
          width="date"
          hint={words.form.yearHint}
          hintLong={words.form.yearHintLong}
          onType={typed => type(keptDate(typed))}
        />
      )
    case 'time':
      return (
        <TextBox
          {...box}
          value={value}
          width="short"
          hint={words.form.timeHint}
          hintLong={words.form.timeHintLong}
          onType={type}
          onLeave={keptTime}
        />
      )
    case 'number':
      return <TextBox {...box} value={value} width="short" digits onType={type} onLeave={leftDigits} />
    case 'phone':
      return <TextBox {...box} value={value} width="date" digits onType={type} />
    case 'citizen-number':
      return <NumberBox {...box} value={value} onType={typed => type(leftDigits(typed))} />
    case 'sex':
      return (
        <ChoiceChips
          {...box}
          value={value}
          choices={[
            { value: 'male', label: words.sex.male },
            { value: 'female', label: words.sex.female },
          ]}
          onChoose={choose}
          onPoint={type}
          onEnter={onward}
        />
      )
    case 'choice': {
      const choices = field.choices ?? []
      return choices.length > CHIPS ? (
        <ChoiceBox {...box} value={value} choices={choices} onChoose={choose} />
      ) : (
        <ChoiceChips {...box} value={value} choices={choices} onChoose={choose} onPoint={type} onEnter={onward} />
      )
    }
    default:
      return missingCase(field.kind)
  }
}
