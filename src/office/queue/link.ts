import type { Hall } from '#contract/queue.ts'
import { type Fault, type Result, failureFault, ok, refuse } from '#domain/kernel/result.ts'
import type { By } from '#domain/queue/ticket.ts'
import { type Line, dial } from '#lan/dial.ts'
import { type Greeting, type LineCall, type LineInput, type LineOutput, lineCalls } from '#lan/wire.ts'
import type { Clock } from '#machine/clock.ts'

/** How long an answer may take before nobody waits for it. */
export const ANSWER_MS = 4_000

export type LinkParts = {
  readonly address: string
  readonly key: Buffer
  readonly clock: Clock
  readonly greet: () => Greeting
  /** What the other side says of itself; `false` drops it: it is not the host. */
  readonly onGreeting: (greeting: Greeting) => boolean
  readonly onHall: (hall: Hall) => void
  readonly onGone: (fault: Fault) => void
}

/** A guest's line to the host: the line of people comes in, calls go out, each answered once or not at all. */
export function openLink({ address, key, clock, greet, onGreeting, onHall, onGone }: LinkParts) {
  const waiting = new Map<number, (answer: Result<unknown>) => void>()
  let last = 0
  let refused: Fault | null = null
  const line: Line = dial({
    address,
    key,
    onOpen: opened => void opened.send({ kind: 'greeting', greeting: greet() }),
    hear: message => {
      switch (message.kind) {
        case 'greeting':
          if (!onGreeting(message.greeting)) line.drop()
          return
        case 'refused':
          refused = message.fault
          line.drop()
          return
        case 'hall':
          onHall(message.hall)
          return
        case 'answer':
          waiting.get(message.id)?.(message.ok ? ok(message.value) : refuse(...message.faults))
          waiting.delete(message.id)
          return
        case 'call':
          return
      }
    },
    onGone: fault => {
      for (const answer of waiting.values()) answer(UNSURE)
      waiting.clear()
      onGone(refused ?? fault)
    },
  })

  const send = (name: LineCall, input: unknown, by: By, request: string): Promise<Result<unknown>> => {
    const id = (last += 1)
    if (!line.send({ kind: 'call', id, name, input, by, request })) return Promise.resolve(UNSURE)
    const done = new AbortController()
    return new Promise(resolve => {
      const answer = (result: Result<unknown>): void => {
        done.abort()
        resolve(result)
      }
      waiting.set(id, answer)
      void clock.sleep(ANSWER_MS, done.signal).then(() => {
        if (waiting.delete(id)) answer(UNSURE)
      })
    })
  }

  return {
    /** `queue.host.unsure`: it may have been done. Asked again by the same request, nothing is done twice. */
    ask: async <Name extends LineCall>(name: Name, input: LineInput<Name>, by: By, request: string): Promise<Result<LineOutput<Name>>> => {
      const answered = await send(name, input, by, request)
      if (!answered.ok) return answered
      const read = lineCalls[name].output.safeParse(answered.value)
      return read.success ? ok(read.data) : UNSURE
    },
    drop: (): void => line.drop(),
  }
}
export type Link = ReturnType<typeof openLink>

const UNSURE = refuse(failureFault('queue.host.unsure'))
