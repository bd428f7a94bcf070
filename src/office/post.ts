import type { ParcelLine, PostAsked, PostDay } from '#contract/post.ts'
import type { OfficeSettings } from '#contract/settings.ts'
import { lifeOf } from '#domain/dossier/life.ts'
import type { Said } from '#domain/journal/fact.ts'
import type { DossierId } from '#domain/kernel/id.ts'
import { type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { type Day, Instant, dayOf, instantAt } from '#domain/kernel/time.ts'
import type { Signer } from '#domain/post/handover.ts'
import { type ParcelMoved, type ParcelStep, deadlineOf, isWithPost, moveParcel, owedBy } from '#domain/post/parcel.ts'
import { type Difference, type Holding, type PostClosed, closePostDay, differenceKey, reconcile } from '#domain/post/reconcile.ts'
import type { Clock } from '#machine/clock.ts'
import type { PrintJob } from '#storage/jobs.ts'
import type { Travelling } from '#storage/parcels.ts'
import type { Store } from '#storage/store.ts'
import type { Catalog } from './catalog.ts'
import type { Life } from './life.ts'

export type PostParts = {
  readonly store: Store
  readonly settings: OfficeSettings
  readonly catalog: () => Catalog
  readonly clock: Clock
  readonly life: Life
  readonly follow: () => void
}

export type ToldStep = { readonly step: ParcelStep; readonly at: Instant; readonly from: ParcelMoved['from'] }

/** What is with the Post: where each thing is, what the Post says of it, and whether all is where it should be at the end of a day. */
export function openPostDesk({ store, settings, catalog, clock, life, follow }: PostParts) {
  const { dossiers, parcels } = store.read
  const today = (): Day => dayOf(clock.now())

  const deadline = ({ parcel, item }: Travelling): Day | null =>
    deadlineOf(parcel, addressOf(item.dossier), { calendar: catalog().calendar, province: settings.office.province })

  const addressOf = (id: DossierId): string | null => dossiers.byId(id)?.applicant.address ?? null

  const lineOf = (one: Travelling): ParcelLine => ({ ...one, deadline: deadline(one), task: taskOf(one), owed: owedBy(one.parcel) })

  /** `ask`: the Post is late with it. `receive`: it brought a dossier to be written down. `call`: a result came back to be given otherwise. `search`: it is lost. */
  const taskOf = (one: Travelling): ParcelLine['task'] => {
    const { state, dossier } = one.parcel
    if (state === 'lost') return 'search'
    if (state === 'here') return dossiers.byId(dossier) === null ? 'receive' : null
    if (state === 'returned') return one.list.direction === 'from-post' && isStillHere(one) ? 'call' : null
    const by = deadline(one)
    return by !== null && by < today() ? 'ask' : null
  }

  /** A result that came back and was neither given out nor sent again. */
  const isStillHere = ({ parcel }: Travelling): boolean => {
    const [newest] = parcels.ofDossier(parcel.dossier)
    const dossier = dossiers.byId(parcel.dossier)
    if (dossier === null || newest === undefined || newest.parcel.handover !== parcel.handover) return false
    return lifeOf(dossier, dossiers.history(parcel.dossier)).state === 'ready'
  }

  /** What is said when the Post tells of a parcel; its delivery gives the result out. */
  const told = ({ parcel, item, list }: Travelling, { step, at, from }: ToldStep, official: Signer): Result<Moving> => {
    const moved = moveParcel(parcel, step, { at, told: clock.now(), from, official: { id: official.id, name: official.name } })
    if (!moved.ok) return moved
    const said: Said = { kind: 'parcel.moved', version: 1, subject: parcel.dossier, body: moved.value }
    if (step.kind !== 'delivered' || item.content !== 'result') return ok({ moved: moved.value, said: [said], jobs: [] })
    const paper = `${item.parcel ?? ''} ${list.code}`.trim()
    const to = { right: 'post', name: step.receiver, number: step.shown, paper } as const
    const given = life.decide(parcel.dossier, { kind: 'return', to, satisfied: null }, official)
    return given.ok ? ok({ moved: moved.value, said: [said, ...given.value.said], jobs: given.value.jobs }) : given
  }

  const holdings = (): readonly Holding[] => {
    const open = parcels.open()
    const since = parcels.closings()[0]?.at ?? BEGINNING
    const delivered = [...parcels.delivered(since), ...parcels.owing()]
    const here = parcels.ready().flatMap((id): Holding[] => {
      const last = parcels.ofDossier(id).find(({ parcel: { state } }) => state !== 'listed' && state !== 'struck') ?? null
      if (last !== null && last.parcel.state !== 'returned') return []
      return [placed(id, last, 'office')]
    })
    return [
      ...here,
      ...open
        .filter(({ parcel }) => parcel.state === 'here' && dossiers.byId(parcel.dossier) === null)
        .map(one => placed(one.parcel.dossier, one, 'office')),
      ...open.filter(({ parcel }) => isWithPost(parcel.state)).map(one => placed(one.parcel.dossier, one, 'post')),
      ...open.filter(({ parcel }) => parcel.state === 'lost').map(one => placed(one.parcel.dossier, one, 'lost')),
      ...unique(delivered).map(one => placed(one.parcel.dossier, one, 'citizen')),
    ]
  }

  const placed = (id: DossierId, one: Travelling | null, place: Holding['place']): Holding => {
    const dossier = dossiers.byId(id)
    return {
      dossier: id,
      handover: one?.parcel.handover ?? null,
      code: dossier?.code ?? one?.item.code ?? null,
      owner: dossier?.applicant.name ?? one?.item.owner ?? '',
      parcel: one?.item.parcel ?? null,
      place,
      since: one?.parcel.since ?? dossier?.received ?? clock.now(),
      deadline: one === null ? null : deadline(one),
      cod: one?.item.cod ?? 0,
      collected: one?.parcel.collected ?? 0,
      owed: one === null ? 0 : owedBy(one.parcel),
    }
  }

  const differencesOf = (day: Day, all: readonly Holding[], counted: readonly string[]): readonly Difference[] => {
    const misfits = parcels.misfits(parcels.closings()[0]?.at ?? BEGINNING)
    return reconcile({ day, holdings: all, counted, misfits, dawn: instantAt(day, 0) })
  }

  /** Why differences were accepted on the days before, the newest reason for each. */
  const accepted = (): Readonly<Record<string, string>> =>
    Object.fromEntries(
      parcels
        .closings()
        .toReversed()
        .flatMap(({ differences }) => differences.map(one => [differenceKey(one), one.reason])),
    )

  const dayOfPost = (day: Day, asked: readonly string[] | null): PostDay => {
    const all = holdings()
    const known = accepted()
    const kept = parcels.counted(day)
    const counted = asked ?? kept.counted
    return {
      day,
      holdings: [...all],
      differences: differencesOf(day, all, counted).map(one => ({ ...one, known: known[differenceKey(one)] ?? null })),
      owed: all.reduce((sum, { owed }) => sum + owed, 0),
      closed: parcels.closed(day),
      counted: [...counted],
      reasons: kept.reasons,
    }
  }

  return {
    told,
    /** Everything with the Post, lost there or brought here by it, and what was delivered but not paid in; what is to be done first. */
    parcels: (): readonly ParcelLine[] =>
      [...parcels.open(), ...parcels.owing()]
        .map(lineOf)
        .filter(({ parcel: { state }, task, owed }) => isWithPost(state) || task !== null || owed > 0)
        .toSorted((a, b) => urgency(a) - urgency(b) || (a.deadline ?? '9').localeCompare(b.deadline ?? '9')),

    /** Takes down what the Post says of one parcel. */
    move: ({ handover, dossier, step, at }: PostAsked['move'], official: Signer): Result<ParcelLine> => {
      const moved = store.commit(official.id, () => {
        const found = parcels.of(handover, dossier)
        if (found === null) return refuse(inputFault('parcel.unknown'))
        const done = told(found, { step, at, from: 'hand' }, official)
        return done.ok ? ok({ ...done.value, answer: null }) : done
      })
      if (!moved.ok) return moved
      follow()
      const after = parcels.of(handover, dossier)
      return after === null ? refuse(inputFault('parcel.unknown')) : ok(lineOf(after))
    },

    /** Keeps what was counted so far, and why what was found missing is accepted. */
    count: ({ day, counted, reasons }: PostAsked['count']): PostDay => {
      parcels.keepCounted(day, { counted, reasons })
      return dayOfPost(day, counted)
    },

    day: ({ day, counted }: PostAsked['day']): PostDay => dayOfPost(day ?? today(), counted),

    close: ({ day, counted, reasons }: PostAsked['close'], official: Signer): Result<PostClosed> =>
      store.commit(official.id, () => {
        const all = holdings()
        const done = closePostDay({
          day,
          today: today(),
          now: clock.now(),
          official: { id: official.id, name: official.name },
          holdings: all,
          differences: differencesOf(day, all, counted),
          reasons: { ...accepted(), ...reasons },
          isClosed: parcels.closed(day) !== null,
        })
        if (done.ok) parcels.dropCounted(day)
        return done.ok ? ok({ said: [{ kind: 'post.closed', version: 1, subject: day, body: done.value }], answer: done.value }) : done
      }),
  }
}

export type PostDesk = ReturnType<typeof openPostDesk>

export type Moving = { readonly moved: ParcelMoved; readonly said: readonly Said[]; readonly jobs: readonly PrintJob[] }

const BEGINNING = Instant.parse(0)

const urgency = ({ task }: ParcelLine): number => (task === null ? 1 : 0)

const unique = (all: readonly Travelling[]): readonly Travelling[] => [
  ...new Map(all.map(one => [`${one.parcel.handover} ${one.parcel.dossier}`, one])).values(),
]
