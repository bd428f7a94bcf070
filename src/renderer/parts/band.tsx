import type { ReactNode } from 'react'

export type Tone = 'wrong' | 'warn' | 'good' | 'away' | 'plain'

/** State is never colour alone: each tone has its mark. */
const marks: Readonly<Record<Tone, string>> = { wrong: '✖', warn: '▲', good: '✔', away: '○', plain: '▸' }

/** One sentence that lies under what it is about. Never a dialog. */
export const Band = ({ tone, children, live = false }: { readonly tone: Tone; readonly children: ReactNode; readonly live?: boolean }) => (
  <div className={`band band-${tone}`} role={live ? 'alert' : undefined}>
    <span className="band-mark" aria-hidden="true">
      {marks[tone]}
    </span>
    <div className="band-text">{children}</div>
  </div>
)
