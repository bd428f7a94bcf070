import { failureFault, ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'

/** Who has the printer now. A question can be hurried; whatever prints cannot. */
type Turn = { readonly done: Promise<unknown>; readonly hurry: AbortController | null }

/** One thing at a time on a printer: a slip makes a question give way, a second slip is refused, the drawer waits for its turn. */
export function openTurns(closing: AbortSignal) {
  let turn: Turn | null = null

  const take = async <T>(act: () => Promise<Result<T>>, hurry: AbortController | null): Promise<Result<T>> => {
    if (closing.aborted) return refuse(failureFault('printer.off'))
    if (turn !== null) return refuse(failureFault('printer.busy'))
    const done = act()
    const mine: Turn = { done, hurry }
    turn = mine
    return done.finally(() => {
      if (turn === mine) turn = null
    })
  }

  /** Takes its turn as soon as nobody has it of whom it is to wait for (`before`). */
  const takeWhen = async <T>(act: () => Promise<Result<T>>, before: (other: Turn) => boolean): Promise<Result<T>> => {
    if (turn === null || !before(turn)) return take(act, null)
    await turn.done
    return takeWhen(act, before)
  }

  /** A question; its signal fires when a slip has come, and its answer is `printer.busy` then. */
  const ask = async <T>(act: (hurried: AbortSignal) => Promise<T>): Promise<Result<T>> => {
    if (turn !== null && turn.hurry !== null) {
      await turn.done
      return ask(act)
    }
    const hurry = new AbortController()
    return take(async () => {
      const value = await act(hurry.signal)
      return hurry.signal.aborted ? refuse(failureFault('printer.busy')) : ok(value)
    }, hurry)
  }

  return {
    ask,
    /** A slip: whoever asks gives way. */
    print: <T>(act: () => Promise<Result<T>>): Promise<Result<T>> =>
      takeWhen(act, ({ hurry }) => {
        hurry?.abort()
        return hurry !== null
      }),
    /** Something short that waits until all is done. */
    after: <T>(act: () => Promise<Result<T>>): Promise<Result<T>> => takeWhen(act, () => true),
    over: async (): Promise<void> => {
      await turn?.done
    },
  }
}
