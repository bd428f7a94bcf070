import { z } from 'zod'
import { FoundPlace } from '#domain/address/find.ts'
import { Renewal } from '#domain/address/renew.ts'
import { ReadCard } from '#domain/card/card.ts'
import { Applicant, Draft, DossierReceived, Proxy, HandedPaper } from '#domain/dossier/dossier.ts'
import { DossierMoved, State, Step, StepName } from '#domain/dossier/move.ts'
import { TurnedAway, Turning } from '#domain/dossier/turn-away.ts'
import { DossierId, JobId, OfficialId } from '#domain/kernel/id.ts'
import { HomePlan, HomeVisit } from '#domain/home/home-visit.ts'
import type { Result } from '#domain/kernel/result.ts'
import { Day, Instant } from '#domain/kernel/time.ts'
import { PaperForm } from '#domain/paper/form.ts'
import { Bank } from '#domain/money/bank.ts'
import { Handover, HandoverItem, Role } from '#domain/post/handover.ts'
import { PostClosed } from '#domain/post/reconcile.ts'
import { TicketHanded, TicketId } from '#domain/queue/ticket.ts'
import { Fee } from '#domain/procedure/fee.ts'
import { Procedure } from '#domain/procedure/procedure.ts'
import { Status } from './events.ts'
import { PageBlocks } from './block.ts'
import { Check } from './doctor.ts'
import { FaultShape } from './fault.ts'
import { Clip, ClipBytes, HallHello } from './hall-window.ts'
import { HomeAsks, HomeFile, HomeImported, HomeJoined, HomeView } from './home.ts'
import { DayMoney, MoneyAsked, MoneyOf, QrPicture } from './money.ts'
import { HandoverLine, HandoverScan, ParcelLine, PostAsked, PostDay, PostFileLooked, PostFileTaken } from './post.ts'
import { Figures, Pairing, QueueAsked, QueueView } from './queue.ts'
import { OfficeSettings, SettingsSheet, SettingsWanted } from './settings.ts'

const call = <Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) => ({ input, output })
const nothing = z.strictObject({})

const Span = z.strictObject({ first: Day, last: Day })

const Official = z.strictObject({ id: OfficialId, name: z.string(), role: Role })

/** What the window needs to begin: `setUp: false` means that nothing was set up yet and the first-run screen is due. */
export const Hello = z.discriminatedUnion('setUp', [
  z.strictObject({ setUp: z.literal(false), now: Instant }),
  z.strictObject({
    setUp: z.literal(true),
    now: Instant,
    office: OfficeSettings,
    officials: z.array(Official),
    signedIn: Official.nullable(),
    procedures: z.array(Procedure),
    status: Status,
  }),
])

/** A whole text that a scanner sent is one of these. */
export const Scanned = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('card'),
    read: ReadCard,
    citizen: z.strictObject({ earlier: z.array(z.strictObject({ code: z.string(), procedure: z.string(), day: Day })) }),
  }),
  z.strictObject({
    kind: z.literal('dossier'),
    code: z.string(),
    /** `null` where the scanned slip is the one that holds; else which was scanned, and which holds. */
    replaced: z.strictObject({ slip: z.int(), now: z.int() }).nullable(),
  }),
])
export type Scanned = z.output<typeof Scanned>

/** A draft with everything that follows from it: what it costs, when it is due, the papers it wants. */
export const Weighed = z.strictObject({
  draft: Draft,
  /** The edition the draft stands under: its form is drawn from it, whatever is offered by now. */
  procedure: Procedure,
  fee: Fee,
  due: z.strictObject({
    at: Instant,
    sure: z.boolean(),
    skipped: z.array(z.strictObject({ day: Day, why: z.string(), name: z.string().optional() })),
  }),
  /** What is to be looked at once more, at its field. It blocks nothing. */
  warnings: z.array(FaultShape).default([]),
})
export type Weighed = z.output<typeof Weighed>

export const Job = z.strictObject({
  id: JobId,
  form: PaperForm,
  /** Code of the dossier or list it belongs to. */
  code: z.string(),
  /** `unsure`: the printer took all and did not say that it is done; an official looks, and prints a copy where it is not there. */
  state: z.enum(['waiting', 'sending', 'unsure', 'done']),
  /** 1 is the original; above it, the paper says that it is a copy. */
  copy: z.int().positive(),
  fault: z.string().nullable(),
  at: Instant,
})
export type Job = z.output<typeof Job>

