import type { Database } from 'better-sqlite3'
import type { Fact } from '#domain/journal/fact.ts'
import { missingCase } from '#domain/kernel/missing-case.ts'
import { applyDossier } from './apply-dossier.ts'
import { applyPost } from './apply-post.ts'
import { applyHome } from './home-visits.ts'
import { applyMoney } from './payments.ts'
import { applyQueue } from './tickets.ts'
import { applyVisit } from './visits.ts'

/** The tables that follow from the journal and can be thrown away. */
export const DERIVED = [
  'home_visit',
  'home_route',
  'ticket_paper',
  'ticket_asked',
  'ticket',
  'hall_counter',
  'hall_lead',
  'visit',
  'payment',
  'day_sheet',
  'post_day',
  'post_misfit',
  'parcel',
  'handover_item',
  'handover',
  'dossier_step',
  'mention',
  'name_word',
  'dossier',
  'official',
] as const

/** Brings one entry into the tables. The same for a commit and for a rebuild. */
export function openApply(db: Database) {
  const dossier = applyDossier(db)
  const post = applyPost(db)
  const money = applyMoney(db)
  const visit = applyVisit(db)
  const queue = applyQueue(db)
  const home = applyHome(db)
  const named = db.prepare(
    'insert into official values (@id, @name, @role) on conflict (id) do update set name = excluded.name, role = excluded.role',
  )
  const dropDraft = db.prepare('delete from draft where id = ?')
  return (position: number, fact: Fact): void => {
    switch (fact.kind) {
      case 'dossier.received':
        dossier.received(position, fact.body)
        dropDraft.run(fact.body.dossier)
        return
      case 'dossier.moved':
        dossier.moved(position, fact.body)
        return
      case 'dossier.corrected':
        dossier.corrected(position, fact.body)
        return
      case 'visit.turned.away':
        visit(position, fact.body)
        return
      case 'official.named':
        named.run(fact.body)
        return
      case 'handover.opened':
      case 'handover.added':
      case 'handover.described':
      case 'handover.removed':
      case 'handover.signed':
      case 'parcel.moved':
      case 'post.told':
      case 'post.closed':
        post(fact)
        return
      case 'fee.claimed':
      case 'fee.collected':
      case 'fee.refunded':
      case 'fee.receipted':
      case 'fee.voided':
      case 'day.closed':
        money(fact)
        return
      case 'ticket.taken':
      case 'ticket.joined':
      case 'ticket.moved':
      case 'ticket.printed':
      case 'counter.takes':
      case 'queue.led':
        queue(position, fact)
        return
      case 'home.asked':
      case 'home.planned':
      case 'home.ordered':
      case 'home.reminded':
      case 'home.ended':
      case 'home.settled':
      case 'home.carried':
      case 'home.taken':
        home(fact)
        return
      case 'counter.opened':
      case 'dossier.opened':
      case 'paper.reprinted':
        return
      default:
        missingCase(fact)
    }
  }
}
