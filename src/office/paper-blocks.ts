import type { DossierReceived, OfficeOnPaper } from '#domain/dossier/dossier.ts'
import { lifeOf } from '#domain/dossier/life.ts'
import type { DossierMoved, Happening } from '#domain/dossier/move.ts'
import { completedAt, laterSlips, standingOf } from '#domain/dossier/standing.ts'
import type { TurnedAway } from '#domain/dossier/turn-away.ts'
import { DossierId, HandoverId } from '#domain/kernel/id.ts'
import { missingCase } from '#domain/kernel/missing-case.ts'
import { type Result, failureFault, ok, refuse } from '#domain/kernel/result.ts'
import { Day, type Instant } from '#domain/kernel/time.ts'
import type { Bank } from '#domain/money/bank.ts'
import type { Block } from '#domain/paper/block.ts'
import { type DeclarationForm, declarationAt } from '#domain/paper/form.ts'
import type { FormSet } from '#domain/paper/form-set.ts'
import type { Replacement } from '#domain/paper/slip.ts'
import { controlSlip } from '#paper/control.ts'
import { daySheet } from '#paper/day-sheet.ts'
import { declarationOf } from '#paper/declaration.ts'
import { extensionPaper } from '#paper/extension.ts'
import type { StepOptions } from '#paper/form-sheet.ts'
import { followUpBook } from '#paper/follow-up-book.ts'
import { handoverList } from '#paper/handover-list.ts'
import { handoverSlip } from '#paper/handover-slip.ts'
import { mau01 } from '#paper/mau-01.ts'
import { receiptSlip } from '#paper/receipt.ts'
import { routeList } from '#paper/route-list.ts'
import { refusalPaper } from '#paper/refusal.ts'
import { stopPaper } from '#paper/stop.ts'
import { supplementPaper } from '#paper/supplement.ts'
import { ticketSlip } from '#paper/ticket.ts'
import type { PrintJob } from '#storage/jobs.ts'
import type { Store } from '#storage/store.ts'
import { bookRows, readSpan } from './book.ts'
import { type Catalog, findEdition } from './catalog.ts'
import { openHandings } from './handing.ts'
import { readRoute } from './home-route.ts'

export type BlockParts = {
  readonly store: Store
  /** Where fees can be transferred to: slips show it while something is to pay. */
  readonly bank: Bank | null
  readonly catalog: () => Catalog
  readonly formSet: () => Result<FormSet>
  readonly office: OfficeOnPaper
  readonly now: () => Instant
}

export type Paper = Pick<PrintJob, 'subject' | 'form' | 'copy'>

