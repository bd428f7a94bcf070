import type { HomeView } from '#contract/home.ts'
import { homeStanding } from '#domain/home/home-life.ts'
import { SLOT_MINUTES } from '#domain/home/plan-home.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { dayText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { useWords } from '../../parts/use-words.tsx'
import type { Official } from '../start/sign-in.tsx'
import { HomeSheet } from './home-form.tsx'
import { type Typed, askForm, endForm, planForm, readAsk, readEnd, readPlan } from './typed-home.ts'
import type { HomeDeskOf } from './use-home.ts'

type SheetProps = {
  readonly sheet: 'ask' | 'plan' | 'end'
  readonly view: HomeView
  readonly home: HomeDeskOf
  readonly official: Official
  readonly asking: Typed | null
  readonly on: boolean
  readonly onAsking: (typed: Typed | null) => void
  readonly onDone: (refused: Promise<readonly Fault[]>) => Promise<readonly Fault[]>
  readonly onLeave: () => void
}

/** What is asked now: a new request, a plan, or how a visit ended. */
export function VisitSheet({ sheet, view, home, official, asking, on, onAsking, onDone, onLeave }: SheetProps) {
  const { words } = useWords()
  const say = words.homeScreen
  const row = home.chosen
  if (sheet === 'ask') {
    const form = askForm(words)
    const ask = async (typed: Typed): Promise<readonly Fault[]> => {
      const read = readAsk(typed, form)
      if (!read.ok) return read.faults
      const refused = await home.ask(read.value)
      if (refused.length === 0) onAsking(null)
      return refused
    }
    return (
      <HomeSheet
        key="ask"
        title={say.askTitle}
        how={say.askHow}
        form={form}
        kept={asking}
        on={on}
        onType={onAsking}
        onDone={typed => onDone(ask(typed))}
        onLeave={onLeave}
      />
    )
  }
  if (row === null) return null
  const { visit, request } = row.visit
  if (sheet === 'plan') {
    const form = planForm(row, view, official.id, words)
    const plan = async (typed: Typed): Promise<readonly Fault[]> => {
      const read = readPlan(typed, form, view)
      return read.ok ? home.plan({ visit, ...read.value }) : read.faults
    }
    const wish = { half: words.homeHalf[request.wish.half].toLocaleLowerCase('vi'), day: dayText(request.wish.day) }
    return (
      <HomeSheet
        key="plan"
        title={put(say.planTitle, { name: request.name })}
        how={put(say.planHow, { ...wish, minutes: SLOT_MINUTES })}
        form={form}
        on={on}
        onDone={typed => onDone(plan(typed))}
        onLeave={onLeave}
      />
    )
  }
  const form = endForm(row, words)
  const end = async (typed: Typed): Promise<readonly Fault[]> => {
    const read = readEnd(typed, form, row)
    return read.ok ? home.end({ visit, end: read.value }) : read.faults
  }
  return (
    <HomeSheet
      key="end"
      title={put(say.endTitle, { name: request.name })}
      how={homeStanding(row.visit).state === 'open' ? say.openHow : say.endHow}
      form={form}
      on={on}
      onDone={typed => onDone(end(typed))}
      onLeave={onLeave}
    />
  )
}
