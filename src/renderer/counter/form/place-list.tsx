import { useEffect, useRef } from 'react'
import type { FoundPlace } from '#domain/address/find.ts'
import { put } from '#words/say.ts'
import { useWords } from '../../parts/use-words.tsx'

/** The hand stays in the text box, as in the combobox pattern of WAI-ARIA: no native list can stand beside it. */
const roles = { list: 'listbox', item: 'option' } as const

type Props = {
  readonly id: string
  readonly places: readonly FoundPlace[]
  /** The one that Enter takes, -1 for none. */
  readonly at: number
  readonly onTake: (place: string) => void
}

/** The places found while an address is typed. The keys belong to the box; here is only what the eye and the mouse need. */
export function PlaceList({ id, places, at, onTake }: Props) {
  const { words } = useWords()
  const list = useRef<HTMLDivElement>(null)
  const count = places.length
  useEffect(() => {
    if (count > 0) list.current?.scrollIntoView({ block: 'nearest' })
  }, [count])
  return (
    <div className="places" id={id} ref={list} role={roles.list} aria-label={words.address.list}>
      {places.map(({ text, was }, number) => (
        <button
          className="place"
          type="button"
          id={`${id}-${number}`}
          key={text}
          role={roles.item}
          tabIndex={-1}
          aria-selected={number === at}
          // Before the box loses the hand and the list with it.
          onMouseDown={event => {
            event.preventDefault()
            onTake(text)
          }}
        >
          <span>{text}</span>
          {was === null ? null : <span className="place-was">{put(words.address.was, { was })}</span>}
        </button>
      ))}
    </div>
  )
}
