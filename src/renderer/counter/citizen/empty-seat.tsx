import { Action } from '../../parts/action.tsx'
import { useArrival } from '../../parts/use-arrival.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'

/** Nobody sits here: one thing to do next, and it is the scan. */
export function EmptySeat({ on, onType }: { readonly on: boolean; readonly onType: () => void }) {
  const { words } = useWords()
  const title = useArrival<HTMLHeadingElement>()
  useKeys({ F5: onType }, on)
  return (
    <section className="empty-seat">
      <p className="empty-sign" aria-hidden="true">
        ▣
      </p>
      <h1 className="sheet-title" tabIndex={-1} ref={title}>
        {words.empty.title}
      </h1>
      <p className="quiet">{words.empty.how}</p>
      <Action name={words.empty.type} shortcut="F5" act={onType} />
    </section>
  )
}
