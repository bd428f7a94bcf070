import type { HomeRow } from '#contract/home.ts'
import { homeStanding } from '#domain/home/home-life.ts'
import { dayText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { clockTime } from '../../parts/say-figures.ts'
import { MaskedNumber } from '../../parts/use-reveal.tsx'
import { useWords } from '../../parts/use-words.tsx'
import { endText } from './home-route.tsx'

/** What can be done with the visit that is chosen. `undefined`: not now. */
export type VisitActs = Readonly<Record<'plan' | 'end' | 'remind' | 'sit' | 'up' | 'down' | 'settle', (() => void) | undefined>>
type Props = { readonly row: HomeRow; readonly acts: VisitActs }

/** The visit that is chosen: who, where, what for, and what can be done with it now. */
export function VisitPanel({ row: { visit, handing }, acts }: Props) {
  const { words } = useWords()
  const { request, plan, reminded } = visit
  const { state, end, differing } = homeStanding(visit)
  const say = words.homeScreen
  const planned =
    state === 'planned' && plan !== null ? put(say.planned, { slot: plan.slot, day: dayText(plan.day), name: plan.official.name }) : null
  const facts = [
    words.homeMatter[request.matter.kind] + (request.matter.kind === 'return' ? '' : `: ${request.matter.what}`),
    words.homeWhy[request.why],
    words.homeChannel[request.channel],
    put(say.wished, { half: words.homeHalf[request.wish.half].toLocaleLowerCase('vi'), day: dayText(request.wish.day) }),
    ...(planned === null ? [] : [planned]),
    ...(reminded === null ? [] : [put(say.remindedAt, { time: clockTime(reminded) })]),
  ]
  return (
    <section className="home-panel" aria-label={request.name}>
      <h2 className="home-name">{request.name}</h2>
      <p>
        <span className="number">{request.phone}</span> · {request.address}
        {request.number === null ? null : (
          <>
            {' '}
            · <MaskedNumber number={request.number} />
          </>
        )}
      </p>
      <p className="quiet">{facts.join(' · ')}</p>
      {request.note === '' ? null : <p>{request.note}</p>}
      {handing === null ? null : (
        <p>
          {put(say.bring, { code: handing.code, procedure: handing.procedure })}
          {handing.originals.length === 0 ? '' : `. ${put(say.bringOriginals, { papers: handing.originals.join('; ') })}`}
        </p>
      )}
      {end === null || state === 'planned' ? null : <p className="quiet">{`${endText(end, words)} · ${end.by.name}`}</p>}
      {differing.map(one => (
        <Band tone="warn" key={one.ending}>
          <Differing row={one} />
        </Band>
      ))}
      <PanelActions acts={acts} state={state} />
    </section>
  )
}

function Differing({ row }: { readonly row: ReturnType<typeof homeStanding>['differing'][number] }) {
  const { words, sayCode } = useWords()
  return (
    <>
      {put(words.homeScreen.outcomeOf, { machine: row.from ?? '', said: endText(row, words) })}
      {row.bar === null ? '' : `. ${sayCode(row.bar)}`}
    </>
  )
}

function PanelActions({ acts, state }: { readonly acts: VisitActs; readonly state: string }) {
  const { homeScreen: say } = useWords().words
  const isOpen = state === 'open'
  const shown = [
    { act: acts.settle, name: say.settle, key: 'Alt+X' },
    { act: acts.plan, name: isOpen ? say.plan : say.planAnew, key: isOpen ? 'F9' : 'Alt+P' },
    { act: acts.end, name: isOpen ? say.putOff : say.end, key: isOpen ? 'Alt+D' : 'F9' },
    { act: acts.sit, name: say.sit, key: 'F4' },
    { act: acts.remind, name: say.reminded, key: 'Alt+N' },
    { act: acts.up, name: say.up, key: 'Alt+↑' },
    { act: acts.down, name: say.down, key: 'Alt+↓' },
  ].flatMap(one => (one.act === undefined ? [] : [{ ...one, act: one.act }]))
  const next = shown.find(({ key }) => key === 'F9')?.key
  return (
    <div className="sheet-actions home-actions">
      {shown.map(({ act, name, key }) => (
        <Action key={key} name={name} shortcut={key} tone={key === next ? 'next' : 'plain'} act={act} />
      ))}
    </div>
  )
}
