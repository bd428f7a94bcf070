import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { leftText } from '../../parts/typed-text.ts'
import { keyName } from '../../parts/key-name.ts'
import { AddressOffer, offerKeys } from './address-offer.tsx'
import { PlaceList } from './place-list.tsx'
import { withPlace } from './typed-address.ts'
import { useOffer } from './use-offer.ts'
import { useFoundPlaces } from './use-found-places.ts'

type Props = {
  readonly id: string
  readonly value: string
  readonly faultId: string | null
  readonly need: boolean
  /** The address was agreed on in an earlier dossier: no other is offered. */
  readonly agreed: boolean
  readonly onType: (typed: string) => void
  /** A place was taken: the hand goes on. */
  readonly onTake: (address: string) => void
}

/**
 * An address: typed freely, with a quiet list of places for what stands after the last comma. Nothing is taken unless an arrow
 * pointed at it, so Enter goes on as everywhere. An address of before 01/07/2025 offers what it is called today.
 */
export function AddressBox({ id, value, faultId, need, agreed, onType, onTake }: Props) {
  const [typing, setTyping] = useState(false)
  const [at, setAt] = useState(-1)
  const places = useFoundPlaces(typing ? value : null)
  const offer = useOffer(typing || agreed ? null : value)
  const open = places.length > 0
  const listId = `${id}-places`
  const offerId = `${id}-offer`
  const rest = (): void => {
    setTyping(false)
    setAt(-1)
  }
  const take = (place: string): void => {
    rest()
    onTake(withPlace(value, place))
  }
  const renew = (address: string): void => {
    rest()
    onType(address)
  }
  const keys = offerKeys(offer, renew)
  useOfferElsewhere(id, keys)

  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const name = keyName(event)
    const step = { ArrowDown: 1, ArrowUp: -1 }[name]
    const chosen = places[at]
    const offered = keys[name]
    if (name === 'Escape' || name === 'Esc') rest()
    else if (offered !== undefined) {
      event.preventDefault()
      offered()
    } else if (open && step !== undefined) {
      event.preventDefault()
      // One place before the first: the hand is back in what it typed.
      setAt(Math.min(Math.max(at + step, -1), places.length - 1))
    } else if (open && name === 'Enter' && chosen !== undefined) {
      event.preventDefault()
      take(chosen.text)
    }
  }

  return (
    <div className="address">
      <input
        className="field-box"
        id={id}
        value={value}
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-required={need}
        aria-invalid={faultId !== null}
        aria-describedby={[faultId, offer === null ? null : offerId].filter(part => part !== null).join(' ') || undefined}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open && at >= 0 ? `${listId}-${at}` : undefined}
        onChange={event => {
          setTyping(true)
          setAt(-1)
          onType(event.target.value)
        }}
        onKeyDown={press}
        onBlur={event => {
          rest()
          const left = leftText('text', event.target.value)
          if (left !== event.target.value) onType(left)
        }}
      />
      {open ? <PlaceList id={listId} places={places} at={at} onTake={take} /> : null}
      {offer === null ? null : <AddressOffer id={offerId} offer={offer} onTake={renew} />}
    </div>
  )
}

/** The first offer of the form is taken from wherever the hand is in it, so that no key is spent on going back. */
function useOfferElsewhere(id: string, keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent): void => {
      const name = keyName(event)
      const act = latest.current[name]
      if (act === undefined || event.defaultPrevented || event.repeat || name !== 'Alt+ArrowDown') return
      const hand = document.activeElement
      if (hand === null || hand.closest('[data-place]') === null) return
      // An address that has an offer of its own is meant before all others.
      if (hand.id !== id && hand.closest('.address')?.querySelector('.address-offer') instanceof Element) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    // Before a row of choices takes the arrow for itself.
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [id])
}
