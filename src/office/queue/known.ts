import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Hall } from '#contract/queue.ts'
import type { CounterId } from '#domain/kernel/id.ts'
import { Instant } from '#domain/kernel/time.ts'
import { type Greeting, Leader, Machine } from '#lan/wire.ts'
import { keyOf, readCode } from '#lan/code.ts'
import { readJsonFile, readTextFile, writeAtomically } from '#machine/files.ts'

/** What a machine remembers of its office: the others, who led last, and the line as it was seen last. */
const Known = z.strictObject({
  machines: z.array(Machine).default([]),
  leader: Leader.nullable().default(null),
  /** Nothing of a person is in it. */
  mirror: z.strictObject({ hall: Hall, at: Instant }).nullable().default(null),
})
type Known = z.output<typeof Known>

/** `hall.json` of the data folder: kept for the day on which the host is gone and another machine is named. */
export function openKnown(dataDir: string, me: CounterId) {
  const file = join(dataDir, 'hall.json')
  const read = Known.safeParse(readJsonFile(file) ?? {})
  let known: Known = read.success ? read.data : Known.parse({})
  let dirty = false

  const keep = (next: Known): void => {
    known = next
    dirty = true
  }
  const meet = (machine: Machine): void => {
    const others = known.machines.filter(({ id }) => id !== machine.id)
    if (machine.id !== me) keep({ ...known, machines: [...others, machine] })
  }
  return {
    now: (): Known => known,
    meet,
    /** Takes in what another machine says; `said`: where it can be reached. Answers whether somebody else leads now. */
    learn: ({ me: other, leader, machines }: Greeting, said: string): void => {
      const reached = { ...other, address: said }
      for (const machine of machines) if (known.machines.every(({ id }) => id !== machine.id)) meet(machine)
      meet(reached)
      if (leader === null || !isRighter(leader, known.leader)) return
      keep({ ...known, leader: leader.machine.id === other.id ? { ...leader, machine: reached } : leader })
    },
    led: (leader: Leader): void => keep({ ...known, leader }),
    /** `at`: when it was seen, by this machine's clock. */
    mirror: (hall: Hall, at: Instant): void => keep({ ...known, mirror: { hall, at } }),
    forget: (): void => {
      keep(Known.parse({}))
      rmSync(file, { force: true })
    },
    /** Writes it where something changed. */
    save: (): void => {
      if (!dirty) return
      dirty = false
      writeAtomically(file, JSON.stringify(known))
    },
  }
}
export type KnownHall = ReturnType<typeof openKnown>

/** Of two who lead, the one that was named later is right; named at once, the greater name decides on every machine alike. */
export const isRighter = (one: Leader, other: Leader | null): boolean =>
  other === null || one.epoch > other.epoch || (one.epoch === other.epoch && one.machine.id > other.machine.id)

const codeFile = (dataDir: string): string => join(dataDir, 'hall.key')

/** The pairing code of this machine's office, and the key that follows from it. */
export function readHallKey(dataDir: string): { readonly code: string; readonly key: Buffer } | null {
  const code = readCode(readTextFile(codeFile(dataDir)) ?? '')
  return code === null ? null : { code, key: keyOf(code) }
}

export const keepHallCode = (dataDir: string, code: string): void => writeAtomically(codeFile(dataDir), `${code}\n`)
