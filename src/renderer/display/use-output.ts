import { useEffect, useState } from 'react'

/** Not every system says that a device came or went. */
const LOOK_AGAIN_MS = 10_000

/**
 * Whether this machine has nothing to sound through. Web Audio plays into the void then, and says nothing of it. No
 * permission is asked for: what the devices are called stays hidden, that there are some does not.
 */
export function useNoOutput(): boolean {
  const [none, setNone] = useState(false)
  useEffect(() => {
    const { mediaDevices } = navigator
    // Where devices cannot be read, nothing is said of them.
    const look = (): void =>
      void mediaDevices.enumerateDevices().then(
        all => setNone(all.every(({ kind }) => kind !== 'audiooutput')),
        () => undefined,
      )
    look()
    mediaDevices.addEventListener('devicechange', look)
    const timer = setInterval(look, LOOK_AGAIN_MS)
    return () => {
      mediaDevices.removeEventListener('devicechange', look)
      clearInterval(timer)
    }
  }, [])
  return none
}