/** What every paper of the office says, from what was committed. Refused: nothing of that name happened. */
export function openBlocks({ store, office, bank, catalog, formSet, now }: BlockParts) {
  const { dossiers, visits, handovers, payments, tickets, home } = store.read
  const handing = openHandings({ store, catalog })

  const ofList = (paper: Paper): Result<readonly Block[]> => {
    const list = handovers.byId(HandoverId.parse(paper.subject))
    if (list === null) return refuse(failureFault('handover.unknown'))
    return ok((paper.form === 'handover' ? handoverList : handoverSlip)(list, { copy: paper.copy }))
  }

  const ofDay = (paper: Paper): Result<readonly Block[]> => {
    const day = payments.closedDay(Day.parse(paper.subject))
    if (day === null) return refuse(failureFault('money.day.unknown'))
    return ok(daySheet(day, { copy: paper.copy, payments: payments.onSheet(day.day) }))
  }

  /** Every copy says what the first one promised. */
  const ofTicket = ({ subject, copy }: Paper): Result<readonly Block[]> => {
    const handed = tickets.paper(subject)
    return handed === null ? refuse(failureFault('paper.not-yet')) : ok(ticketSlip(handed, { copy }))
  }

  /** The route as it stands now, ended visits too: what is printed again says how far it came. */
  const ofRoute = ({ subject, copy }: Paper): Result<readonly Block[]> => {
    const { day, official } = readRoute(subject)
    const stops = home.route(day, official).map(visit => ({ visit, handing: handing(visit) }))
    const goes = stops[0]?.visit.plan?.official.name
    return goes === undefined
      ? refuse(failureFault('home.route.empty'))
      : ok(routeList({ day, official: goes, stops }, { copy, office, at: now() }))
  }

  const ofSpan = (paper: Paper): Result<readonly Block[]> => {
    const set = formSet()
    const { first, last } = readSpan(paper.subject)
    return set.ok ? ok(followUpBook(bookRows(store, first, last), set.value)) : set
  }

  /** The paper of a citizen who was turned away at reception. */
  const ofVisit = (visit: TurnedAway, options: Pick<StepOptions, 'copy'>): Result<readonly Block[]> => {
    const set = formSet()
    if (!set.ok) return set
    return ok(
      visit.step.kind === 'supplement' ? supplementPaper(visit, visit, set.value, options) : refusalPaper(visit, visit, set.value, options),
    )
  }

  /** A paper of one dossier: as it stands now, and with the step that the paper goes with. */
  const ofDossier = (body: DossierReceived, { form, copy }: Pick<Paper, 'form' | 'copy'>): Result<readonly Block[]> => {
    const history = dossiers.history(body.dossier)
    const slip = replacementOf(body, history)
    const dossier = standingOf(body, history)
    const procedure = findEdition(catalog().procedures, dossier.procedure)
    const set = formSet()
    if (form === 'receipt')
      return ok(
        receiptSlip(dossier, { copy, slip, money: { bank, payments: payments.of(dossier.dossier), ended: lifeOf(body, history).ended } }),
      )
    const which = declarationAt(form)
    if (which !== null) {
      if (!procedure.ok) return procedure
      if (which >= Math.max(procedure.value.declaration?.length ?? 0, 1)) return refuse(failureFault('paper.not-yet'))
      return ok(declarationOf(procedure.value, dossier, { copy, slip, which }))
    }
    if (!set.ok) return set
    if (form === 'mau-01') {
      const declarations = procedure.ok ? (procedure.value.declaration ?? []).map(({ title }) => title) : []
      return ok(mau01(dossier, { copy, slip, declarations, completed: completedAt(body, history) }, set.value))
    }
    return ofStep(dossier, history, form, { copy, slipNumber: slip?.number ?? 1 }, set.value)
  }

  return {
    of: (paper: Paper): Result<readonly Block[]> => {
      if (paper.form === 'handover' || paper.form === 'handover-slip') return ofList(paper)
      if (paper.form === 'day-sheet') return ofDay(paper)
      if (paper.form === 'book') return ofSpan(paper)
      if (paper.form === 'ticket') return ofTicket(paper)
      if (paper.form === 'route-list') return ofRoute(paper)
      const visit = visits.byId(paper.subject)
      if (visit !== null) return ofVisit(visit, paper)
      const dossier = dossiers.byId(DossierId.parse(paper.subject))
      return dossier === null ? refuse(failureFault('dossier.unknown')) : ofDossier(dossier, paper)
    },
    ofDossier,
    ofVisit,
    /** Which slip of its dossier a paper belongs to; 1 for what is no dossier's. */
    slipOf: ({ subject, form }: Paper): number => {
      const dossier =
        form === 'receipt' || form === 'mau-01' || declarationAt(form) !== null ? dossiers.byId(DossierId.parse(subject)) : null
      return dossier === null ? 1 : lifeOf(dossier, dossiers.history(dossier.dossier)).slip
    },
  }
}

type StepPaper = Exclude<
  Paper['form'],
  'receipt' | 'ticket' | 'mau-01' | DeclarationForm | 'handover' | 'handover-slip' | 'day-sheet' | 'book' | 'route-list'
>
const stepOf = { supplement: 'supplement', refusal: 'refuse', extension: 'extend', stop: 'stop' } as const

function ofStep(
  dossier: DossierReceived,
  history: readonly Happening[],
  form: Paper['form'],
  options: StepOptions,
  set: FormSet,
): Result<readonly Block[]> {
  if (!isStepPaper(form)) return refuse(failureFault('paper.not-yet'))
  if (form === 'control') return ok(controlSlip(dossier, movesIn(history), set, options))
  const at = history.findLastIndex(one => one.kind === 'moved' && one.moved.step.kind === stepOf[form])
  const move = movesIn(history.slice(at, at + 1))[0]
  if (move === undefined) return refuse(failureFault('paper.not-yet'))
  switch (form) {
    case 'supplement':
      return ok(supplementPaper(dossier, move, set, options))
    case 'refusal':
      return ok(refusalPaper(dossier, move, set, options))
    case 'extension':
      return ok(extensionPaper(dossier, move, set, { ...options, promised: lifeOf(dossier, history.slice(0, at)).due }))
    case 'stop':
      return ok(stopPaper(dossier, move, set, options))
    default:
      return missingCase(form)
  }
}

const isStepPaper = (form: Paper['form']): form is StepPaper => form === 'control' || form in stepOf

const movesIn = (history: readonly Happening[]): readonly DossierMoved[] =>
  history.flatMap(one => (one.kind === 'moved' ? [one.moved] : []))

/** Which slip holds, and when the one before it was printed; `null` while the first one does. */
function replacementOf(dossier: DossierReceived, history: readonly Happening[]): Replacement | null {
  const later = laterSlips(history)
  return later.length === 0 ? null : { number: lifeOf(dossier, history).slip, replaces: later.at(-2) ?? dossier.received }
}
