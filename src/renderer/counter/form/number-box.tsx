import { useLayoutEffect, useState } from 'react'
import { maskedNumber } from '#words/paper.ts'
import { useReveal } from '../../parts/use-reveal.tsx'
import { type BoxProps, TextBox } from './text-box.tsx'

/** A citizen's number: masked while the hand is elsewhere, whole while it is being typed or Ctrl is held. */
export function NumberBox(props: BoxProps) {
  const { id, value } = props
  const [here, setHere] = useState(false)
  const revealed = useReveal()
  const shown = here || revealed || value === '' ? value : maskedNumber(value)
  // Whoever selected the masked number meant the whole one: what is typed next takes its place.
  useLayoutEffect(() => {
    const box = document.getElementById(id)
    if (here && box instanceof HTMLInputElement) box.select()
  }, [here, id])
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
