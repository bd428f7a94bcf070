import { type ReactNode, createContext, use, useEffect, useState } from 'react'
import { maskedNumber } from '#words/paper.ts'

const RevealContext = createContext(false)

/** Numbers of citizens are masked on the screen; they are whole only while Ctrl is held. */
export function RevealWhileCtrl({ children }: { readonly children: ReactNode }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Control') setHeld(true)
    }
    const release = (event: KeyboardEvent): void => {
      if (event.key === 'Control') setHeld(false)
    }
    const forget = (): void => setHeld(false)
    window.addEventListener('keydown', press)
    window.addEventListener('keyup', release)
    window.addEventListener('blur', forget)
    return () => {
      window.removeEventListener('keydown', press)
      window.removeEventListener('keyup', release)
      window.removeEventListener('blur', forget)
    }
  }, [])
  return <RevealContext value={held}>{children}</RevealContext>
}

export const useReveal = (): boolean => use(RevealContext)

/** A citizen's number, whole while Ctrl is held. */
export function MaskedNumber({ number }: { readonly number: string }) {
  return <span className="number">{useReveal() ? number : maskedNumber(number)}</span>
}
