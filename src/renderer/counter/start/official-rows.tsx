import type { Fault } from '#domain/kernel/result.ts'
import { Role } from '#domain/post/handover.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { keyed } from '../../parts/keyed.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ChoiceChips } from '../form/choice-chips.tsx'
import type { TypedOfficial } from './typed-set-up.ts'

type Props = {
  readonly officials: readonly TypedOfficial[]
  readonly faults: readonly Fault[]
  readonly onChange: (officials: readonly TypedOfficial[]) => void
}

/** The people of the counter, each with a name, a role and a PIN of their own. */
export function OfficialRows({ officials, faults, onChange }: Props) {
  const { words, say } = useWords()
  const put1 = (at: number, part: Partial<TypedOfficial>): void =>
    onChange(officials.map((official, index) => (index === at ? { ...official, ...part } : official)))
  const add = (): void => onChange([...officials, { name: '', role: 'reception', pin: '' }])
  useKeys({ 'Alt+A': add })
  return (
    <fieldset className="official-rows">
      <legend className="form-heading">{words.setUp.officials}</legend>
      {keyed(officials, () => 'official').map(({ key, thing: official }, index) => {
        const number = index + 1
        const fault = faults.find(one => one.field?.startsWith(`officials.${String(index)}.`) === true)
        return (
          <div className="official-row" key={key}>
            <span data-place={`officials.${String(index)}.name`}>
              <input
                className="field-box"
                value={official.name}
                aria-label={put(words.setUp.officialName, { number })}
                aria-invalid={fault?.field?.endsWith('.name') === true}
                autoComplete="off"
                onChange={event => put1(index, { name: event.target.value })}
              />
            </span>
            <span className="unseen" id={`role-${String(index)}-label`}>
              {put(words.setUp.officialRole, { number })}
            </span>
            <ChoiceChips
              id={`role-${String(index)}`}
              value={official.role}
              faultId={null}
              need
              choices={Role.options.map(role => ({ value: role, label: words.role[role] }))}
              onChoose={value => put1(index, { role: Role.options.find(role => role === value) ?? official.role })}
              onPoint={value => put1(index, { role: Role.options.find(role => role === value) ?? official.role })}
            />
            <span data-place={`officials.${String(index)}.pin`}>
              <input
                className="field-box official-pin"
                type="password"
                value={official.pin}
                placeholder={words.setUp.pinHint}
                aria-label={put(words.setUp.officialPin, { number })}
                aria-invalid={fault?.field?.endsWith('.pin') === true}
                autoComplete="off"
                onChange={event => put1(index, { pin: event.target.value })}
              />
            </span>
            {fault === undefined ? null : (
              <p className="form-fault">✖ {fault.field?.endsWith('.pin') === true ? words.setUp.pinWrong : say(fault)}</p>
            )}
          </div>
        )
      })}
      <Action name={words.setUp.addOfficial} shortcut="Alt+A" act={add} />
    </fieldset>
  )
}
