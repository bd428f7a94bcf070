import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { Fact } from '#domain/journal/fact.ts'
import type { DossierId, HandoverId } from '#domain/kernel/id.ts'
import { missingCase } from '#domain/kernel/missing-case.ts'
import type { HandoverItem, HandoverSigned } from '#domain/post/handover.ts'
import { Parcel, parcelAfter, signedParcels } from '#domain/post/parcel.ts'

type PostFact = Extract<Fact, { kind: `handover.${string}` | `parcel.${string}` | `post.${string}` }>

/** Brings one fact about lists and parcels into the tables. */
export function applyPost(db: Database) {
  const open = db.prepare(
    'insert into handover (id, code, direction, office, partner, opened_at, corrects) values (@id, @code, @direction, @office, @partner, @opened, @corrects)',
  )
  const item = db.prepare('insert or replace into handover_item values (?, ?, ?)')
  const remove = db.prepare('delete from handover_item where handover = ? and dossier = ?')
  const sign = db.prepare('update handover set signed = ? where id = ? and signed is null')
  const put = db.prepare('insert or replace into parcel values (@handover, @dossier, @state, @number, @told, @whole)')
  const drop = db.prepare('delete from parcel where handover = ? and dossier = ?')
  const one = db.prepare('select whole from parcel where handover = ? and dossier = ?').pluck()
  const numberOf = db.prepare('select number from parcel where handover = ? and dossier = ?').pluck()
  const rows = db.prepare('select whole from parcel where dossier = ?').pluck()
  const misfit = db.prepare('insert or ignore into post_misfit values (@number, @state, @at, @told, @whole)')
  const close = db.prepare('insert into post_day values (?, ?)')

  const read = (text: unknown): Parcel | null => (text === undefined ? null : Parcel.parse(JSON.parse(z.string().parse(text))))
  const parcelOf = (handover: HandoverId, dossier: DossierId): Parcel | null => read(one.get(handover, dossier))
  const keep = (parcel: Parcel, told: number, number: unknown = numberOf.get(parcel.handover, parcel.dossier)): void => {
    const { handover, dossier, state } = parcel
    put.run({ handover, dossier, state, number: number ?? null, told, whole: JSON.stringify(parcel) })
  }
  const onList = (handover: HandoverId, said: HandoverItem): void => {
    item.run(handover, said.dossier, JSON.stringify(said))
    const listed: Parcel = { ...blank, handover, dossier: said.dossier, since: said.added }
    keep(parcelOf(handover, said.dossier) ?? listed, said.added, said.parcel)
  }
  const signed = (list: HandoverSigned): void => {
    const { at, paidIn } = list.signed
    sign.run(JSON.stringify(list.signed), list.id)
    for (const parcel of signedParcels(list, dossier => rows.all(dossier).flatMap(text => read(text) ?? []))) keep(parcel, at)
    for (const { handover, dossier } of paidIn) {
      const paid = parcelOf(handover, dossier)
      if (paid !== null) keep({ ...paid, paidIn: list.id }, at)
    }
  }

  return (fact: PostFact): void => {
    switch (fact.kind) {
      case 'handover.opened':
        open.run({ ...fact.body, corrects: fact.body.corrects === null ? null : JSON.stringify(fact.body.corrects) })
        return
      case 'handover.added':
      case 'handover.described':
        onList(fact.body.handover, fact.body.item)
        return
      case 'handover.removed':
        drop.run(fact.body.handover, fact.body.dossier)
        remove.run(fact.body.handover, fact.body.dossier)
        return
      case 'handover.signed':
        signed(fact.body)
        return
      case 'parcel.moved': {
        const before = parcelOf(fact.body.handover, fact.body.dossier)
        if (before !== null) keep(parcelAfter(before, fact.body), fact.body.told)
        return
      }
      case 'post.told':
        for (const one of fact.body.misfits) misfit.run({ ...one, told: fact.body.told, whole: JSON.stringify(one) })
        return
      case 'post.closed':
        close.run(fact.body.day, JSON.stringify(fact.body))
        return
      default:
        missingCase(fact)
    }
  }
}

const blank = { state: 'listed', tries: 0, receiver: null, reason: null, collected: 0, paidIn: null } as const
