import { useEffect, useState } from 'react'

/** `value` once it has not changed for `ms`: while the hand types, nothing is asked of anybody. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
