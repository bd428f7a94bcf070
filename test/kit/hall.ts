import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { HallSettings } from '#contract/queue.ts'
import { type Clock, openClock } from '#machine/clock.ts'
import { demoOfficials, demoSettings } from '#office/settings.ts'
import { tempFolder } from './basics.ts'
import { type TempOffice, signIn, tempOffice } from './office.ts'

/** The code that the machines of a test's office know each other by. */
export const CODE = 'K7QF-2MXA-9TRP-C4WN'

/** A port that nobody has. */
export const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

export type MachineOf = {
  readonly number: number
  readonly role: 'alone' | 'host' | 'guest'
  readonly port: number
  readonly meet?: string
  readonly takes?: readonly string[]
  readonly dialled?: (address: string) => string
  readonly dataDir?: string
  readonly clock?: Clock
}

/** The settings of a machine of the demo office's hall. */
export const machineSettings = (dataDir: string, { number, role, port, meet, takes }: MachineOf) => ({
  ...demoSettings(dataDir),
  counter: { id: `DEMO-01.Q${number}`, name: `Quầy ${number}`, number },
  hall: HallSettings.parse({ role, port, meet: meet ?? null, takes: takes ?? null }),
})

/** One machine of the hall, set up and signed in, in this process, on a real port. Its clock is the computer's, or the one given. */
export async function hallMachine(machine: MachineOf): Promise<TempOffice> {
  const dataDir = machine.dataDir ?? tempFolder()
  writeFileSync(join(dataDir, 'hall.key'), `${CODE}\n`)
  const office = await tempOffice(
    { dataDir },
    { clock: machine.clock ?? openClock(), ...(machine.dialled === undefined ? {} : { dialled: machine.dialled }) },
  )
  const hello = await office.get('office.hello', {})
  if (!hello.setUp) {
    await office.get('office.setUp', { settings: machineSettings(dataDir, machine), officials: [...demoOfficials] })
  }
  await signIn(office, 'supervisor')
  return office
}

/** Waits until something is so; says what was not. */
export async function until(what: string, isSo: () => Promise<boolean> | boolean, ms = 8_000): Promise<void> {
  const clock = openClock()
  for (const end = Date.now() + ms; Date.now() < end; await clock.sleep(30)) if (await isSo()) return
  throw new Error(`never: ${what}`)
}

export const viewOf = (office: TempOffice) => office.get('queue.view', {})
export const isJoined = async (office: TempOffice): Promise<boolean> => (await viewOf(office)).standing.joined
