import { z } from 'zod'
import { calls } from '#contract/calls.ts'
import { FaultShape } from '#contract/fault.ts'
import { Hall } from '#contract/queue.ts'
import { CounterId } from '#domain/kernel/id.ts'
import type { Result } from '#domain/kernel/result.ts'
import { By, QueueLed, Ticket, TicketId } from '#domain/queue/ticket.ts'

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

const line = <Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) => ({ input, output })
const nothing = z.strictObject({})

/** Calls that a guest makes of the host: those of the hatch, and two more that no window makes. */
const table = {
  'queue.take': line(calls['queue.take'].input, Ticket),
  'queue.next': calls['queue.next'],
  'queue.act': calls['queue.act'],
  'queue.takes': line(calls['queue.takes'].input.extend({ name: z.string().min(1).max(60) }), nothing),
  'queue.endDay': calls['queue.endDay'],
  'queue.figures': calls['queue.figures'],
  /** Tickets that a machine gave out while it was alone; `age`: milliseconds since each was taken. Answers those that are in. */
  'queue.join': line(
    z.strictObject({ tickets: z.array(z.strictObject({ ticket: Ticket, age: z.number() })).max(2000) }),
    z.array(TicketId),
  ),
  /**
   * The line as a machine saw it last, `ago` milliseconds back, whoever led it: said first of all. Of the host before, whoever
   * saw most is right.
   */
  'queue.seen': line(z.strictObject({ hall: Hall.nullable(), ago: z.number().nonnegative() }), nothing),
  /** The host gives its role to who asks: the line as it leaves it, and whose letters its tickets bore. */
  'queue.yield': line(nothing, z.strictObject({ hall: Hall, letters: QueueLed.shape.letters })),
} as const
type LineCalls = typeof table
export type LineCall = keyof LineCalls
export type LineInput<Name extends LineCall> = z.output<LineCalls[Name]['input']>
export type LineOutput<Name extends LineCall> = z.output<LineCalls[Name]['output']>

/** What a host answers with, one handler for each call. `request`: asked again by the same, nothing is done twice. */
export type LineHandlers = {
  readonly [Name in LineCall]: (input: LineInput<Name>, by: By, request: string) => Result<LineOutput<Name>>
}

/** The table of calls, seen so that what is parsed for a name is that name's. */
export const lineCalls: {
  readonly [Name in LineCall]: { readonly input: z.ZodType<LineInput<Name>>; readonly output: z.ZodType<LineOutput<Name>> }
} = table

const Name = z.string().refine((name): name is LineCall => Object.hasOwn(table, name))

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
