import { useEffect, useRef } from 'react'

/** Acts on `value` once it has not changed for `ms`: while the hand types, nothing is asked of anybody. */
export function useWhenSettled<T>(value: T, ms: number, act: (value: T) => void): void {
  const latest = useRef({ ms, act })
  useEffect(() => {
    latest.current = { ms, act }
  })
  useEffect(() => {
    const timer = setTimeout(() => latest.current.act(value), latest.current.ms)
    return () => clearTimeout(timer)
  }, [value])
}
