import { rmSync } from 'node:fs'
import type { CallName, Input, Output } from '#contract/calls.ts'
import type { EventName, Events } from '#contract/events.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Environment } from '#machine/env.ts'
import { sha256 } from '#machine/digest.ts'
import { randomness } from '#machine/randomness.ts'
import { answer } from '#office/calls.ts'
import { openOffice } from '#office/open-office.ts'
import type { OfficeParts } from '#office/parts.ts'
import { RESOURCES, got, tempFolder } from './basics.ts'
import { handClock } from './hand-clock.ts'

export const anEnvironment = (dataDir: string, more: Partial<Environment> = {}): Environment => ({
  dataDir,
  printer: null,
  printer2: null,
  pagePrinter: null,
  scanner: null,
  cityUrl: null,
  now: null,
  devServer: null,
  sqliteBinding: null,
  ...more,
})

/** A whole office in a temporary folder, called as a window calls it: by name, parsed, answered. */
export async function tempOffice(more: Partial<Environment> = {}, parts: Partial<OfficeParts> = {}) {
  const dataDir = more.dataDir ?? tempFolder()
  const clock = handClock('2026-11-23T09:41:00+07:00')
  const told: { name: string; what: unknown }[] = []
  const tell = <Name extends EventName>(name: Name, what: Events[Name]): void => void told.push({ name, what })
  const environment = anEnvironment(dataDir, more)
  const office = got(
    await openOffice(environment, { clock, randomness, digest: sha256, log: () => undefined, resources: RESOURCES, tell, ...parts }),
  )
  const ask = <Name extends CallName>(name: Name, input: Input<Name>): Promise<Result<Output<Name>>> => office.handlers[name](input)
  return {
    dataDir,
    clock,
    told,
    /** As a window would: any name, any input. */
    foreign: (name: unknown, input: unknown) => answer(office.handlers, name, input),
    ask,
    get: async <Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>> => got(await ask(name, input)),
    close: () => office.close(),
    forget: async (): Promise<void> => {
      await office.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
export type TempOffice = Awaited<ReturnType<typeof tempOffice>>

/** The demo office, with its first official signed in. */
export async function demoOffice(more: Partial<Environment> = {}, parts: Partial<OfficeParts> = {}): Promise<TempOffice> {
  const office = await tempOffice(more, parts)
  const hello = await office.get('office.hello', {})
  if (!hello.setUp) await office.get('office.demo', {})
  await signIn(office, 'reception')
  return office
}

export const PIN = '2468'

export async function personOf(office: TempOffice, role: string) {
  const hello = await office.get('office.hello', {})
  const person = hello.setUp ? hello.officials.find(official => official.role === role) : undefined
  if (person === undefined) throw new Error(`no ${role}`)
  return person
}

export async function signIn(office: TempOffice, role: string): Promise<void> {
  await office.get('official.signIn', { id: (await personOf(office, role)).id, pin: PIN })
}

/** Scans a card and opens a filled draft of a procedure. */
export async function draftOf(office: TempOffice, scan: string, procedure: string) {
  const scanned = await office.get('card.scan', { text: scan })
  if (scanned.kind !== 'card') throw new Error('no card')
  const { card } = scanned.read
  const applicant = { name: card.name, number: card.number, birth: card.birth, sex: card.sex, address: card.address, phone: null }
  return office.get('draft.open', { procedure, applicant, card: scanned.read })
}
