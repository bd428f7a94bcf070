import { useEffect, useState } from 'react'
import type { ParcelLine } from '#contract/post.ts'
import type { Handover } from '#domain/post/handover.ts'
import { ask } from '../../hatch.ts'

/** What a list from the Post has to know of the parcels: the cash that is owed, and what waits to be written down. Read anew when it is signed. */
export function useParcels(list: Handover | null): readonly ParcelLine[] {
  const [found, setFound] = useState<{ readonly asked: string; readonly lines: readonly ParcelLine[] } | null>(null)
  const asked = list !== null && list.direction === 'from-post' && list.corrects === null ? `${list.id} ${String(list.signed?.at)}` : null
  useEffect(() => {
    if (asked === null) return undefined
    let late = false
    void ask('post.parcels', {}).then(answer => {
      if (!late) setFound({ asked, lines: answer.ok ? answer.value : [] })
    })
    return () => {
      late = true
    }
  }, [asked])
  return found !== null && found.asked === asked ? found.lines : []
}
