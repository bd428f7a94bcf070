import { useWords } from '../../parts/use-words.tsx'
import { ChoiceChips } from '../form/choice-chips.tsx'
import { type SectionProps, SettingRow } from './field-rows.tsx'

/** Which circular's forms are printed, and how Mẫu 01 lists the papers. */
export function FormsSection({ sheet, fields, faults, onField }: SectionProps) {
  const { words } = useWords()
  const rows = [
    { name: 'formSet', choices: sheet.formSets.map(({ id, law }) => ({ value: id, label: law })) },
    { name: 'formLayout', choices: (['lines', 'table'] as const).map(value => ({ value, label: words.formLayout[value] })) },
  ] as const
  return (
    <>
      {rows.map(({ name, choices }) => (
        <SettingRow key={name} name={name} faults={faults} chips>
          {faultId => (
            <ChoiceChips
              id={`settings-${name}`}
              value={fields[name]}
              faultId={faultId}
              need={false}
              choices={choices}
              onChoose={value => onField(name, value)}
              onPoint={value => onField(name, value)}
            />
          )}
        </SettingRow>
      ))}
    </>
  )
}
