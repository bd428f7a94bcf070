import { KeyCap } from '../../parts/key-cap.tsx'
import { useWords } from '../../parts/use-words.tsx'
import type { Offer } from './typed-address.ts'

type Props = { readonly id: string; readonly offer: Offer; readonly onTake: (address: string) => void }

/** What the address is called today, under it; it is not taken until somebody takes it. */
export function AddressOffer({ id, offer, onTake }: Props) {
  const { words } = useWords()
  return (
    <div className="address-offer" id={id}>
      <span className="address-offer-ask">{words.address[offer.kind]}</span>
      {offer.texts.map((text, at) => (
        <button className="address-offer-take" key={text} type="button" tabIndex={-1} onClick={() => onTake(text)}>
          <KeyCap name={offer.texts.length === 1 ? 'Alt+↓' : `Alt+${at + 1}`} />
          <span>{text}</span>
        </button>
      ))}
    </div>
  )
}

/** One key where there is one answer, a digit each where a person has to choose. */
export function offerKeys(offer: Offer | null, take: (address: string) => void): Readonly<Record<string, () => void>> {
  const texts = offer?.texts ?? []
  const name = (at: number): string => (texts.length === 1 ? 'Alt+ArrowDown' : `Alt+${at + 1}`)
  return Object.fromEntries(texts.map((text, at) => [name(at), () => take(text)]))
}
