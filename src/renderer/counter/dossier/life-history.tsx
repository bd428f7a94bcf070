import type { HistoryLine, Opened } from '#contract/calls.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import { put } from '#words/say.ts'
import { dayText, moneyText } from '#words/paper.ts'
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
            <span>{detailOf(line, words)}</span>
            <span className="quiet">{put(words.life.by, { time: momentText(atOf(line)), official: officialOf(line) })}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

type Moved = Extract<HistoryLine, { kind: 'moved' }>['moved']

const momentText = (at: Instant): string => `${clockTime(at)} ${dayText(dayOf(at))}`
const atOf = (line: HistoryLine): Instant => (line.kind === 'moved' ? line.moved.at : line.at)
const officialOf = (line: HistoryLine): string => (line.kind === 'moved' ? line.moved.official.name : line.official)

const titleOf = (line: HistoryLine, words: ScreenWords): string =>
  line.kind === 'moved' ? words.step[line.moved.step.kind] : put(words.life.corrected, { slip: line.slip, reason: line.reason })

/** What a step said, and what went back to the citizen with it. */
function detailOf(line: HistoryLine, words: ScreenWords): string {
  if (line.kind === 'corrected') return ''
  return [saidOf(line.moved.step, line.moved.verification?.workingDays ?? 0, words), originalsOf(line.moved, words)]
    .filter(text => text !== '')
    .join(' · ')
}

function originalsOf({ originals }: Moved, { life }: ScreenWords): string {
  if (originals === undefined) return ''
  const papers = originals.papers.map(({ name, count }) => put(life.onPaper, { name, count })).join('; ')
  return put(originals.given ? life.given : life.notGiven, { papers })
}

function saidOf(step: Moved['step'], verified: number, { life }: ScreenWords): string {
  switch (step.kind) {
    case 'supplement':
      return `${step.wanted.map(({ name }) => name).join('; ')}. ${step.reason}`
    case 'refuse':
    case 'pause':
      return step.reason
    case 'stop':
      return step.refund === 0 ? step.reason : `${step.reason} · ${put(life.refund, { money: moneyText(step.refund) })}`
    case 'verify':
      return verified === 0 ? step.reason : `${step.reason} · ${put(life.added, { days: verified })}`
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
