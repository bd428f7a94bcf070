import { Buffer } from 'node:buffer'
import type { PostAsked, PostFileLooked, PostFileTaken } from '#contract/post.ts'
import type { Said } from '#domain/journal/fact.ts'
import { type Fault, type Result, ok } from '#domain/kernel/result.ts'
import { fold, tidy } from '#domain/kernel/text.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import { type Row, guessMapping, headOf, statesIn } from '#domain/post/column-mapping.ts'
import type { Signer } from '#domain/post/handover.ts'
import { parcelAfter } from '#domain/post/parcel.ts'
import type { Misfit } from '#domain/post/reconcile.ts'
import { type StatusRow, readStatusFile } from '#domain/post/status-file.ts'
import { inTime, weighStatus } from '#domain/post/weigh-status.ts'
import type { Clock } from '#machine/clock.ts'
import { readSheet } from '#machine/sheet.ts'
import type { PrintJob } from '#storage/jobs.ts'
import type { Travelling } from '#storage/parcels.ts'
import type { Store } from '#storage/store.ts'
import type { PostDesk } from './post.ts'

type PostFileParts = { readonly store: Store; readonly clock: Clock; readonly post: PostDesk; readonly follow: () => void }

/** So many rows show what a column holds. */
const SAMPLE = 5

/** The Post's own status file: what it looks like, and what it says. */
export function openPostFile({ store, clock, post, follow }: PostFileParts) {
  const { parcels, handovers } = store.read

  /** The newest trip under a number that we gave the Post, or that it brought. A list that was struck or is not signed gave nothing. */
  const givenAs = (number: StatusRow['number']): { readonly one: Travelling; readonly signed: Instant } | null => {
    for (const one of parcels.byNumber(number)) {
      const signed = handovers.byId(one.parcel.handover)?.signed ?? null
      if (signed === null || one.parcel.state === 'struck') continue
      return { one, signed: signed.at }
    }
    return null
  }

  /** Takes one parcel through all that the file says of it, in the order in which it happened. */
  const takeParcel = (number: StatusRow['number'], rows: readonly StatusRow[], official: Signer): Taken => {
    const found = givenAs(number)
    let parcel = found?.one.parcel ?? null
    const taken: Taken = { moved: 0, known: 0, misfits: [], faults: [], said: [], jobs: [] }
    const fail = (row: number, faults: readonly Fault[]): unknown =>
      taken.faults.push(...faults.map(fault => ({ row, fault: { ...fault, data: { ...fault.data, row } } })))
    for (const row of inTime(rows)) {
      const given = found === null || parcel === null ? null : { parcel, signed: found.signed, cod: found.one.item.cod }
      const weighed = weighStatus(row, given, clock.now())
      if (!weighed.ok) fail(row.row, weighed.faults)
      else if (weighed.value.kind === 'known') taken.known += 1
      else if (weighed.value.kind === 'misfit') {
        taken.misfits.push({ row: row.row, number, state: row.state, at: row.at, why: weighed.value.why })
      } else if (found !== null && parcel !== null) {
        const { step, at } = weighed.value
        const told = post.told({ ...found.one, parcel }, { step, at, from: 'file' }, official)
        if (!told.ok) {
          fail(row.row, told.faults)
          continue
        }
        parcel = parcelAfter(parcel, told.value.moved)
        taken.moved += 1
        taken.said.push(...told.value.said)
        taken.jobs.push(...told.value.jobs)
      }
    }
    return taken
  }

  return {
    /** What the file looks like: the names of its columns, some rows, and what they seem to mean. Refused at `file`: no table, or nothing in it. */
    look: async ({ bytes, state }: PostAsked['look']): Promise<Result<PostFileLooked>> => {
      const sheet = await readSheet(Buffer.from(bytes, 'base64'))
      if (!sheet.ok) return sheet
      const { head, body } = partsOf(sheet.value)
      const guess = guessMapping(head, body)
      const column = state ?? guess.state
      const states = column === undefined ? {} : statesIn(body, column)
      const words = column === undefined ? [] : [...new Set(body.map(row => tidy(row[column] ?? '')))].filter(word => word !== '')
      const once = [...Map.groupBy(words, fold).values()].flatMap(([word = '']) => word)
      return ok({
        head: [...head],
        sample: body.slice(0, SAMPLE).map(row => [...row]),
        count: body.length,
        guess: { ...guess, ...(column === undefined ? {} : { state: column }), states },
        words: once.slice(0, 200).map(word => ({ word, means: states[fold(word)] ?? null })),
      })
    },

    /** Takes down everything the file says in one commit. Rows that cannot be taken are named, and the others count. */
    take: async ({ bytes, mapping }: PostAsked['take'], official: Signer): Promise<Result<PostFileTaken>> => {
      const sheet = await readSheet(Buffer.from(bytes, 'base64'))
      if (!sheet.ok) return sheet
      const file = readStatusFile(sheet.value, partsOf(sheet.value).first, mapping)
      if (!file.ok) return file
      const taken = store.commit(official.id, () => {
        const all = [...Map.groupBy(file.value.rows, ({ number }) => number)].map(([number, rows]) => takeParcel(number, rows, official))
        const misfits = all.flatMap(one => one.misfits).toSorted(byRow)
        const fresh = misfits
          .map(({ number, state, at, why }): Misfit => ({ number, state, at, why }))
          .filter(misfit => !parcels.isMisfit(misfit))
        const told = clock.now()
        const misfitting: readonly Said[] =
          fresh.length === 0 ? [] : [{ kind: 'post.told', version: 1, subject: dayOf(told), body: { told, misfits: fresh } }]
        const answer: PostFileTaken = {
          moved: sum(all.map(({ moved }) => moved)),
          known: sum(all.map(({ known }) => known)) + file.value.doubles,
          skipped: file.value.skipped,
          misfits,
          faults: [...file.value.faults, ...all.flatMap(({ faults }) => faults)].toSorted(byRow),
        }
        return ok({ said: [...all.flatMap(({ said }) => said), ...misfitting], jobs: all.flatMap(({ jobs }) => jobs), answer })
      })
      if (taken.ok) follow()
      return taken
    },
  }
}

type Taken = Pick<PostFileTaken, 'misfits' | 'faults'> & { moved: number; known: number; readonly said: Said[]; readonly jobs: PrintJob[] }

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)
const byRow = (one: { readonly row: number }, other: { readonly row: number }): number => one.row - other.row

/** The names of the columns, and the rows behind them, from row `first` on (counted from 0). */
function partsOf(rows: readonly Row[]): { readonly head: Row; readonly body: readonly Row[]; readonly first: number } {
  const at = headOf(rows)
  const first = at === null ? 0 : at + 1
  return { head: at === null ? [] : (rows[at] ?? []), body: rows.slice(first).filter(row => row.some(cell => cell.trim() !== '')), first }
}
