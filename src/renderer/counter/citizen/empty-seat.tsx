import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { useArrival } from '../../parts/use-arrival.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'

type Props = {
  readonly on: boolean
  /** Who sits here already, for somebody else. */
  readonly handsIn: string | null
  readonly onType: () => void
}

/** Nobody sits here: one thing to do next, and it is the scan. */
export function EmptySeat({ on, handsIn, onType }: Props) {
  const { words } = useWords()
  const title = useArrival<HTMLHeadingElement>()
  useKeys({ F5: onType }, on)
  return (
    <section className="empty-seat">
      <p className="empty-sign" aria-hidden="true">
        ▣
      </p>
      <h1 className="sheet-title" tabIndex={-1} ref={title}>
        {handsIn === null ? words.empty.title : words.proxy.scan}
      </h1>
      <p className="quiet">{handsIn === null ? words.empty.how : put(words.proxy.how, { name: handsIn })}</p>
      <Action name={words.empty.type} shortcut="F5" act={onType} />
    </section>
  )
}
