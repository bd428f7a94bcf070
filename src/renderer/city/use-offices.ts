import { useEffect, useState } from 'react'
import { OfficesToday, officesTodayPath } from '#contract/routes.ts'

/** The page asks again this often; nobody has to press anything. */
const ASK_AGAIN_MS = 10_000

export type Offices = { readonly today: OfficesToday | null; readonly lost: boolean }

/** The offices of today, as this page's own server tells them. What was heard last stays when the server is silent. */
export function useOffices(): Offices {
  const [offices, setOffices] = useState<Offices>({ today: null, lost: false })
  useEffect(() => {
    const gone = new AbortController()
    const look = async (): Promise<void> => {
      const today = await readOffices(gone.signal)
      if (!gone.signal.aborted) setOffices(before => (today === null ? { ...before, lost: true } : { today, lost: false }))
    }
    void look()
    const timer = setInterval(() => void look(), ASK_AGAIN_MS)
    return () => {
      gone.abort()
      clearInterval(timer)
    }
  }, [])
  return offices
}

async function readOffices(signal: AbortSignal): Promise<OfficesToday | null> {
  try {
    const answer = await fetch(officesTodayPath(), { signal })
    const read = OfficesToday.safeParse(await answer.json())
    return answer.ok && read.success ? read.data : null
  } catch {
    // No network, or no JSON: said on the page, asked again.
    return null
  }
}
