import { useState } from 'react'
import type { FoundPlace } from '#domain/address/find.ts'
import { ask } from '../../hatch.ts'
import { useWhenSettled } from '../../parts/use-when-settled.ts'
import { canFind, cutAddress } from './typed-address.ts'

/** Between two keys of a quick hand nothing is asked. */
const SETTLED_MS = 60
const none: readonly FoundPlace[] = []

/** The places that the last part of `typed` can mean; none while `typed` is `null`, or where the part already is the only one found. */
export function useFoundPlaces(typed: string | null): readonly FoundPlace[] {
  const part = typed === null ? '' : cutAddress(typed).part.slice(0, 200)
  const [found, setFound] = useState<{ readonly part: string; readonly places: readonly FoundPlace[] }>({ part: '', places: none })
  useWhenSettled(part, SETTLED_MS, wanted => {
    if (!canFind(wanted)) return
    void ask('place.find', { text: wanted }).then(answer => {
      setFound({ part: wanted, places: answer.ok ? answer.value : none })
    })
  })
  const whole = found.places.length === 1 && found.places[0]?.text === part
  return typed === null || found.part !== part || !canFind(part) || whole ? none : found.places
}
