import { useState } from 'react'
import { ask } from '../../hatch.ts'
import { useWhenSettled } from '../../parts/use-when-settled.ts'
import { type Offer, offerOf } from './typed-address.ts'

const SETTLED_MS = 120

/** What `address` is called today, where it is another name; nothing while it is `null`. */
export function useOffer(address: string | null): Offer | null {
  const [offered, setOffered] = useState<{ readonly address: string; readonly offer: Offer | null }>({ address: '', offer: null })
  useWhenSettled(address ?? '', SETTLED_MS, wanted => {
    if (!wanted.includes(',') || wanted.length > 500) return
    void ask('place.renew', { text: wanted }).then(answer => {
      setOffered({ address: wanted, offer: answer.ok ? offerOf(wanted, answer.value) : null })
    })
  })
  return offered.address === address ? offered.offer : null
}
