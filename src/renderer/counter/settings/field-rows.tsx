import type { ReactNode } from 'react'
import type { SettingsSheet } from '#contract/settings.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { TypedRow } from '../../parts/typed-row.tsx'
import { useWords } from '../../parts/use-words.tsx'
import { TextBox } from '../form/text-box.tsx'
import type { SettingsField, TypedSettings } from './typed-settings.ts'

export type SectionProps = {
  readonly sheet: SettingsSheet
  readonly fields: TypedSettings['fields']
  readonly faults: readonly Fault[]
  readonly onField: (field: SettingsField, value: string) => void
}

/** Fields of one line each, every fault at its field. */
export const FieldRows = ({ names, ...section }: SectionProps & { readonly names: readonly SettingsField[] }) => (
  <>
    {names.map(name => (
      <SettingRow key={name} name={name} faults={section.faults} overridden={section.sheet.overridden.some(one => one === name)}>
        {faultId => (
          <TextBox
            id={`settings-${name}`}
            value={section.fields[name]}
            need={false}
            faultId={faultId}
            onType={value => section.onField(name, value)}
          />
        )}
      </SettingRow>
    ))}
  </>
)

type RowProps = {
  readonly name: SettingsField
  readonly faults: readonly Fault[]
  readonly overridden?: boolean
  /** A row of chips is named by its label, a box is labelled by it. */
  readonly chips?: boolean
  readonly children: (faultId: string | null) => ReactNode
}

/** A name, what is typed there, what it is for, and what is wrong with it. */
export function SettingRow({ name, faults, overridden = false, chips = false, children }: RowProps) {
  const { words } = useWords()
  const fault = faults.find(one => one.field === name)
  const id = `settings-${name}`
  const labels: Readonly<Record<string, string>> = { ...words.setUpField, ...words.settingsField }
  const hints: Readonly<Record<string, string>> = { ...words.setUpHint, ...words.settingsHint }
  return (
    <TypedRow
      id={id}
      place={name}
      label={labels[name] ?? name}
      fault={fault}
      said={fault?.code === 'field.missing' ? words.settings.needed : undefined}
      look="settings-row"
      chips={chips}
      beside={<span className="form-hint">{overridden ? words.settings.overridden : hints[name]}</span>}
    >
      {children}
    </TypedRow>
  )
}
