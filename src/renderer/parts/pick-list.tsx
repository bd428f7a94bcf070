import { Autocomplete } from '@base-ui/react/autocomplete'
import type { ReactNode, Ref } from 'react'

export type PickItem = {
  readonly id: string
  readonly label: string
  readonly side?: string | undefined
  readonly detail?: string | undefined
}
export type PickGroup = { readonly value: string; readonly items: PickItem[] }

type Props = {
  /** What the box asks for; also its accessible name. */
  readonly name: string
  readonly typed: string
  /** Already filtered, best first. */
  readonly groups: readonly PickGroup[]
  readonly none: ReactNode
  readonly inputRef?: Ref<HTMLInputElement> | undefined
  readonly onType: (typed: string) => void
  readonly onPick: (id: string) => void
}

/** One box and the list under it: results while typing, arrows move, Enter takes. The first is always ready to be taken. */
export const PickList = ({ name, typed, groups, none, inputRef, onType, onPick }: Props) => (
  <Autocomplete.Root
    open
    inline
    items={[...groups]}
    filter={null}
    value={typed}
    autoHighlight="always"
    keepHighlight
    itemToStringValue={(item: PickItem) => item.label}
    onValueChange={(value, { reason }) => {
      if (reason !== 'item-press') onType(value)
    }}
  >
    <label className="pick-ask">
      <span>{name}</span>
      <Autocomplete.Input className="field-box pick-box" ref={inputRef} autoComplete="off" spellCheck={false} />
    </label>
    <Autocomplete.List className="pick-list">
      {(group: PickGroup) => (
        <Autocomplete.Group key={group.value} items={group.items}>
          <Autocomplete.GroupLabel className="zone-title pick-group">{group.value}</Autocomplete.GroupLabel>
          <Autocomplete.Collection>
            {(item: PickItem) => (
              <Autocomplete.Item className="pick" key={item.id} value={item} onClick={() => onPick(item.id)}>
                <span className="pick-label">{item.label}</span>
                {item.detail === undefined ? null : <span className="pick-detail">{item.detail}</span>}
                {item.side === undefined ? null : <span className="pick-side">{item.side}</span>}
              </Autocomplete.Item>
            )}
          </Autocomplete.Collection>
        </Autocomplete.Group>
      )}
    </Autocomplete.List>
    <Autocomplete.Empty className="pick-none">{none}</Autocomplete.Empty>
  </Autocomplete.Root>
)
