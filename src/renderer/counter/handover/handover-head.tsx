import { type Handover, totalsOf } from '#domain/post/handover.ts'
import { moneyText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { clockTime } from '../../parts/say-figures.ts'
import { useWords } from '../../parts/use-words.tsx'

/** Which list it is, how many things are on it, and the sums that both sides count. `paying`: đồng that the Post pays in along with it. */
export function HandoverHead({ list, paying }: { readonly list: Handover; readonly paying: number }) {
  const { words } = useWords()
  const { papers, weight, postage, fee, cod, paidIn } = totalsOf(list)
  const money = list.signed === null ? paying : paidIn
  const sums = [
    [papers > 0, put(words.handover.sumPapers, { count: papers })],
    [weight > 0, put(words.handover.sumWeight, { grams: weight })],
    [postage > 0, `${words.handover['of.postage']} ${moneyText(postage)}`],
    [cod > 0, `${words.handover['of.cod']} ${moneyText(cod)}`],
    [fee > 0, `${words.handover.fee} ${moneyText(fee)}`],
    [money > 0, `${words.handover.paidIn} ${moneyText(money)}`],
  ] as const
  return (
    <header className="handover-head">
      <div>
        <h2 className="sheet-title number">{list.code}</h2>
        <p>
          {words.direction[list.direction]} · {list.partner} ·{' '}
          <span className="quiet">{put(words.handover.openedAt, { time: clockTime(list.opened) })}</span>
        </p>
        {list.corrects === null ? null : <p className="handover-mends">▲ {put(words.handover.corrects, { code: list.corrects.code })}</p>}
        <p className="number">
          {sums
            .filter(([isThere]) => isThere)
            .map(([, said]) => said)
            .join(' · ')}
        </p>
      </div>
      <p className="handover-count" aria-live="polite">
        <span className="handover-number">{list.items.length}</span>
        <span>{words.handover.onList}</span>
      </p>
    </header>
  )
}
