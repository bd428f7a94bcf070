import { useEffect } from 'react'

/** Does `act` when nobody touched the screen or a key for `ms`. */
export function useIdle(act: () => void, ms: number, on: boolean): void {
  useEffect(() => {
    if (!on) return undefined
    let timer = setTimeout(act, ms)
    const touched = (): void => {
      clearTimeout(timer)
      timer = setTimeout(act, ms)
    }
    window.addEventListener('pointerdown', touched)
    window.addEventListener('keydown', touched)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointerdown', touched)
      window.removeEventListener('keydown', touched)
    }
  }, [act, ms, on])
}
