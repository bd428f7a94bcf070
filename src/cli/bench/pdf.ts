import { join, resolve } from 'node:path'
import PDFDocument from 'pdfkit'
import type { DossierReceived } from '#domain/dossier/dossier.ts'
import type { Block } from '#domain/paper/block.ts'
import { type FormSet, readFormSet } from '#domain/paper/form-set.ts'
import { slipText } from '#devices/slip/text.ts'
import { readJsonFile } from '#machine/files.ts'
import { mau01 } from '#paper/mau-01.ts'
import { type PagePress, openPagePress } from '#paper/pdf.ts'
import { benchDossier } from './dossier.ts'
import { printedByWindow } from './print-to-pdf.ts'
import { type Row, against, quantile, rowOf, within } from './table.ts'

const TIMES = 120
const PEER_TIMES = 20
/** A program that was just started has compiled little: these are not counted, and the first of all has a row of its own. */
const WARM = 20
const GOAL_MS = 60
const RESOURCES = resolve(import.meta.dirname, '../../../resources')
const FONTS = join(RESOURCES, 'fonts')
const SETS = ['TT01-2018', 'TT03-2025'] as const

/**
 * Mẫu số 01 of a received dossier (A5, both its sheets) as a PDF, from the dossier to the last byte, without a window:
 * beside the PDF library alone with the same fonts and words, and beside a window that prints the same words.
 */
export async function pdfRows(): Promise<readonly Row[]> {
  const dossier = await benchDossier()
  const sets = { 'TT01-2018': formSet('TT01-2018'), 'TT03-2025': formSet('TT03-2025') }
  const first = await timed(() => pressed(openPagePress(FONTS), dossier, sets['TT03-2025']))
  const words = slipText(mau01(dossier, { copy: 1 }, sets['TT03-2025']))
  const press = openPagePress(FONTS)
  const times = { empty: [] as number[], 'TT01-2018': [] as number[], 'TT03-2025': [] as number[] }
  // Contenders take turns, so that what else the machine does hits all of them.
  for (let i = 0; i < WARM + TIMES; i += 1) {
    const empty = await timed(() => pressOne(press, [], dossier.received))
    if (i >= WARM) times.empty.push(empty)
    for (const id of SETS) {
      const took = await timed(() => pressed(press, dossier, sets[id]))
      if (i >= WARM) times[id].push(took)
    }
  }
  const library: number[] = []
  for (let i = 0; i < PEER_TIMES; i += 1) library.push(await timed(() => byLibrary(words)))
  const window = await printedByWindow(words, PEER_TIMES)
  const peer = { what: 'printToPDF of a window', value: quantile(window, 0.5) }
  return [
    rowOf('limit: an empty page from the same press', 'ms', times.empty),
    rowOf('peer: pdfkit, the same words, fonts from their files', 'ms', library),
    rowOf('peer: printToPDF of an open window, the same words', 'ms', window),
    ...SETS.map(id =>
      rowOf(`Mẫu 01 as PDF, ${id}`, 'ms', times[id], {
        ...within(quantile(times[id], 0.95), GOAL_MS, 'ms (p95)'),
        against: peer,
      }),
    ),
    rowOf(
      'Mẫu 01 as PDF ÷ printToPDF, p50',
      '×',
      [quantile(times['TT03-2025'], 0.5) / peer.value],
      against(quantile(times['TT03-2025'], 0.5), peer.what, peer.value, { most: 1 }),
    ),
    rowOf('Mẫu 01 as PDF, the very first with its fonts', 'ms', [first]),
  ]
}

function formSet(id: (typeof SETS)[number]): FormSet {
  const set = readFormSet(readJsonFile(join(RESOURCES, 'catalog', 'forms', `${id}.json`)))
  if (!set.ok) throw new Error(`no form set ${id}`)
  return set.value
}

const pressed = (press: PagePress, dossier: DossierReceived, set: FormSet): Promise<Uint8Array> =>
  pressOne(press, mau01(dossier, { copy: 1 }, set), dossier.received)

const pressOne = (press: PagePress, blocks: readonly Block[], at: DossierReceived['received']): Promise<Uint8Array> =>
  press.press(blocks, { size: 'A5', title: 'mau-01', at })

/** The library as its manual shows it: a font is a file, a page is lines. */
async function byLibrary(words: string): Promise<number> {
  const document = new PDFDocument({ size: 'A5', margin: 34, font: join(FONTS, 'Tinos-Regular.ttf') })
  let bytes = 0
  const written = new Promise<void>(done => document.on('end', done))
  document.on('data', (chunk: Buffer) => (bytes += chunk.length))
  document.fontSize(10.5).text(words)
  document.end()
  await written
  return bytes
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
