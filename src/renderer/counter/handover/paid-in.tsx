import { Checkbox } from '@base-ui/react/checkbox'
import type { ParcelLine } from '#contract/post.ts'
import { moneyText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { useWords } from '../../parts/use-words.tsx'

type Props = {
  readonly owed: readonly ParcelLine[]
  readonly kept: ReadonlySet<string>
  readonly onTick: (key: string, paid: boolean) => void
}

/** The cash that the Post took on delivery and pays in with this list: all of it, but for what is unticked. */
export function PaidIn({ owed, kept, onTick }: Props) {
  const { words } = useWords()
  if (owed.length === 0) return null
  const paid = owed.filter(line => !kept.has(keyOf(line)))
  return (
    <section className="paid-in" aria-label={words.handover.paidIn}>
      <h3 className="zone-title">
        {words.handover.paidIn}: {put(words.handover.paidSum, { count: paid.length, all: owed.length, money: moneyText(sumOf(paid)) })}
      </h3>
      <ul>
        {owed.map(line => {
          const key = keyOf(line)
          return (
            <li key={key} className="paper-row">
              <Checkbox.Root
                className="tick"
                checked={!kept.has(key)}
                aria-labelledby={`paid-${key}`}
                onCheckedChange={checked => onTick(key, checked)}
              >
                <Checkbox.Indicator className="tick-mark">✔</Checkbox.Indicator>
              </Checkbox.Root>
              <span className="paper-name" id={`paid-${key}`}>
                {line.item.owner} · <span className="number">{line.item.parcel ?? line.item.code}</span> · {moneyText(line.owed)}
              </span>
              <span className="paper-need number">{line.list.code}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

export const keyOf = ({ parcel }: ParcelLine): string => `${parcel.handover} ${parcel.dossier}`
export const sumOf = (lines: readonly ParcelLine[]): number => lines.reduce((sum, { owed }) => sum + owed, 0)
