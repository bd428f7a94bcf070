import { useWords } from '../../parts/use-words.tsx'
import { ChoiceChips } from '../form/choice-chips.tsx'
import { FieldRows, type SectionProps, SettingRow } from './field-rows.tsx'

/** What hangs at this counter, each by its address, and whether a cash drawer hangs at the slip printer. */
export function DevicesSection(section: SectionProps) {
  const { words } = useWords()
  const { fields, faults, onField } = section
  return (
    <>
      <FieldRows {...section} names={['printer', 'printer2']} />
      <SettingRow name="drawer" faults={faults} chips>
        {faultId => (
          <ChoiceChips
            id="settings-drawer"
            value={fields.drawer}
            faultId={faultId}
            need={false}
            choices={(['no', 'yes'] as const).map(value => ({ value, label: words.drawerSet[value] }))}
            onChoose={value => onField('drawer', value)}
            onPoint={value => onField('drawer', value)}
          />
        )}
      </SettingRow>
      <FieldRows {...section} names={['pagePrinter', 'scanner', 'cityUrl']} />
      <p className="quiet settings-fixed">{words.settings.printerChoices}</p>
    </>
  )
}
