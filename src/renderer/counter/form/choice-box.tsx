import { Combobox } from '@base-ui/react/combobox'
import { fold } from '#domain/kernel/text.ts'
import { useWords } from '../../parts/use-words.tsx'
import type { Choice } from './choice-chips.tsx'

type Props = {
  readonly id: string
  readonly value: string
  readonly faultId: string | null
  readonly need: boolean
  readonly choices: readonly Choice[]
  readonly onChoose: (value: string) => void
}

/** Many choices: typed without diacritics, found while typing, taken with Enter. */
export function ChoiceBox({ id, value, faultId, need, choices, onChoose }: Props) {
  const { words } = useWords()
  const chosen = choices.find(choice => choice.value === value) ?? null
  return (
    <span className="form-box">
      <Combobox.Root
        items={choices}
        value={chosen}
        autoHighlight
        filter={(choice: Choice, query) => isMeant(choice, chosen, query)}
        onValueChange={picked => {
          if (picked !== null) onChoose(picked.value)
        }}
      >
        <Combobox.Input
          className="field-box"
          id={id}
          autoComplete="off"
          aria-required={need}
          aria-invalid={faultId !== null}
          aria-describedby={faultId ?? undefined}
        />
        <Combobox.Portal>
          <Combobox.Positioner className="choice-place" sideOffset={2}>
            <Combobox.Popup className="choice-list">
              <Combobox.Empty className="choice-none">{words.form.noChoice}</Combobox.Empty>
              <Combobox.List>
                {(choice: Choice) => (
                  <Combobox.Item className="choice" key={choice.value} value={choice}>
                    {choice.label}
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </span>
  )
}

/** Every word typed begins a word of the choice. While the chosen label stands untouched, all are shown. */
function isMeant(choice: Choice, chosen: Choice | null, query: string): boolean {
  if (chosen !== null && query === chosen.label) return true
  const label = fold(choice.label).split(' ')
  return fold(query)
    .split(' ')
    .every(part => label.some(word => word.startsWith(part)))
}
