import type { HomeRow, HomeView } from '#contract/home.ts'
import { homeStanding } from '#domain/home/home-life.ts'
import type { HomeVisitId } from '#domain/home/home-visit.ts'
import { dayText } from '#words/paper.ts'
import { ListItem, listKey } from '../../parts/list-item.tsx'
import { useWords } from '../../parts/use-words.tsx'

type Kind = 'missed' | 'differing' | 'remind' | 'open'
export type HomeTask = { readonly kind: Kind; readonly row: HomeRow }

/** Whatever is worst stands first; a visit that is a task twice stands in both lists. */
export const tasksOf = (view: HomeView): readonly HomeTask[] =>
  (['missed', 'differing', 'remind', 'open'] as const).flatMap(kind => view[kind].map(row => ({ kind, row })))

type Props = {
  readonly view: HomeView
  readonly chosen: HomeVisitId | null
  readonly onChoose: (visit: HomeVisitId) => void
}

/** What is to be done about visits at home, with the day on which it is due. */
export function HomeTasks({ view, chosen, onChoose }: Props) {
  const { words } = useWords()
  const tasks = tasksOf(view)
  if (tasks.length === 0) return <p className="quiet">{words.homeScreen.noTask}</p>
  const kinds = [...new Set(tasks.map(({ kind }) => kind))]
  return kinds.map(kind => (
    <section key={kind} aria-label={words.homeScreen[kind]}>
      <h3 className={kind === 'missed' || kind === 'differing' ? 'zone-title home-worse' : 'zone-title'}>
        {kind === 'missed' || kind === 'differing' ? <span aria-hidden="true">▲ </span> : null}
        {words.homeScreen[kind]}
      </h3>
      <ul>
        {tasks.map(({ kind: of, row }, at) =>
          of === kind ? (
            <li key={row.visit.visit}>
              <ListItem
                name={row.visit.request.name}
                side={sideOf(row, view)}
                isCurrent={row.visit.visit === chosen}
                shortcut={listKey('Alt', at) ?? '·'}
                act={() => onChoose(row.visit.visit)}
              />
            </li>
          ) : null,
        )}
      </ul>
    </section>
  ))
}

/** The day it is due, and a mark where that has passed. */
function sideOf({ visit }: HomeRow, { today }: HomeView): string {
  const { state, day } = homeStanding(visit)
  const at = state === 'planned' && visit.plan !== null ? `${visit.plan.slot} ${dayText(day)}` : dayText(day)
  return day < today ? `▲ ${at}` : at
}
