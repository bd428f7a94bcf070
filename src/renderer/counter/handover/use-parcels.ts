import { useEffect, useState } from 'react'
import type { ParcelLine } from '#contract/post.ts'
import type { Handover } from '#domain/post/handover.ts'
import { ask } from '../../hatch.ts'

/** What a list from the Post has to know of the parcels: the cash that is owed, and what waits to be written down. Read anew when it is signed. */
export function useParcels(list: Handover | null): readonly ParcelLine[] {
  const [lines, setLines] = useState<readonly ParcelLine[]>([])
  const asked = list !== null && list.direction === 'from-post' && list.corrects === null ? `${list.id} ${String(list.signed?.at)}` : null
  useEffect(() => {
    if (asked === null) return setLines([])
    let late = false
    void ask('post.parcels', {}).then(found => {
      if (!late) setLines(found.ok ? found.value : [])
    })
    return () => {
      late = true
    }
  }, [asked])
  return lines
}
