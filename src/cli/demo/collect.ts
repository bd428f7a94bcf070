import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Reached, counterPath } from '#contract/routes.ts'
import { DossierReceived } from '#domain/dossier/dossier.ts'
import { readEntry } from '#domain/journal/chain.ts'
import type { Entry } from '#domain/journal/line.ts'
import type { ProvidedElectron } from '../electron/electron.ts'
import type { Served } from './serve.ts'
import type { Step } from './steps.ts'

type Evidence = {
  readonly out: string
  readonly city: string
  readonly electron: ProvidedElectron
  readonly steps: readonly Step[]
  readonly served: Served
}

const KV = resolve(import.meta.dirname, '../kv.ts')

/** Puts what the job left into `out/demo` under plain names, and writes `report.json` from the journal, the paper and the city's own answer. */
export async function collect({ out, city, electron, steps, served }: Evidence) {
  const [first] = served.sittings
  if (first === undefined) throw new Error('nobody was served')
  const slips = slipsIn(join(out, 'slips'))
  const firstSlip = slips.find(slip => slip.text.includes(first.code))
  if (firstSlip !== undefined) for (const kind of ['png', 'bin']) copyFileSync(`${firstSlip.file}.${kind}`, join(out, `receipt.${kind}`))
  copyFileSync(join(out, 'pages', `mau-01-${first.code}.pdf`), join(out, 'mau-01.pdf'))
  copyFileSync(join(out, 'pages', `declaration-${first.code}.pdf`), join(out, 'to-khai.pdf'))
  copyFileSync(join(out, 'pages', `handover-${served.list}.pdf`), join(out, 'handover.pdf'))
  const exported = kv(out, 'journal', 'export', '--out', join(out, 'journal.ndjson'))
  const verified = kv(out, 'journal', 'verify', join(out, 'journal.ndjson'), '--json')
  const journal = readFileSync(join(out, 'journal.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .flatMap(line => readEntry(line) ?? [])
  const atCity = await reachedAt(city, journal)
  const sittings = dossiersIn(journal).map(({ code, procedure, effort }) => ({ code, procedure: procedure.code, ...effort }))
  const printed = sittings.map(({ code }) => slips.filter(slip => slip.text.includes(`[QR ${code}]`)).length)
  const report = {
    ok: steps.every(step => step.ok) && exported && verified && atCity.holdsAll && printed.every(count => count === 1),
    electron: { version: electron.version, source: electron.source },
    steps,
    journal: { entries: journal.length, head: journal.at(-1)?.hash ?? '', verified },
    city: atCity,
    sittings,
    procedures: perProcedure(sittings),
    keysPressed: sum(sittings.map(({ keys }) => keys)),
    fewestKeys: Math.min(...sittings.map(({ keys }) => keys)),
    wordsTheCitizenWrote: sum(sittings.map(({ wordsByCitizen }) => wordsByCitizen)),
    slips: { printed: slips.length, lost: printed.filter(count => count === 0).length, doubled: printed.filter(count => count > 1).length },
    secondsOfHands: sum(sittings.map(({ seconds }) => seconds)),
  }
  writeFileSync(join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
  rmSync(join(out, 'data', 'window'), { recursive: true, force: true })
  return report
}

const sum = (values: readonly number[]): number => Math.round(values.reduce((total, value) => total + value, 0) * 10) / 10

type Effort = { readonly procedure: string; readonly keys: number; readonly seconds: number }

/** What a procedure cost the official's hands, from the scan to F9: its shortest and its longest sitting. */
const perProcedure = (sittings: readonly Effort[]) =>
  [...new Set(sittings.map(({ procedure }) => procedure))].map(procedure => {
    const of = sittings.filter(sitting => sitting.procedure === procedure).toSorted((a, b) => a.keys - b.keys)
    const [shortest, longest] = [of[0], of.at(-1)].map(one => ({ keys: one?.keys ?? 0, seconds: one?.seconds ?? 0 }))
    return { procedure, sittings: of.length, shortest, longest }
  })

const slipsIn = (folder: string): readonly { file: string; text: string }[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .map(name => ({ file: join(folder, name.slice(0, -4)), text: readFileSync(join(folder, name), 'utf8') }))

const kv = (out: string, ...command: readonly string[]): boolean =>
  spawnSync(process.execPath, [KV, '--data', join(out, 'data'), ...command], { stdio: 'ignore' }).status === 0

/** What the city itself says it holds of this counter, beside what the counter has. */
async function reachedAt(city: string, journal: readonly Entry[]) {
  const [begin] = journal
  const last = journal.at(-1)
  if (begin === undefined || last === undefined) throw new Error('the journal is empty')
  const { position, hash, parked } = Reached.parse(await (await fetch(`${city}${counterPath(begin.counter)}`)).json())
  return { entries: position, head: hash, parked, holdsAll: position === last.position && hash === last.hash }
}

const dossiersIn = (journal: readonly Entry[]): readonly DossierReceived[] =>
  journal.flatMap(entry =>
    entry.kind === 'dossier.received' && entry.body !== null ? [DossierReceived.parse(JSON.parse(entry.body))] : [],
  )
