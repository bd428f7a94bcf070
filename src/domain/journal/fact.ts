import { z } from 'zod'
import { DossierReceived, OfficeOnPaper } from '../dossier/dossier.ts'
import { DossierCorrected, DossierMoved } from '../dossier/move.ts'
import { TurnedAway } from '../dossier/turn-away.ts'
import { HomeAsked, HomeCarried, HomeEnded, HomeOrdered, HomePlanned, HomeReminded, HomeSettled, HomeTaken } from '../home/home-visit.ts'
import { DossierId, OfficialId } from '../kernel/id.ts'
import { DayClosed } from '../money/day.ts'
import { FeeClaimed, FeeCollected, FeeReceipted, FeeRefunded, FeeVoided } from '../money/payment.ts'
import { PaperForm } from '../paper/form.ts'
import { CounterTakes, QueueLed, TicketHanded, TicketJoined, TicketMoved, TicketTaken } from '../queue/ticket.ts'
import { HandoverAdded, HandoverOpened, HandoverRemoved, HandoverSigned, Role } from '../post/handover.ts'
import { ParcelMoved } from '../post/parcel.ts'
import { PostClosed, PostTold } from '../post/reconcile.ts'

/** What can happen at a counter. One kind, one version, one body; a new meaning is a new kind or a new version. */
export const Fact = z.discriminatedUnion('kind', [
  fact('counter.opened', z.strictObject({ office: OfficeOnPaper, agency: z.string(), counter: z.string(), number: z.int().positive() })),
  fact('official.named', z.strictObject({ id: OfficialId, name: z.string().min(1).max(120), role: Role })),
  fact('dossier.received', DossierReceived),
  fact('dossier.moved', DossierMoved),
  fact('dossier.corrected', DossierCorrected),
  /** A citizen came, and nothing was received: Mẫu số 02 or 03 at reception. */
  fact('visit.turned.away', TurnedAway),
  /** Somebody looked at a citizen's dossier. */
  fact('dossier.opened', z.strictObject({ dossier: DossierId, why: z.enum(['search', 'scan', 'handover']) })),
  /** A paper was printed again: which copy, asked for by whom stands in the line. */
  fact('paper.reprinted', z.strictObject({ subject: z.string(), form: PaperForm, copy: z.int().min(2) })),
  fact('handover.opened', HandoverOpened),
  fact('handover.added', HandoverAdded),
  fact('handover.described', HandoverAdded),
  fact('handover.removed', HandoverRemoved),
  fact('handover.signed', HandoverSigned),
  fact('parcel.moved', ParcelMoved),
  /** What the Post's own status file says that does not fit. */
  fact('post.told', PostTold),
  fact('post.closed', PostClosed),
  fact('fee.claimed', FeeClaimed),
  fact('fee.collected', FeeCollected),
  fact('fee.refunded', FeeRefunded),
  fact('fee.receipted', FeeReceipted),
  fact('fee.voided', FeeVoided),
  fact('day.closed', DayClosed),
  fact('ticket.taken', TicketTaken),
  fact('ticket.joined', TicketJoined),
  fact('ticket.moved', TicketMoved),
  /** What the thermal ticket says that came out at this machine. */
  fact('ticket.printed', TicketHanded),
  fact('counter.takes', CounterTakes),
  fact('queue.led', QueueLed),
  fact('home.asked', HomeAsked),
  fact('home.planned', HomePlanned),
  fact('home.ordered', HomeOrdered),
  fact('home.reminded', HomeReminded),
  fact('home.ended', HomeEnded),
  fact('home.settled', HomeSettled),
  fact('home.carried', HomeCarried),
  fact('home.taken', HomeTaken),
])
export type Fact = z.output<typeof Fact>

/** A fact with the id of what it is about: what a decision answers with and a commit writes. */
export type Said = Fact & { readonly subject: string }

function fact<Kind extends string, Body extends z.ZodType>(kind: Kind, body: Body) {
  return z.strictObject({ kind: z.literal(kind), version: z.literal(1), body })
}
