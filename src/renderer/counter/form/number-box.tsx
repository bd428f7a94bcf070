import { useState } from 'react'
import { maskedNumber } from '#words/paper.ts'
import { useReveal } from '../../parts/use-reveal.tsx'
import { type BoxProps, TextBox } from './text-box.tsx'

/** A citizen's number: masked while the hand is elsewhere, whole while it is being typed or Ctrl is held. */
export function NumberBox(props: BoxProps) {
  const [here, setHere] = useState(false)
  const revealed = useReveal()
  const shown = here || revealed || props.value === '' ? props.value : maskedNumber(props.value)
  return (
    <TextBox
      {...props}
      value={shown}
      width="date"
      digits
      onArrive={() => setHere(true)}
      onLeave={typed => {
        setHere(false)
        return typed
      }}
    />
  )
}