/** One line of what happened to a dossier after its reception. */
const HistoryLine = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('moved'), moved: DossierMoved }),
  z.strictObject({
    kind: z.literal('corrected'),
    slip: z.int(),
    reason: z.string(),
    changed: z.array(z.string()),
    at: Instant,
    official: z.string(),
  }),
])
export type HistoryLine = z.output<typeof HistoryLine>

/** What a due time follows from: its limit from where it began, what was added and what moved it, and the days passed over. */
export const WhyDue = z.strictObject({
  since: Instant,
  restarted: z.boolean(),
  limit: z.string(),
  verified: z.int(),
  pauses: z.array(z.strictObject({ from: Instant, to: Instant })),
  promised: Instant.nullable(),
  skipped: z.array(z.strictObject({ day: Day, why: z.string(), name: z.string().optional() })),
  same: z.boolean(),
})
export type WhyDue = z.output<typeof WhyDue>

/** A received dossier as it stands: what holds, what happened, and what the law lets one do now. */
export const Opened = z.strictObject({
  dossier: DossierReceived,
  jobs: z.array(Job),
  slip: z.int().positive(),
  state: State,
  due: Instant,
  dueSure: z.boolean(),
  history: z.array(HistoryLine),
  /** What was handed in, at reception and later. */
  papers: z.array(HandedPaper),
  /** What it was received under, in force or not; `null` where the catalogue no longer has it. */
  procedure: Procedure.nullable(),
  /** Why it is due when it is. */
  why: WhyDue,
  /** By when it goes on to the unit that settles it, where another does; `null` where it has left or waits. */
  forwardBy: Instant.nullable(),
  /** The last day an apology promises without a second look. */
  farthest: Day,
  /** What was paid and not given back: no more can go back. */
  paid: z.int(),
  /** Every step with the article it rests on; `bar` says why it may not be taken now. */
  steps: z.array(z.strictObject({ step: StepName, law: z.string(), bar: FaultShape.nullable() })),
})
export type Opened = z.output<typeof Opened>

export const Received = z.strictObject({ dossier: DossierReceived, saved: Instant, jobs: z.array(Job) })
export type Received = z.output<typeof Received>

/** A citizen who was turned away at reception: what was written, its print job, and the paper as it comes out. */
export const TurnedAwayNow = z.strictObject({ visit: TurnedAway, jobs: z.array(Job), paper: PageBlocks })
export type TurnedAwayNow = z.output<typeof TurnedAwayNow>

/** What was said last to the same citizen in the same matter; `resumable`: what was typed then can be opened again. */
export const Before = z.strictObject({ visit: TurnedAway, resumable: z.boolean() })
export type Before = z.output<typeof Before>

export const Hit = z.strictObject({
  id: DossierId,
  code: z.string(),
  name: z.string(),
  procedure: z.string(),
  state: z.string(),
  received: Instant,
})
export type Hit = z.output<typeof Hit>

const ShownPapers = z.strictObject({ receipt: PageBlocks, declarations: z.array(PageBlocks), mau01: PageBlocks })

