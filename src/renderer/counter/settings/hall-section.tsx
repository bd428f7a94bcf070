import { useWords } from '../../parts/use-words.tsx'
import { ChoiceChips } from '../form/choice-chips.tsx'
import { HallPairing } from '../queue/hall-pairing.tsx'
import type { QueueDesk } from '../queue/queue-desk.ts'
import { FieldRows, type SectionProps, SettingRow } from './field-rows.tsx'
import { openings } from './typed-hall.ts'

/** Packs that ship with the product; one of the office's own goes by its folder's name. */
const PACKS = ['south', 'central', 'north'] as const

/** How the hall of this office works: who leads the queue, what the loudspeaker does, what stands on the wall. */
export function HallSection({ queue, on, ...section }: SectionProps & { readonly queue: QueueDesk; readonly on: boolean }) {
  const { words } = useWords()
  const { fields, faults, onField } = section
  const packs = [...new Set([...PACKS, fields['hall.voice.pack']])]
  const packNames: Readonly<Record<string, string>> = words.hallPack
  const chips = [
    { name: 'hall.opens', choices: openings.map(value => ({ value, label: words.hallOpens[value] })) },
    { name: 'hall.voice.pack', choices: packs.map(value => ({ value, label: packNames[value] ?? value })) },
  ] as const
  return (
    <div className="hall-set">
      <div>
        <FieldRows {...section} names={['hall.first', 'hall.voice.volume', 'hall.voice.quiet']} />
        {chips.map(({ name, choices }) => (
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
        <SettingRow name="hall.notices" faults={faults}>
          {faultId => (
            <textarea
              className="field-box hall-notices"
              id="settings-hall.notices"
              rows={3}
              value={fields['hall.notices']}
              aria-invalid={faultId !== null}
              aria-describedby={faultId ?? undefined}
              onChange={event => onField('hall.notices', event.target.value)}
            />
          )}
        </SettingRow>
        <FieldRows {...section} names={['hall.port']} />
      </div>
      <HallPairing
        queue={queue}
        on={on}
        leaving={fields['hall.leave'] !== ''}
        onLeaving={leaving => onField('hall.leave', leaving ? 'yes' : '')}
      />
    </div>
  )
}
