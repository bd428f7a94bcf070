import { papersNeeded } from '#domain/dossier/receive.ts'
import { missingCase } from '#domain/kernel/missing-case.ts'
import { type Day, type Instant, dayOf } from '#domain/kernel/time.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { fieldsNow } from '#domain/procedure/group.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { Band } from '../../parts/band.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { put } from '#words/say.ts'
import { useWords } from '../../parts/use-words.tsx'
import { CardBand } from '../citizen/card-band.tsx'
import { OtherCard, OtherCards } from '../citizen/card-notes.tsx'
import { EmptySeat } from '../citizen/empty-seat.tsx'
import { FormStage } from './form-stage.tsx'
import { IdentityForm } from '../citizen/identity-form.tsx'
import { ProcedureChooser } from '../procedure/procedure-chooser.tsx'
import { ReceivedPanel } from './received-panel.tsx'
import { TurnedAwayPanel } from '../turn-away/turned-away-panel.tsx'
import { RefusedScan } from '../citizen/scan-notes.tsx'
import type { Sitting } from './sitting.ts'
import { type SittingDesk, useSitting } from './sitting-desk.ts'

type Props = {
  readonly desk: SittingDesk
  readonly procedures: readonly Procedure[]
  readonly favourites: readonly string[]
  readonly now: Instant
  /** False while something lies over the desk: its keys sleep. */
  readonly on: boolean
  /** Where the hand goes when this draft's form appears, `null` for its first gap. */
  readonly start: (draft: string) => string | null
  readonly onReadBack: () => void
}

/** The middle of the counter: one citizen, from the empty seat to the saved dossier. */
export function SittingZone(props: Props) {
  const { desk } = props
  const sitting = useSitting(desk)
  return (
    <main className="zone zone-sitting">
      {sitting.citizen === null ? null : <CardBand citizen={sitting.citizen} />}
      {sitting.other === null ? null : (
        <OtherCard other={sitting.other} onTake={desk.takeOther} onIgnore={desk.ignoreOther} onNext={desk.next} />
      )}
      {sitting.refusal === null ? null : <RefusedScan refusal={sitting.refusal} onForget={desk.forgetRefusal} />}
      <SecondCards sitting={sitting} today={dayOf(props.now)} />
      <Mending sitting={sitting} />
      <Troubles sitting={sitting} />
      <Stage {...props} sitting={sitting} />
    </main>
  )
}

/** What is often asked for in the same sitting after this. */
const nextOf = (received: Sitting['received'], procedures: readonly Procedure[]): Procedure | null => {
  const codes = procedures.find(({ code }) => code === received?.dossier.procedure.code)?.next ?? []
  return procedures.find(({ code }) => codes.some(next => next.code === code)) ?? null
}

function Stage({ desk, sitting, procedures, favourites, now, on, start, onReadBack }: Props & { readonly sitting: Sitting }) {
  const { stage, procedure, draft, received, turned } = sitting
  useKeys({ Esc: desk.keepProcedure }, on && stage === 'choosing' && draft !== null)
  useKeys({ F4: desk.chooseAgain }, on && stage === 'done')
  switch (stage) {
    case 'empty':
      return <EmptySeat on={on} handsIn={sitting.handsIn?.name ?? null} onType={desk.typeCitizen} />
    case 'typing':
      return <IdentityForm on={on} today={dayOf(now)} onDone={desk.typed} onLeave={desk.next} />
    case 'choosing':
      return <ProcedureChooser procedures={procedures} favourites={favourites} onChoose={desk.choose} />
    case 'form':
      return procedure === null || draft === null ? null : (
        <FormStage
          key={draft.id}
          desk={desk}
          sitting={sitting}
          procedure={procedure}
          draft={draft}
          now={now}
          on={on}
          start={start(draft.id)}
          onReadBack={onReadBack}
        />
      )
    case 'done':
      if (turned !== null) return <TurnedAwayPanel turned={turned} on={on} onJobs={desk.jobs} onMore={desk.chooseAgain} />
      return received === null ? null : (
        <ReceivedPanel
          received={received}
          now={now}
          on={on}
          onJobs={desk.jobs}
          onMore={desk.chooseAgain}
          next={nextOf(received, procedures)}
          onNext={desk.follow}
        />
      )
    default:
      return missingCase(stage)
  }
}

/** Whose other cards filled this form, and who hands it in. */
function SecondCards({ sitting: { draft, stage, citizen, compared }, today }: { readonly sitting: Sitting; readonly today: Day }) {
  const { words } = useWords()
  if (stage !== 'form' || draft === null) return null
  const others = draft.cards.filter(({ number }) => number !== citizen?.applicant.number)
  return (
    <>
      <OtherCards cards={others} compared={compared} today={today} />
      {draft.proxy === null ? null : <Band tone="plain">{put(words.proxy.band, { name: draft.proxy.name })}</Band>}
    </>
  )
}

/** While a mistake is mended, the desk says of which dossier and why. */
function Mending({ sitting: { draft, stage } }: { readonly sitting: Sitting }) {
  const { words } = useWords()
  if (stage === 'done' || draft === null || draft.corrects === null) return null
  const { code, reason } = draft.corrects
  return <Band tone="warn">{put(words.life.mending, { code, reason })}</Band>
}

/** What belongs to no field of the form: said once, above it. What is only to be known stands in amber. */
function Troubles({ sitting }: { readonly sitting: Sitting }) {
  const { say } = useWords()
  const places = new Set([
    ...(sitting.procedure === null ? [] : fieldsNow(sitting.procedure, sitting.draft?.answers ?? {})).map(field => field.id),
    'proxy.paper',
    ...(sitting.procedure === null || sitting.draft === null ? [] : papersNeeded(sitting.procedure, sitting.draft)).map(
      paper => `papers.${paper.id}`,
    ),
    'applicant.phone',
  ])
  const isHomeless = ({ field }: Fault): boolean => field === undefined || !places.has(field)
  const wrong = sitting.faults.filter(isHomeless)
  const known = sitting.stage === 'form' ? [...(sitting.moved === null ? [] : [sitting.moved]), ...(sitting.weighed?.warnings ?? [])] : []
  const amber = known
    .filter(isHomeless)
    .filter(({ code }, index, all) => all.findIndex(one => one.code === code) === index && !wrong.some(one => one.code === code))
  const band = (tone: 'wrong' | 'warn', fault: Fault) => (
    <Band tone={tone} key={`${fault.code}-${fault.field ?? ''}`} live>
      {say(fault)}
    </Band>
  )
  return [...wrong.map(fault => band('wrong', fault)), ...amber.map(fault => band('warn', fault))]
}
