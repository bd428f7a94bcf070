import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { DossierId, HandoverId } from '#domain/kernel/id.ts'
import type { Day, Instant } from '#domain/kernel/time.ts'
import { Direction, HandoverItem } from '#domain/post/handover.ts'
import { Parcel } from '#domain/post/parcel.ts'
import { Misfit, PostClosed } from '#domain/post/reconcile.ts'
import type { TrackingNumber } from '#domain/post/tracking.ts'
import { readItem } from './handovers.ts'

/** A thing on a list, the list, and what became of it. */
export const Travelling = z.strictObject({
  parcel: Parcel,
  item: HandoverItem,
  list: z.strictObject({ code: z.string(), direction: Direction, partner: z.string() }),
})
export type Travelling = z.output<typeof Travelling>

/** What lies in the office as far as it was counted, and why differences are accepted, by their keys. */
const PostCount = z.strictObject({ counted: z.array(z.string()), reasons: z.record(z.string(), z.string()) })
type PostCount = z.output<typeof PostCount>

const Row = z.object({ whole: z.string(), item: z.string(), code: z.string(), direction: Direction, partner: z.string() })

/** Queries over what travels with the Post. */
export function openParcels(db: Database) {
  const found = `
    select p.whole, i.item, h.code, h.direction, h.partner
    from parcel p join handover_item i using (handover, dossier) join handover h on h.id = p.handover`
  const one = db.prepare(`${found} where p.handover = ? and p.dossier = ?`)
  const ofDossier = db.prepare(`${found} where p.dossier = ? order by h.rowid desc`)
  const byNumber = db.prepare(`${found} where p.number = ? order by h.rowid desc`)
  const open = db.prepare(
    `${found} where p.state in ('away', 'tried', 'returning', 'lost', 'here', 'returned') order by h.rowid, p.dossier`,
  )
  const endedSince = db.prepare(`${found} where p.state = 'delivered' and p.told >= ? order by h.rowid, p.dossier`)
  const owing = db.prepare(`
    ${found} where p.state = 'delivered' and json_extract(p.whole, '$.collected') > 0 and json_extract(p.whole, '$.paidIn') is null
    order by h.rowid, p.dossier`)
  const waiting = db
    .prepare(`
      select d.id from dossier d join journal j on j.position = d.holds
      where d.state = 'ready' and coalesce(json_extract(j.body, '$.now.returnBy'), json_extract(j.body, '$.returnBy')) = 'post'
      order by d.position`)
    .pluck()
  const misfits = db.prepare('select whole from post_misfit where told >= ? order by told, number, at').pluck()
  const misfit = db.prepare('select 1 from post_misfit where number = ? and state = ? and at = ?').pluck()
  const counted = db.prepare('select whole from post_count where day = ?').pluck()
  const count = db.prepare('insert or replace into post_count values (?, ?)')
  const uncount = db.prepare('delete from post_count where day = ?')
  const day = db.prepare('select whole from post_day where day = ?').pluck()
  const days = db.prepare('select whole from post_day order by day desc limit 60').pluck()
  const read = (row: unknown): Travelling => {
    const { whole, item, ...list } = Row.parse(row)
    return { parcel: Parcel.parse(JSON.parse(whole)), item: readItem(item), list }
  }
  const parsed = <T>(shape: z.ZodType<T>, text: unknown): T => shape.parse(JSON.parse(z.string().parse(text)))

  return {
    of: (handover: HandoverId, dossier: DossierId): Travelling | null => {
      const row = one.get(handover, dossier)
      return row === undefined ? null : read(row)
    },
    /** Every list this dossier stood on, newest first. */
    ofDossier: (dossier: DossierId): readonly Travelling[] => ofDossier.all(dossier).map(read),
    byNumber: (number: TrackingNumber): readonly Travelling[] => byNumber.all(number).map(read),
    /** Everything with the Post, lost there, or brought here by it, oldest first. */
    open: (): readonly Travelling[] => open.all().map(read),
    /** What reached its receiver, as far as the office learnt of it since `told`. */
    delivered: (told: Instant): readonly Travelling[] => endedSince.all(told).map(read),
    /** Delivered, and the cash that was taken is not paid in. */
    owing: (): readonly Travelling[] => owing.all().map(read),
    /** Dossiers whose result is ready and is to go by the Post, wherever it is now. */
    ready: (): readonly DossierId[] => waiting.all().map(id => Parcel.shape.dossier.parse(id)),
    misfits: (told: Instant): readonly Misfit[] => misfits.all(told).map(text => parsed(Misfit, text)),
    isMisfit: ({ number, state, at }: Misfit): boolean => misfit.get(number, state, at) !== undefined,
    /** What was counted of a day that is not closed yet. */
    counted: (wanted: Day): PostCount => {
      const text = counted.get(wanted)
      return text === undefined ? { counted: [], reasons: {} } : parsed(PostCount, text)
    },
    keepCounted: (wanted: Day, kept: PostCount): void => {
      count.run(wanted, JSON.stringify(kept))
    },
    dropCounted: (wanted: Day): void => {
      uncount.run(wanted)
    },
    closed: (wanted: Day): PostClosed | null => {
      const text = day.get(wanted)
      return text === undefined ? null : parsed(PostClosed, text)
    },
    /** The days closed last, newest first. */
    closings: (): readonly PostClosed[] => days.all().map(text => parsed(PostClosed, text)),
  }
}
