import type { HistoryLine, Opened } from '#contract/calls.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import { put } from '#words/say.ts'
import { dayText } from '#words/paper.ts'
import type { ScreenWords } from '#words/screen-vi.ts'
import { clockTime } from '../../parts/say-figures.ts'
import { useWords } from '../../parts/use-words.tsx'

/** What happened to a dossier after its reception, newest last: when, who, why. */
export function LifeHistory({ history }: Pick<Opened, 'history'>) {
  const { words } = useWords()
  if (history.length === 0) return null
  return (
    <>
      <h2 className="form-heading">{words.life.history}</h2>
      <ol className="life-history">
        {history.map(line => (
          <li key={atOf(line)}>
            <strong>{titleOf(line, words)}</strong>
            <span>{detailOf(line)}</span>
            <span className="quiet">{put(words.life.by, { time: momentText(atOf(line)), official: officialOf(line) })}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

const momentText = (at: Instant): string => `${clockTime(at)} ${dayText(dayOf(at))}`
const atOf = (line: HistoryLine): Instant => (line.kind === 'moved' ? line.moved.at : line.at)
const officialOf = (line: HistoryLine): string => (line.kind === 'moved' ? line.moved.official.name : line.official)

const titleOf = (line: HistoryLine, words: ScreenWords): string =>
  line.kind === 'moved' ? words.step[line.moved.step.kind] : put(words.life.corrected, { slip: line.slip, reason: line.reason })

function detailOf(line: HistoryLine): string {
  if (line.kind === 'corrected') return ''
  const { step } = line.moved
  switch (step.kind) {
    case 'supplement':
      return `${step.wanted.map(({ name }) => name).join('; ')}. ${step.reason}`
    case 'refuse':
    case 'pause':
    case 'stop':
      return step.reason
    case 'extend':
      return `${dayText(step.until)}. ${step.reason}`
    case 'forward':
      return step.to
    case 'ready':
      return step.result
    case 'return':
      return [step.to.name, step.to.paper ?? ''].filter(text => text !== '').join(' · ')
    case 'complete':
    case 'resume':
      return ''
  }
}
