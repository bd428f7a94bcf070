import { useEffect, useState } from 'react'

/** How long a notice stands: as long as a slow reader takes. */
const STANDS_MS = 12_000
/** More letters than a line holds. */
const LONG = 90

/** The notices of the office, one at a time. All of them hold the place, so that nothing moves when they change. */
export function Notices({ notices }: { readonly notices: readonly string[] }) {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (notices.length < 2) return undefined
    const timer = setInterval(() => setTurn(before => before + 1), STANDS_MS)
    return () => clearInterval(timer)
  }, [notices.length])
  const shown = notices.length === 0 ? 0 : turn % notices.length
  return (
    <div className="notices">
      {notices.map((notice, at) => (
        <p
          className={`notice${notice.length > LONG ? ' notice-long' : ''}${at === shown ? '' : ' notice-away'}`}
          aria-hidden={at !== shown}
          key={notice}
        >
          {notice}
        </p>
      ))}
    </div>
  )
}
