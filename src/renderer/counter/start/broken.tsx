import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { useArrival } from '../../parts/use-arrival.ts'
import { useWords } from '../../parts/use-words.tsx'

/** Something broke in the window itself: what is so, what is safe, and the way back. */
export function Broken({ onAgain }: { readonly onAgain: () => void }) {
  const { words } = useWords()
  const again = useArrival<HTMLButtonElement>()
  return (
    <main className="start">
      <section className="start-sheet">
        <h1 className="sheet-title">{words.broken.title}</h1>
        <Band tone="wrong" live>
          {words.broken.what}
        </Band>
        <div className="sheet-actions">
          <Action tone="next" name={words.broken.again} shortcut="Enter" act={onAgain} ref={again} />
        </div>
      </section>
    </main>
  )
}
