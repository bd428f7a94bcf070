import { useCallback, useEffect, useState } from 'react'
import { ask } from '../../hatch.ts'
import type { DayLists } from './left-zone.tsx'

/** The day's figures and lists, read again whenever something was saved. */
export function useDayLists(official: string | null): DayLists & { readonly refresh: () => void } {
  const [lists, setLists] = useState<DayLists>({ counts: null, drafts: [], recent: [] })
  const refresh = useCallback((): void => {
    void Promise.all([ask('day.counts', {}), ask('draft.list', {}), ask('dossier.find', { text: '' })]).then(([counts, drafts, recent]) =>
      setLists(before => ({
        counts: counts.ok ? counts.value : before.counts,
        drafts: drafts.ok ? drafts.value : before.drafts,
        recent: recent.ok ? recent.value.hits : before.recent,
      })),
    )
  }, [])
  useEffect(() => {
    if (official !== null) refresh()
  }, [official, refresh])
  return { ...lists, refresh }
}
