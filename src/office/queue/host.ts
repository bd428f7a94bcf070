import type { Hall } from '#contract/queue.ts'
import { type Result, failureFault, inputFault, refuse } from '#domain/kernel/result.ts'
import type { By } from '#domain/queue/ticket.ts'
import type { Caller, Listening } from '#lan/listener.ts'
import { type Greeting, type LineCall, type LineHandlers, type LineOutput, type Machine, type Message, lineCalls } from '#lan/wire.ts'

export type HostParts = {
  readonly leads: () => boolean
  readonly greet: () => Greeting
  /** What a caller says of itself. */
  readonly onGreeting: (greeting: Greeting, said: string) => void
  readonly machines: () => readonly Machine[]
  readonly hall: () => Hall
  readonly handlers: LineHandlers
}

/** Who has called this machine: a host answers its guests and shows them the line; any other machine says who leads. */
export function openHost({ leads, greet, onGreeting, machines, hall, handlers }: HostParts) {
  const guests = new Map<Caller, Machine>()

  const welcome = (caller: Caller, greeting: Greeting): void => {
    const { me } = greeting
    const double = [greet().me, ...machines()].find(({ id, number }) => number === me.number && id !== me.id)
    if (double !== undefined) {
      return caller.send({ kind: 'refused', fault: inputFault('hall.number.taken', 'counter.number', { name: double.name }) })
    }
    onGreeting(greeting, addressOf(caller, me))
    caller.send({ kind: 'greeting', greeting: greet() })
    if (!leads()) return
    guests.set(caller, me)
    caller.send({ kind: 'hall', hall: hall() })
  }

  const reply = (caller: Caller, { id, name, input, by, request }: Extract<Message, { kind: 'call' }>): void => {
    const known = leads() && guests.get(caller)?.id === by.machine
    const result = known ? run(name, input, by, request) : refuse(failureFault('queue.host.away'))
    caller.send({ kind: 'answer', id, ok: result.ok, value: result.ok ? result.value : null, faults: result.ok ? [] : [...result.faults] })
  }

  const run = <Name extends LineCall>(name: Name, foreign: unknown, by: By, request: string): Result<LineOutput<Name>> => {
    const input = lineCalls[name].input.safeParse(foreign)
    const handler: LineHandlers[Name] = handlers[name]
    return input.success ? handler(input.data, by, request) : refuse(inputFault('call.invalid'))
  }

  return {
    onCaller: (caller => ({
      hear: message => {
        if (message.kind === 'greeting') welcome(caller, message.greeting)
        if (message.kind === 'call') reply(caller, message)
      },
      gone: () => void guests.delete(caller),
    })) satisfies Listening['onCaller'],
    joined: (id: string): boolean => [...guests.values()].some(guest => guest.id === id),
    /** Shows the line to every guest. */
    show: (): void => {
      if (guests.size === 0) return
      const shown = hall()
      for (const caller of guests.keys()) caller.send({ kind: 'hall', hall: shown })
    },
    /** Lets all guests go: another machine leads. */
    dismiss: (): void => {
      for (const caller of guests.keys()) caller.drop()
      guests.clear()
    },
  }
}

/** Where a caller listens: the address its line comes from, with the port it tells. */
function addressOf({ from }: Caller, { address }: Machine): string {
  const port = address.slice(address.lastIndexOf(':') + 1)
  return from.includes(':') ? `[${from}]:${port}` : `${from}:${port}`
}
