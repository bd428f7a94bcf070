import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drawSlip } from '#devices/slip/draw.ts'
import { DossierReceived } from '#domain/dossier/dossier.ts'
import { TurnedAway } from '#domain/dossier/turn-away.ts'
import { HandoverSigned } from '#domain/post/handover.ts'
import { demoSettings } from '#office/settings.ts'
import { handoverSlip } from '#paper/handover-slip.ts'
import { receiptSlip } from '#paper/receipt.ts'
import { decodeEscPos } from '../kit/escpos-decode.ts'
import { doubled, missing } from './evidence.ts'
import { judgeLists } from './judge-lists.ts'
import { type Job, type Sheet, judgeTurned } from './judge-turned.ts'

export type Evidence = {
  readonly dataDir: string
  /** What officials were told, line by line: `saved CODE`, `signed CODE`, `turned PAPER`, `kept ID`. */
  readonly told: readonly string[]
  /** Bytes of each connection at the printer. */
  readonly slips: readonly Uint8Array[]
  /** How far the city is; it checked the chain up to there. */
  readonly cityHead: { readonly position: number; readonly hash: string }
  /** Every sheet that the print queue took. */
  readonly sheets: readonly Sheet[]
  readonly fonts: string
}

type Row = { position: number; kind: string; hash: string; previous: string; body: string }

/**
 * Judges a data folder from outside: it reads the database file itself, not through the office. What was told must be
 * there, no number twice, the chain whole, the city equal, and on paper each slip once unmarked and every further one a copy.
 */
export async function judge({ dataDir, told, slips, cityHead, sheets, fonts }: Evidence) {
  const db = new Database(join(dataDir, 'office.db'), { readonly: true })
  const rows = db.prepare<[], Row>('select position, kind, hash, previous, body from journal order by position').all()
  const jobs = db.prepare<[], Job>('select subject, code, form, copy, state from print_job').all()
  const drafts = db.prepare<[], { id: string }>('select id from draft').all()
  const parcels = db.prepare<[], { handover: string; state: string }>('select handover, state from parcel').all()
  const health = String(db.pragma('integrity_check', { simple: true }))
  db.close()
  const bodies = (kind: string): readonly unknown[] => rows.filter(row => row.kind === kind).map(row => JSON.parse(row.body))
  const dossiers = bodies('dossier.received').map(body => DossierReceived.parse(body))
  const visits = bodies('visit.turned.away').map(body => TurnedAway.parse(body))
  const lists = bodies('handover.signed').map(body => HandoverSigned.parse(body))
  const signed = lists.map(({ code }) => code)
  const listReprints = bodies('paper.reprinted').map(body => `${Object(body).subject} ${Object(body).form} ${Object(body).copy}`)
  const reprints = bodies('paper.reprinted').map(body => `${Object(body).subject} ${Object(body).copy}`)
  const codes = dossiers.map(({ code }) => String(code))
  const paper = await countPaper(slips, { dossiers, lists }, fonts)
  const wrong = [
    ...(health === 'ok' ? [] : [`integrity_check says ${health}`]),
    ...missing('saved', told, codes),
    ...missing('signed', told, signed),
    ...doubled('dossier code', codes),
    ...doubled(
      'draft',
      dossiers.map(({ dossier }) => dossier),
    ),
    ...doubled('signed list', signed),
    ...brokenChain(rows),
    ...(cityHead.position === rows.length && cityHead.hash === rows.at(-1)?.hash
      ? []
      : [`the city is at ${cityHead.position}, the counter at ${rows.length}, or they differ`]),
    ...[...codes, ...signed].filter(code => !paper.some(slip => slip.code === code)).map(code => `no slip of ${code}`),
    ...doubled(
      'unmarked slip',
      paper.filter(({ copy }) => copy === 1).map(({ code }) => code),
    ),
    ...codes
      .filter(code => !sheets.some(({ name, whole }) => whole && name.startsWith(`mau-01-${code}`)))
      .map(code => `no mau-01 of ${code}`),
    // The name of a sheet says which copy it is.
    ...doubled(
      'sheet',
      sheets.map(({ name }) => name),
    ),
    ...judgeLists({ signed: lists, jobs, parcels, reprints: listReprints }),
    ...judgeTurned({ told, visits, jobs, drafts: drafts.map(({ id }) => id), reprints, sheets }),
  ]
  return {
    saved: told.filter(line => line.startsWith('saved')).length,
    signed: signed.length,
    turned: visits.length,
    slips: paper.length,
    copies: paper.filter(({ copy }) => copy > 1).length,
    wrong,
  }
}

function brokenChain(rows: readonly Row[]): readonly string[] {
  return rows.flatMap((row, index) => {
    const before = rows[index - 1]
    const follows = row.position === index + 1 && (before === undefined || row.previous === before.hash)
    return follows ? [] : [`the chain breaks at ${row.position}`]
  })
}

const MOST_COPIES = 40
/** The account the demo office shows on its slips. */
const { bank } = demoSettings('')

/** Which slip lies on paper: the decoded dots of each whole slip, looked up among the pictures that every dossier's slips have. */
async function countPaper(
  slips: readonly Uint8Array[],
  { dossiers, lists }: { readonly dossiers: readonly DossierReceived[]; readonly lists: readonly HandoverSigned[] },
  fonts: string,
): Promise<readonly { code: string; copy: number }[]> {
  const whole = slips.flatMap(bytes => wholeSlip(bytes) ?? [])
  const wanted = new Set(whole)
  const known = new Map<string, { code: string; copy: number }>()
  const papers = [
    ...dossiers.map(dossier => ({
      code: String(dossier.code),
      blocks: (copy: number) => receiptSlip(dossier, { copy, money: { bank, payments: [] } }),
    })),
    ...lists.map(list => ({ code: list.code, blocks: (copy: number) => handoverSlip(list, { copy }) })),
  ]
  for (const { code, blocks } of papers) {
    // Canvases are given back between turns of the event loop only.
    await new Promise(setImmediate)
    for (let copy = 1; copy <= MOST_COPIES; copy += 1) {
      const picture = pictureOf(rowsOf(drawSlip(blocks(copy), 576, fonts)))
      known.set(picture, { code, copy })
      if (copy > 2 && !wanted.has(picture)) break
    }
  }
  return whole.map(picture => known.get(picture) ?? { code: 'strange', copy: 1 })
}

/** The picture of a slip that came out to its cut; `null` for a torn one. */
function wholeSlip(bytes: Uint8Array): string | null {
  try {
    const { rows, cuts } = decodeEscPos(bytes)
    return cuts.length > 0 ? pictureOf(rows) : null
  } catch {
    return null
  }
}

/** One byte a dot, as the decoder has it. */
const rowsOf = ({ width, height, bits }: { width: number; height: number; bits: Uint8Array }): readonly Uint8Array[] =>
  Array.from({ length: height }, (_, y) =>
    Uint8Array.from({ length: width }, (_, x) => ((bits[(y * width + x) >> 3] ?? 0) >> (7 - (x & 7))) & 1),
  )

/** A picture without its blank edges, as a digest. */
function pictureOf(rows: readonly Uint8Array[]): string {
  const inked = rows.map(row => row.some(byte => byte !== 0))
  const [first, last] = [inked.indexOf(true), inked.lastIndexOf(true)]
  const hash = createHash('sha256')
  for (const row of rows.slice(first, last + 1)) hash.update(row)
  return hash.digest('hex')
}
