import { z } from 'zod'
import { calls } from '#contract/calls.ts'
import { FaultShape } from '#contract/fault.ts'
import { Hall } from '#contract/queue.ts'
import { CounterId } from '#domain/kernel/id.ts'
import { By, Ticket } from '#domain/queue/ticket.ts'

/** A machine of the office on the local network. `address`: `host:port` where it listens. */
export const Machine = z.strictObject({
  id: CounterId,
  name: z.string().max(120),
  number: z.int().min(1).max(9),
  address: z.string().max(120),
})
export type Machine = z.output<typeof Machine>

/** Who leads the queue, as far as a machine knows: the greater epoch is right. */
export const Leader = z.strictObject({ epoch: z.int().nonnegative(), machine: Machine })
export type Leader = z.output<typeof Leader>

/** What machines tell each other when a line opens. */
export const Greeting = z.strictObject({
  me: Machine,
  leader: Leader.nullable(),
  machines: z.array(Machine).max(40),
  /** For the leader: the letters of services that this machine may give no more, with the last number of each that it gave. */
  passes: z.strictObject({ day: z.string(), last: z.record(z.string(), z.int()) }).nullable(),
})
export type Greeting = z.output<typeof Greeting>

/** Calls that a guest makes of the host: those of the hatch, and one more that no window makes. */
export const lineCalls = {
  'queue.take': calls['queue.take'].input,
  'queue.next': calls['queue.next'].input,
  'queue.act': calls['queue.act'].input,
  'queue.takes': calls['queue.takes'].input,
  'queue.endDay': calls['queue.endDay'].input,
  'queue.figures': calls['queue.figures'].input,
  /** Tickets that a machine gave out while it was alone; `age`: milliseconds since each was taken. */
  'queue.join': z.strictObject({ tickets: z.array(z.strictObject({ ticket: Ticket, age: z.number() })).max(2000) }),
  /** The host gives its role to who asks, and answers with the line as it leaves it. */
  'queue.yield': z.strictObject({}),
} as const
export type LineCall = keyof typeof lineCalls

const Name = z.enum(Object.keys(lineCalls) as [LineCall, ...LineCall[]])

/** One message, either way, as JSON. */
export const Message = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('greeting'), greeting: Greeting }),
  z.strictObject({ kind: z.literal('refused'), fault: FaultShape }),
  z.strictObject({ kind: z.literal('hall'), hall: Hall }),
  z.strictObject({ kind: z.literal('call'), id: z.int(), name: Name, input: z.unknown(), by: By, request: z.uuid() }),
  z.strictObject({ kind: z.literal('answer'), id: z.int(), ok: z.boolean(), value: z.unknown(), faults: z.array(FaultShape) }),
])
export type Message = z.output<typeof Message>

/** Reads a message; `null` where it is none: a stranger's words are passed over. */
export function readMessage(text: string): Message | null {
  try {
    const parsed = Message.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
