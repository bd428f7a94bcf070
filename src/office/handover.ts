import type { HandoverLine, HandoverScan, PostAsked } from '#contract/post.ts'
import type { OfficeSettings } from '#contract/settings.ts'
import type { DossierReceived } from '#domain/dossier/dossier.ts'
import { readSlip } from '#domain/dossier/code.ts'
import { lifeOf } from '#domain/dossier/life.ts'
import type { Said } from '#domain/journal/fact.ts'
import { DossierId, HandoverId, type Randomness, uuidv7 } from '#domain/kernel/id.ts'
import { type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { dayOf } from '#domain/kernel/time.ts'
import { balanceOf } from '#domain/money/balance.ts'
import { collect } from '#domain/money/collect.ts'
import { sheetOf } from '#domain/money/day.ts'
import { PaymentId } from '#domain/money/payment.ts'
import {
  type Bar,
  type Candidate,
  type Direction,
  type Handover,
  type HandoverItem,
  type PaidIn,
  type Signer,
  addItem,
  describeItem,
  removeItem,
  signHandover,
} from '#domain/post/handover.ts'
import { isWithPost, owedBy } from '#domain/post/parcel.ts'
import { type TrackingNumber, readSenderSlip } from '#domain/post/tracking.ts'
import type { Clock } from '#machine/clock.ts'
import type { Travelling } from '#storage/parcels.ts'
import type { Store } from '#storage/store.ts'
import { type Catalog, editionOn } from './catalog.ts'
import { newJob } from './press.ts'

export type HandoverParts = {
  readonly store: Store
  readonly settings: OfficeSettings
  readonly catalog: () => Catalog
  readonly clock: Clock
  readonly randomness: Randomness
  readonly follow: () => void
}

/** The handover desk: lists of what goes to the Post and comes from it, built by scanning, signed by both sides. */
export function openHandoverDesk({ store, settings, catalog, clock, randomness, follow }: HandoverParts) {
  const { dossiers, handovers, parcels, payments } = store.read
  const newId = (): string => uuidv7(clock.now(), randomness)

  const listOf = (id: HandoverId): Result<Handover> => {
    const list = handovers.byId(id)
    return list === null ? refuse(inputFault('handover.unknown')) : ok(list)
  }

  const open = (what: Pick<Handover, 'direction' | 'partner' | 'corrects'>, official: Signer): Result<Handover> =>
    store.commit(official.id, read => {
      const now = clock.now()
      const beginning = `BG-${dayOf(now).slice(2).replaceAll('-', '')}-${settings.counter.number}-`
      const code = `${beginning}${String(read.handovers.countWith(beginning) + 1).padStart(2, '0')}`
      const opened = { id: HandoverId.parse(newId()), code, office: settings.office.name, opened: now, ...what }
      return ok({
        said: [{ kind: 'handover.opened', version: 1, subject: opened.id, body: opened }],
        answer: { ...opened, items: [], signed: null },
      })
    })

  const owedFor = (dossier: DossierReceived): number => {
    const { ended } = lifeOf(dossier, dossiers.history(dossier.dossier))
    return balanceOf(dossier.fee, payments.of(dossier.dossier), ended).toPay
  }

  /** A dossier of ours that goes to the Post: its result, where that is ready. */
  const outgoing = (dossier: DossierReceived, list: Handover): Candidate => {
    const { state } = lifeOf(dossier, dossiers.history(dossier.dossier))
    const content = state === 'ready' ? 'result' : 'dossier'
    return {
      dossier: dossier.dossier,
      code: dossier.code,
      content,
      owner: dossier.applicant.name,
      procedure: dossier.procedure.name,
      papers: content === 'result' ? 1 : dossier.papers.filter(({ need }) => need !== 'shown').reduce((sum, { count }) => sum + count, 0),
      parcel: null,
      weight: null,
      postage: null,
      fee: 0,
      cod: content === 'result' ? owedFor(dossier) : 0,
      brought: null,
      bar: barOf(),
    }

    function barOf(): Candidate['bar'] {
      const elsewhere = travels(dossier.dossier, list).find(
        ({ list: { direction }, parcel }) => direction === 'to-post' && isBusy(parcel.state),
      )
      if (elsewhere !== undefined) return bar('handover.item.elsewhere', elsewhere)
      if (state === 'returned') return bar('handover.item.given')
      if (state === 'refused' || state === 'stopped') return bar('handover.item.ended')
      return content === 'result' && dossier.returnBy !== 'post' ? bar('handover.item.counter') : null
    }
  }

  const travels = (dossier: DossierId, list: Handover): readonly Travelling[] =>
    parcels.ofDossier(dossier).filter(({ parcel }) => parcel.handover !== list.id)

  /** Something that the Post has of us comes back. */
  const incoming = (dossier: DossierId, list: Handover): Candidate | null => {
    const all = travels(dossier, list)
    const [known] = all
    if (known === undefined) return null
    const sent = all.find(({ parcel }) => isWithPost(parcel.state) || parcel.state === 'lost')
    const listed = all.find(({ list: { direction }, parcel }) => direction === 'from-post' && parcel.state === 'listed')
    const { added: _, ...item } = (sent ?? known).item
    if (listed !== undefined) return { ...item, bar: bar('handover.item.elsewhere', listed) }
    return { ...item, cod: 0, fee: 0, postage: null, bar: sent === undefined ? bar('handover.item.not-away') : null }
  }

  /** A thing of the list that is corrected, while it is where that list put it. */
  const mistaken = (dossier: DossierId, { corrects }: Handover): Candidate | null => {
    const stood = corrects === null ? null : parcels.of(corrects.id, dossier)
    if (stood === null) return null
    const { added: _, ...item } = stood.item
    const { state } = stood.parcel
    const isReceived = state === 'here' && dossiers.byId(dossier) !== null
    const isStill = (state === 'away' || state === 'returned' || state === 'here') && !isReceived
    return { ...item, bar: isStill ? null : bar('handover.item.moved', stood) }
  }

  const candidate = (dossier: DossierId, list: Handover): Candidate | null => {
    if (list.corrects !== null) return mistaken(dossier, list)
    if (list.direction === 'from-post') return incoming(dossier, list)
    const known = dossiers.byId(dossier)
    return known === null ? null : outgoing(known, list)
  }

  const put = (list: Handover, item: HandoverItem, kind: 'handover.added' | 'handover.described'): Said => ({
    kind,
    version: 1,
    subject: list.id,
    body: { handover: list.id, item },
  })

  const add = (list: Handover, dossier: DossierId | null, scanned: string, parcel: TrackingNumber | null): Result<Scan> => {
    const found = dossier === null ? null : candidate(dossier, list)
    const taken = parcel === null ? null : heldBy(parcel, dossier)
    if (taken !== null) return refuse(inputFault('handover.parcel.elsewhere', 'code', { list: taken.list.code }))
    const item = addItem(list, scanned, found === null ? null : { ...found, parcel: parcel ?? found.parcel }, clock.now())
    return item.ok ? ok({ said: [put(list, item.value, 'handover.added')], answer: { kind: 'added', item: item.value } }) : item
  }

  /** Another thing under this label that has not come to its end. */
  const heldBy = (number: TrackingNumber, dossier: DossierId | null): Travelling | null =>
    parcels.byNumber(number).find(({ parcel }) => parcel.dossier !== dossier && isBusy(parcel.state)) ?? null

  /** A label alone. To the Post: for the newest thing without one, else it waits. From it: what it is on comes back, or is new. */
  const label = (list: Handover, number: TrackingNumber): Result<Scan> => {
    const held = heldBy(number, null)
    if (list.corrects !== null || list.direction === 'from-post') {
      const [known = null] = held === null ? parcels.byNumber(number) : [held]
      return known === null ? ok({ said: [], answer: { kind: 'new', parcel: number } }) : add(list, known.parcel.dossier, number, null)
    }
    if (list.items.some(({ parcel }) => parcel === number)) return refuse(inputFault('handover.parcel.double', 'code'))
    if (held !== null) return refuse(inputFault('handover.parcel.elsewhere', 'code', { list: held.list.code }))
    const bare = list.items.findLast(({ parcel }) => parcel === null)
    if (bare === undefined) return ok({ said: [], answer: { kind: 'label', parcel: number } })
    const item = { ...bare, parcel: number }
    return ok({ said: [put(list, item, 'handover.described')], answer: { kind: 'labelled', item } })
  }

  /** The money of a list in the books of the dossiers it was taken for; what was paid otherwise meanwhile is not booked twice. */
  const booked = (paidIn: readonly PaidIn[], official: Signer): readonly Said[] =>
    paidIn.flatMap(({ dossier: id, vnd }): readonly Said[] => {
      const dossier = dossiers.byId(id)
      if (dossier === null) return []
      const till = {
        dossier,
        payments: payments.of(id),
        ended: lifeOf(dossier, dossiers.history(id)).ended,
        sheet: sheetOf(clock.now(), payments.lastClosed()),
        now: clock.now(),
        counter: settings.counter.name,
        official: { id: official.id, name: official.name },
      }
      const due = Math.min(vnd, owedFor(dossier))
      if (due === 0) return []
      const taken = collect({ payment: PaymentId.parse(newId()), confirms: false, vnd: due, method: 'post', receipt: null }, till)
      return taken.ok ? [{ kind: 'fee.collected', version: 1, subject: id, body: taken.value }] : []
    })

  const withList = <T>(
    id: HandoverId,
    official: Signer,
    decide: (list: Handover) => Result<{ said: readonly Said[]; answer: T }>,
  ): Result<T> =>
    store.commit(official.id, () => {
      const list = listOf(id)
      return list.ok ? decide(list.value) : list
    })

  return {
    newest: (): readonly HandoverLine[] =>
      handovers.newest().map(({ list: { id, code, direction, partner, opened, corrects, signed }, count }) => ({
        id,
        code,
        direction,
        partner,
        opened,
        corrects,
        count,
        signed: signed?.at ?? null,
      })),
    look: listOf,

    open: (direction: Direction, partner: string, official: Signer): Result<Handover> =>
      open({ direction, partner, corrects: null }, official),

    /** Opens the list that mends a signed one: what is put on it never changed hands. */
    correct: (id: HandoverId, official: Signer): Result<Handover> => {
      const wrong = listOf(id)
      if (!wrong.ok) return wrong
      const { code, direction, partner, signed, corrects } = wrong.value
      if (signed === null || corrects !== null) return refuse(inputFault('handover.unsigned'))
      return open({ direction, partner, corrects: { id, code } }, official)
    },

    /** A slip or a label, in any order: see `HandoverScan`. */
    scan: ({ handover, text, parcel = null, sure = false }: PostAsked['scan'], official: Signer): Result<HandoverScan> =>
      withList(handover, official, list => {
        if (list.signed !== null) return refuse(inputFault('handover.closed', 'code'))
        const slip = readSlip(text)
        if (slip !== null) return add(list, dossiers.byCode(slip.code)?.dossier ?? null, text, parcel)
        const read = readSenderSlip(text)
        if (!read.ok) return read
        const { parcel: number, dossier } = read.value
        if (number !== null && number.check !== 'right' && !sure)
          return refuse(inputFault('parcel.number.confirm', 'code', { number: number.number }))
        if (dossier !== null) return add(list, dossiers.byCode(dossier)?.dossier ?? null, text, number?.number ?? parcel)
        return number === null ? refuse(inputFault('handover.item.foreign', 'code', { length: text.length })) : label(list, number.number)
      }),

    /** Something that the Post brings and the office does not know yet. */
    bring: ({ handover, ...said }: PostAsked['bring'], official: Signer): Result<HandoverItem> =>
      withList(handover, official, list => {
        if (list.direction !== 'from-post' || list.corrects !== null) return refuse(inputFault('handover.bring.direction'))
        const procedure = editionOn(catalog().procedures, said.brought.procedure, dayOf(clock.now()))
        if (!procedure.ok) return procedure
        const held = said.parcel === null ? null : heldBy(said.parcel, null)
        if (held !== null) return refuse(inputFault('handover.parcel.elsewhere', 'parcel', { list: held.list.code }))
        const brought = { ...blank, ...said, dossier: DossierId.parse(newId()), procedure: procedure.value.name, bar: null }
        const item = addItem(list, '', brought, clock.now())
        return item.ok ? ok({ said: [put(list, item.value, 'handover.added')], answer: item.value }) : item
      }),

    describe: ({ handover, dossier, said }: PostAsked['describe'], official: Signer): Result<HandoverItem> =>
      withList(handover, official, list => {
        const known = dossiers.byId(dossier)
        const item = describeItem(list, dossier, said, known === null ? 0 : owedFor(known))
        if (!item.ok) return item
        const held = item.value.parcel === null ? null : heldBy(item.value.parcel, dossier)
        if (held !== null) return refuse(inputFault('handover.parcel.elsewhere', 'parcel', { list: held.list.code }))
        return ok({ said: [put(list, item.value, 'handover.described')], answer: item.value })
      }),

    remove: ({ handover, dossier, reason }: PostAsked['remove'], official: Signer): Result<Record<string, never>> =>
      withList(handover, official, list => {
        const removed = removeItem(list, dossier)
        if (!removed.ok) return removed
        return ok({ said: [{ kind: 'handover.removed', version: 1, subject: handover, body: { handover, dossier, reason } }], answer: {} })
      }),

    /**
     * Signs for both sides in one commit, and orders the list and its slip. Both have given their PIN before. What happened to
     * a thing since it was scanned is looked at once more: its fault stands at that thing.
     */
    sign: (
      id: HandoverId,
      who: { readonly official: Signer; readonly clerk: Signer },
      paid: NonNullable<PostAsked['sign']['paidIn']>,
    ): Result<Handover> => {
      const result = store.commit(who.official.id, () => {
        const list = listOf(id)
        if (!list.ok) return list
        const paidIn = paid.flatMap(({ handover, dossier }): readonly PaidIn[] => {
          const found = parcels.of(handover, dossier)
          return found === null || owedBy(found.parcel) === 0 ? [] : [{ handover, dossier, vnd: owedBy(found.parcel) }]
        })
        if (paidIn.length < paid.length) return refuse(inputFault('handover.paid-in', 'paidIn'))
        const signed = signHandover(list.value, { ...who, paidIn }, clock.now())
        if (!signed.ok) return signed
        const faults = list.value.items.flatMap(({ dossier, brought }) => {
          const found = brought === null || list.value.corrects !== null ? candidate(dossier, list.value)?.bar : null
          return found === null || found === undefined ? [] : [inputFault(found.code, `items.${dossier}`, { list: found.list })]
        })
        if (faults.length > 0) return refuse(...faults)
        const { code } = signed.value
        return ok({
          said: [{ kind: 'handover.signed', version: 1, subject: id, body: signed.value }, ...booked(paidIn, who.official)],
          jobs: (['handover', 'handover-slip'] as const).map(form => newJob({ subject: id, code, form, copy: 1 }, clock.now(), randomness)),
          answer: signed.value,
        })
      })
      if (result.ok) follow()
      return result
    },
  }
}

type Scan = { readonly said: readonly Said[]; readonly answer: HandoverScan }

/** On a list, or in hands that are not ours: it can go on no other list the same way. */
const isBusy = (state: Travelling['parcel']['state']): boolean => state === 'listed' || state === 'lost' || isWithPost(state)

const bar = (code: Bar, travelling: Travelling | null = null) => ({ code, list: travelling?.list.code ?? '' })

const blank = { code: null, content: 'dossier', postage: null, cod: 0 } as const
