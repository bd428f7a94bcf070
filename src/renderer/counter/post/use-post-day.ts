import { useEffect, useRef, useState } from 'react'
import type { PostDay } from '#contract/post.ts'
import type { Fault, Result } from '#domain/kernel/result.ts'
import { calledBy, differenceKey } from '#domain/post/reconcile.ts'
import { ask } from '../../hatch.ts'
import { type Sound, openSpeaker } from '../../parts/sound.ts'

export type Counted = { readonly sound: Sound; readonly name: string }

/** The Post's day as it stands, what was counted of it, and why differences are accepted: kept at every scan and every key. */
export function usePostDay() {
  const [day, setDay] = useState<PostDay | null>(null)
  const [counted, setCounted] = useState<readonly string[]>([])
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const [last, setLast] = useState<Counted | null>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const speaker = useRef<ReturnType<typeof openSpeaker> | null>(null)
  useEffect(() => {
    const opened = openSpeaker()
    speaker.current = opened
    void ask('post.day', { day: null, counted: null }).then(found => {
      setFaults(found.ok ? [] : found.faults)
      if (!found.ok) return
      setDay(found.value)
      setCounted(found.value.counted)
      setReasons(found.value.reasons)
    })
    return opened.close
  }, [])
  const hear = (found: Result<PostDay>): void => {
    if (found.ok) setDay(found.value)
    else setFaults(found.faults)
  }
  const keep = (names: readonly string[], why: Readonly<Record<string, string>>): void => {
    if (day === null) return
    setCounted(names)
    setReasons(why)
    void ask('post.count', { day: day.day, counted: [...names], reasons: why }).then(hear)
  }

  const scan = (text: string): void => {
    if (day === null || day.closed !== null || text.trim() === '') return
    const name = calledBy(text).slice(0, 200)
    const isOurs = day.holdings.some(one => one.place === 'office' && (one.code === name || one.parcel === name))
    const known = isOurs ? 'good' : 'foreign'
    const sound = counted.includes(name) ? 'double' : known
    speaker.current?.play(sound)
    setLast({ sound, name })
    setFaults([])
    if (sound !== 'double') keep([...counted, name], reasons)
  }
  const close = async (): Promise<readonly Fault[]> => {
    if (day === null) return []
    // An earlier day's reason counts only where a hand took it for today.
    const given = Object.fromEntries(day.differences.map(one => [differenceKey(one), reasons[differenceKey(one)] ?? '']))
    const closed = await ask('post.close', { day: day.day, counted: [...counted], reasons: given })
    setFaults(closed.ok ? [] : closed.faults)
    if (closed.ok) setDay({ ...day, closed: closed.value })
    return closed.ok ? [] : closed.faults
  }
  return {
    day,
    counted,
    reasons,
    last,
    faults,
    scan,
    close,
    takeBack: (): void => {
      setLast(null)
      keep(counted.slice(0, -1), reasons)
    },
    give: (key: string, reason: string): void => keep(counted, { ...reasons, [key]: reason }),
  }
}
