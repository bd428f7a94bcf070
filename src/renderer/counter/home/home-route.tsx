import type { HomeRoute, HomeRow } from '#contract/home.ts'
import { homeStanding } from '#domain/home/home-life.ts'
import type { HomeEnded, HomeVisit, HomeVisitId } from '#domain/home/home-visit.ts'
import { dayText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import type { ScreenWords } from '#words/screen-vi.ts'
import { clockTime } from '../../parts/say-figures.ts'
import { useWords } from '../../parts/use-words.tsx'

type Props = { readonly route: HomeRoute; readonly chosen: HomeVisitId | null; readonly onChoose: (visit: HomeVisitId) => void }

/** The way of one official on one day, from house to house. */
export function RouteList({ route, chosen, onChoose }: Props) {
  const { words } = useWords()
  const { official, stops, outOfTime, isTaken } = route
  const title = put(words.homeScreen.routeOf, { name: official.name })
  const from = stops.find(({ visit }) => visit.taken !== null)?.visit.taken?.from
  const carried = stops.find(({ visit }) => visit.carried !== null)?.visit.carried
  return (
    <section className="home-route">
      <h3 className="home-goes">
        {title}
        {isTaken && from !== undefined ? <span className="quiet"> · {put(words.homeScreen.takenFrom, { counter: from })}</span> : null}
        {!isTaken && carried !== undefined && carried !== null ? (
          <span className="quiet"> · {put(words.homeScreen.carried, { time: clockTime(carried) })}</span>
        ) : null}
      </h3>
      <ol className="home-stops" aria-label={title}>
        {stops.map((row, at) => (
          <Stop
            key={row.visit.visit}
            row={row}
            number={at + 1}
            isChosen={row.visit.visit === chosen}
            isOut={outOfTime.includes(row.visit.visit)}
            onChoose={() => onChoose(row.visit.visit)}
          />
        ))}
      </ol>
    </section>
  )
}

type StopProps = {
  readonly row: HomeRow
  readonly number: number
  readonly isChosen: boolean
  readonly isOut: boolean
  readonly onChoose: () => void
}

function Stop({ row: { visit, handing }, number, isChosen, isOut, onChoose }: StopProps) {
  const { words } = useWords()
  const { request, plan } = visit
  const { state } = homeStanding(visit)
  return (
    <li>
      <button
        type="button"
        className={state === 'planned' ? 'home-stop' : 'home-stop home-stop-over'}
        aria-current={isChosen || undefined}
        aria-keyshortcuts="ArrowUp ArrowDown"
        aria-label={put(words.homeScreen.row, { slot: plan?.slot ?? '', name: request.name, state: stateText(visit, words) })}
        onClick={onChoose}
      >
        <span className="number">{number}</span>
        <span className="number home-slot">{plan?.slot}</span>
        <span className="home-who">
          <strong>{request.name}</strong>
          <span className="quiet number">{request.phone}</span>
        </span>
        <span className="home-where">{request.address}</span>
        <span className="home-what">
          <span>{words.homeMatter[request.matter.kind]}</span>
          <span className="quiet">
            {request.matter.kind === 'return' ? (handing?.procedure ?? request.matter.code) : request.matter.what}
          </span>
        </span>
        <span className={state === 'done' ? 'home-state home-state-good' : 'home-state'}>
          {isOut ? <span className="home-out">▲ {words.homeScreen.outOfTime}</span> : null}
          <span>
            {state === 'done' ? '✔ ' : ''}
            {stateText(visit, words)}
          </span>
        </span>
      </button>
    </li>
  )
}

/** How a visit stands, in a few words. */
function stateText(visit: HomeVisit, words: ScreenWords): string {
  const { state, end } = homeStanding(visit)
  return state !== 'planned' && end !== null ? endText(end, words) : words.homeState[state]
}

/** `Không gặp 09:41, hẹn lại 27/11/2026`. */
export function endText({ end, at }: Pick<HomeEnded, 'end' | 'at'>, words: ScreenWords): string {
  const said = `${words.homeEnd[end.kind]} ${clockTime(at)}`
  if (end.kind === 'done') return said
  if (end.kind === 'cancelled') return `${said}: ${end.reason}`
  const again = `${said}, ${put(words.homeScreen.again, { day: dayText(end.again) })}`
  return end.kind === 'later' ? `${again}: ${end.reason}` : again
}
