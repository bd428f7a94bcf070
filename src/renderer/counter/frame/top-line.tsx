import type { Clock } from '../../clock.ts'
import { Action } from '../../parts/action.tsx'
import { clockTime } from '../../parts/say-figures.ts'
import { useWords } from '../../parts/use-words.tsx'
import { useNow } from '../use-office.ts'

type Props = {
  readonly counter: string
  readonly official: string
  readonly clock: Clock
  readonly onSearch: () => void
  readonly onOfficials: () => void
  readonly onHandover: () => void
  readonly onMoney: () => void
  readonly onBook: () => void
  readonly onHelp: () => void
}

/** Where one is, what time it is, who one is. */
export function TopLine({ counter, official, clock, onSearch, onOfficials, onHandover, onMoney, onBook, onHelp }: Props) {
  const { words } = useWords()
  const now = useNow(clock)
  return (
    <header className="top-line">
      <strong className="top-counter">{counter}</strong>
      <span className="top-gap" />
      <Action tone="quiet" name={words.top.search} shortcut="Ctrl+K" act={onSearch} />
      <Action tone="quiet" name={words.top.handover} shortcut="F6" act={onHandover} />
      <Action tone="quiet" name={words.top.money} shortcut="F12" act={onMoney} />
      <Action tone="quiet" name={words.top.book} shortcut="Ctrl+B" act={onBook} />
      <time className="number top-time">{clockTime(now)}</time>
      <Action tone="quiet" name={official} shortcut="F3" act={onOfficials} />
      <Action tone="quiet" name={words.top.help} shortcut="F1" act={onHelp} />
    </header>
  )
}
