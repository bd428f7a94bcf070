import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { CallName, Input, Output } from '#contract/calls.ts'
import type { Draft } from '#domain/dossier/dossier.ts'
import { type Instant, Instant as InstantShape, readIsoTime } from '#domain/kernel/time.ts'
import { openClock } from '#machine/clock.ts'
import { sha256 } from '#machine/digest.ts'
import { readEnvironment } from '#machine/env.ts'
import { randomness } from '#machine/randomness.ts'
import { type Office, openOffice } from '#office/open-office.ts'
import { demoOfficials, demoSettings } from '#office/settings.ts'

const CARD = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'
const NUMBERS_A_DAY = 990
const DAY_MS = 86_400_000

export type BenchOffice = Awaited<ReturnType<typeof benchOffice>>

/** A demo office whose printers are not set, signed in, with a draft of the commonest procedure ready to be finished. */
export async function benchOffice(dataDir: string, key: string | null, printer: string | null = null) {
  const real = openClock()
  let start: Instant = InstantShape.parse(readIsoTime('2026-11-23T09:00:00+07:00') ?? 0)
  let given = 0
  const clock = {
    ...real,
    now: () => start,
    /** A counter has 999 numbers a day: a bench that wants more lives through more days. */
    nextDayWhenFull: () => {
      given += 1
      if (given % NUMBERS_A_DAY === 0) start = InstantShape.parse(start + DAY_MS)
    },
  }
  const opened = await openOffice(
    { ...readEnvironment({}), dataDir, printer: null, printer2: null, pagePrinter: null, scanner: null, cityUrl: null },
    {
      clock,
      randomness,
      digest: sha256,
      log: () => undefined,
      resources: resolve(import.meta.dirname, '../../../resources'),
      tell: () => undefined,
      key,
    },
  )
  if (!opened.ok) throw new Error(`no office: ${JSON.stringify(opened.faults)}`)
  const office: Office = opened.value
  const get = async <Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>> => {
    const result = await office.handlers[name](input)
    if (!result.ok) throw new Error(`${name} was refused: ${JSON.stringify(result.faults)}`)
    return result.value
  }
  await get('office.setUp', { settings: { ...demoSettings(dataDir), printer, pagePrinter: null }, officials: [...demoOfficials] })
  const hello = await get('office.hello', {})
  const [official] = hello.setUp ? hello.officials.filter(({ role }) => role === 'reception') : []
  if (official === undefined) throw new Error('no official')
  await get('official.signIn', { id: official.id, pin: '2468' })
  return {
    office,
    clock,
    get,
    draft: await readyDraft(get, '2.000635'),
    /** Lets the store rest, as it does between two citizens. */
    breathe: () => wait(600),
    close: () => office.close(),
  }
}

type Get = <Name extends CallName>(name: Name, input: Input<Name>) => Promise<Output<Name>>

/** A draft with every missing field answered and every paper ticked. */
async function readyDraft(get: Get, code: string): Promise<Draft> {
  const scanned = await get('card.scan', { text: CARD })
  const hello = await get('office.hello', {})
  const procedure = hello.setUp ? hello.procedures.find(one => one.code === code) : undefined
  if (scanned.kind !== 'card' || procedure === undefined) throw new Error('no card or no procedure')
  const { name, number, birth, sex, address } = scanned.read.card
  const { draft } = await get('draft.open', {
    procedure: code,
    applicant: { name, number, birth, sex, address, phone: null },
    card: scanned.read,
  })
  const answers = { ...draft.answers }
  for (const item of procedure.form) {
    if (item.kind === 'heading' || item.kind === 'group' || !item.need || answers[item.id] !== undefined) continue
    answers[item.id] = { value: sample(item.kind, item.choices?.[0]?.value), origin: { from: 'typed' } }
  }
  return { ...draft, answers, papers: Object.fromEntries(procedure.papers.map(paper => [paper.id, 1])) }
}

function sample(kind: string, choice: string | undefined): string {
  const samples: Readonly<Record<string, string>> = {
    date: '1990-01-20',
    year: '1990',
    time: '14:05',
    number: '1',
    sex: 'female',
    'citizen-number': '087190012345',
    phone: '0912345678',
  }
  return choice ?? samples[kind] ?? 'UBND xã Thường Lạc, huyện Hồng Ngự, tỉnh Đồng Tháp'
}