/** Every call a window, `kv` or a test can make of an office. Types, parsing and handlers all come from this table. */
export const calls = {
  'office.hello': call(nothing, Hello),
  'office.demo': call(nothing, nothing),
  'office.setUp': call(
    z.strictObject({
      settings: OfficeSettings,
      officials: z
        .array(z.strictObject({ name: z.string().trim().min(1).max(120), role: Role, pin: z.string().regex(/^\d{4,8}$/) }))
        .min(1),
    }),
    nothing,
  ),
  'settings.open': call(nothing, SettingsSheet),
  /** Keeps settings and calendars, and works by them from that moment on. */
  'settings.keep': call(SettingsWanted, SettingsSheet),
  /** The code of an account without an amount: what an admin tries with a phone before it is kept. */
  'settings.bankCode': call(z.strictObject({ bank: Bank }), QrPicture),
  'official.signIn': call(z.strictObject({ id: OfficialId, pin: z.string() }), Official),
  'official.signOut': call(nothing, nothing),
  'card.scan': call(z.strictObject({ text: z.string().max(8192) }), Scanned),
  /** Opens a draft of a procedure, filled from card, earlier dossiers and office. Without a card, from what was typed. */
  'draft.open': call(
    z.strictObject({
      procedure: z.string(),
      applicant: Applicant,
      card: ReadCard.nullable(),
      /** Who hands in for the applicant. */
      proxy: Proxy.nullish(),
      /** Code of the dossier this one follows in the same sitting. */
      after: z.string().nullish(),
      /** The draft it takes the place of: what was typed, ticked and agreed there stays, and that draft is dropped. */
      instead: Draft.nullish(),
    }),
    Weighed,
  ),
  /** Another person's card, where the form has a place for one: fills it. */
  'draft.card': call(z.strictObject({ draft: Draft, card: ReadCard }), Weighed),
  /** Keeps the draft and answers with it filled and weighed again. */
  'draft.keep': call(z.strictObject({ draft: Draft }), Weighed),
  'draft.list': call(nothing, z.array(z.strictObject({ id: DossierId, procedure: z.string(), name: z.string(), kept: Instant }))),
  'draft.resume': call(z.strictObject({ id: DossierId }), Weighed),
  'draft.drop': call(z.strictObject({ id: DossierId }), nothing),
  /** The papers of a draft as they will come out. */
  'paper.preview': call(z.strictObject({ draft: Draft }), ShownPapers),
  /** The papers of a received dossier, as they came out. */
  'paper.of': call(z.strictObject({ code: z.string() }), ShownPapers),
  'dossier.finish': call(z.strictObject({ draft: Draft }), Received),
  /** Mẫu số 02 or 03 at reception: nothing is received. A request keeps the draft, a refusal drops it. */
  'visit.turnAway': call(z.strictObject({ draft: Draft, turning: Turning }), TurnedAwayNow),
  /** Its paper as it would come out now. */
  'visit.foresee': call(z.strictObject({ draft: Draft, turning: Turning }), PageBlocks),
  'visit.before': call(z.strictObject({ draft: Draft }), Before.nullable()),
  'dossier.find': call(z.strictObject({ text: z.string().max(200) }), z.strictObject({ hits: z.array(Hit), ms: z.number() })),
  'dossier.open': call(z.strictObject({ code: z.string() }), Opened),
  'dossier.step': call(z.strictObject({ code: z.string(), step: Step }), Opened),
  /** Opens a draft in which a mistake of this dossier can be mended; finishing it gives the dossier a new slip. */
  'dossier.correct': call(z.strictObject({ code: z.string(), reason: z.string().max(2000) }), Weighed),
  'paper.reprint': call(z.strictObject({ code: z.string(), form: PaperForm }), Job),
  'paper.waiting': call(nothing, z.array(Job)),
  'handover.open': call(PostAsked.open, Handover),
  /** Opens the list that mends a signed one: what is put on it never changed hands. */
  'handover.correct': call(PostAsked.list, Handover),
  'handover.list': call(nothing, z.array(HandoverLine)),
  'handover.look': call(PostAsked.list, Handover),
  'handover.scan': call(PostAsked.scan, HandoverScan),
  /** Puts a dossier on a list that the Post brings and the office does not know yet. */
  'handover.bring': call(PostAsked.bring, HandoverItem),
  'handover.describe': call(PostAsked.describe, HandoverItem),
  'handover.remove': call(PostAsked.remove, nothing),
  'handover.sign': call(PostAsked.sign, Handover),
  /** The draft of a dossier that came with a signed list: received when that was signed, whenever it is written down. */
  'handover.receive': call(PostAsked.key, Weighed),
  /** What is with the Post or waits for a hand because of it; what is to be done first. */
  'post.parcels': call(nothing, z.array(ParcelLine)),
  'post.move': call(PostAsked.move, ParcelLine),
  /** Reads the Post's own status file and proposes what its columns and words mean; nothing is taken down. */
  'post.look': call(PostAsked.look, PostFileLooked),
  /** Takes down what the file says, by what its columns mean: the same file again changes nothing. */
  'post.take': call(PostAsked.take, PostFileTaken),
  'post.day': call(PostAsked.day, PostDay),
  'post.count': call(PostAsked.count, PostDay),
  'post.close': call(PostAsked.close, PostClosed),
  'money.of': call(MoneyAsked.of, MoneyOf),
  /** The citizen says that the rest was transferred: it waits, and nothing counts as paid. */
  'money.claim': call(MoneyAsked.of, MoneyOf),
  'money.collect': call(MoneyAsked.collect, MoneyOf),
  'money.receipt': call(MoneyAsked.receipt, MoneyOf),
  'money.refund': call(MoneyAsked.refund, MoneyOf),
  /** It was written by mistake and never happened: only on its own day, while that day is open. */
  'money.void': call(MoneyAsked.void, MoneyOf),
  'money.day': call(MoneyAsked.day, DayMoney),
  'money.close': call(MoneyAsked.close, z.strictObject({ day: DayMoney, job: Job })),
  /** The follow-up book (Sổ theo dõi hồ sơ) of the dossiers received from `first` to `last`, both included. */
  'book.count': call(Span, z.strictObject({ count: z.int() })),
  'book.print': call(Span, Job),
  /** Saves it as XLSX in the data folder and answers with the file. */
  'book.save': call(Span, z.strictObject({ file: z.string(), count: z.int() })),
  /** Places for what is being typed of an address, without diacritics, by names of today and of before 01/07/2025. */
  'place.find': call(z.strictObject({ text: z.string().max(200) }), z.array(FoundPlace)),
  /** What an address is called today; a unit that went into several is never guessed. */
  'place.renew': call(z.strictObject({ text: z.string().max(500) }), Renewal),
  /** The line of people, as this machine sees it now. */
  'queue.view': call(nothing, QueueView),
  /** Gives out a ticket and prints it here. */
  'queue.take': call(QueueAsked.take, TicketHanded),
  /** Ends what was served here and calls whose turn it is; the ticket called, or `null` when nobody waits. */
  'queue.next': call(QueueAsked.next, TicketId.nullable()),
  'queue.act': call(QueueAsked.act, nothing),
  /** What this machine's counter takes from now on, and whether somebody sits there. */
  'queue.takes': call(QueueAsked.takes, nothing),
  /** Ends every open ticket but those that are kept for tomorrow. */
  'queue.endDay': call(QueueAsked.endDay, z.strictObject({ ended: z.int(), kept: z.int() })),
  'queue.figures': call(QueueAsked.figures, Figures),
  /** How machines of this office know each other. */
  'hall.pairing': call(nothing, Pairing),
  /** Makes a code where there is none, or another one: machines that have the old one are strangers then. */
  'hall.newCode': call(nothing, Pairing),
  /** Joins the office of the machine at `meet`. */
  'hall.pair': call(QueueAsked.pair, Pairing),
  /** This machine leads the queue from now on. Somebody says that the host before is off. */
  'hall.lead': call(nothing, nothing),
  /** Opens the window for the wall, or for those who take a ticket. */
  'hall.open': call(z.strictObject({ window: z.enum(['display', 'kiosk']) }), nothing),
  /** What the wall and the kiosk begin with; they may not ask `office.hello`. */
  'hall.hello': call(nothing, HallHello),
  /** A piece of the voice, as its file has it. */
  'hall.clip': call(Clip, ClipBytes),
  /** The wall says whether the hall hears it. */
  'hall.silent': call(z.strictObject({ silent: z.boolean() }), nothing),
  /** A ticket for who stands at the kiosk: whoever signed in at the counter has nothing to do with it. */
  'hall.take': call(QueueAsked.take, TicketHanded),
  /** Visits at home: what is to be done, and the routes of one day (`null`: today). */
  'home.view': call(HomeAsks.view, HomeView),
  'home.ask': call(HomeAsks.ask, HomeVisit),
  /** Requests that were typed into a web form, as its table. Imported twice, nothing changes. */
  'home.import': call(HomeAsks.table, HomeImported),
  'home.plan': call(HomeAsks.plan, HomeVisit),
  /** One place up or down its route. */
  'home.move': call(HomeAsks.move, HomeVisit),
  'home.remind': call(HomeAsks.remind, HomeVisit),
  'home.end': call(HomeAsks.end, HomeVisit),
  'home.settle': call(HomeAsks.settle, HomeVisit),
  'home.print': call(HomeAsks.route, Job),
  /** A route as one sealed file that another machine of the office opens with no line. */
  'home.carry': call(HomeAsks.route, HomeFile),
  'home.open': call(HomeAsks.sealed, z.strictObject({ day: Day, official: HomePlan.shape.official, count: z.int() })),
  /** What was written at the doors, as one sealed file for the counter whose visits they are. */
  'home.outcome': call(HomeAsks.route, HomeFile),
  'home.join': call(HomeAsks.sealed, HomeJoined),
  'day.counts': call(nothing, z.strictObject({ received: z.int(), late: z.int() })),
  'doctor.run': call(nothing, z.array(Check)),
  /** Prints the test slip at each slip printer: what came of each, named `printer` and `printer2`. */
  'printer.test': call(nothing, z.array(Check)),
  'sync.now': call(nothing, z.strictObject({ pushed: z.int(), pulled: z.int(), pending: z.int() })),
} as const

export type Calls = typeof calls
export type CallName = keyof Calls
export type Input<Name extends CallName> = z.output<Calls[Name]['input']>
export type Output<Name extends CallName> = z.output<Calls[Name]['output']>

/** One handler for each name, or it does not compile. */
export type Handlers = { readonly [Name in CallName]: (input: Input<Name>) => Promise<Result<Output<Name>>> }
