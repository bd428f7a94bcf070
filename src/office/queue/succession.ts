import type { Hall } from '#contract/queue.ts'
import { type Result } from '#domain/kernel/result.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import type { By, QueueLed } from '#domain/queue/ticket.ts'
import type { LineOutput, Machine } from '#lan/wire.ts'
import type { Clock } from '#machine/clock.ts'
import type { KnownHall } from './known.ts'
import type { LineDesk } from './line-desk.ts'

/** So long a host that begins waits for the other machines to say whom they hold, and who leads by now. */
const SETTLE_MS = 8_000

export type SuccessionParts = {
  readonly me: Machine
  readonly known: KnownHall
  readonly line: LineDesk
  readonly clock: Clock
  readonly by: (official: string | null) => By
  readonly takeOver: (official: string | null) => Promise<Result<LineOutput<'queue.yield'>> | null>
  readonly closing: AbortSignal
}

/** A line as another host leaves it: to whom it gives its role, or as it was seen last before it was gone. */
type Left = { readonly hall: Hall; readonly at: Instant; readonly letters: QueueLed['letters']; readonly given: boolean }

/** How a machine comes to lead the queue. */
export function openSuccession({ me, known, line, clock, by, takeOver, closing }: SuccessionParts) {
  let awaited: readonly string[] = []

  const whatWasLeft = async (official: string | null): Promise<Left | null> => {
    const there = await takeOver(official)
    if (there?.ok === true) return { ...there.value, at: clock.now(), given: true }
    const { mirror } = known.now()
    // The host before may still give out numbers with the services' letters: nobody does so beside it.
    return mirror === null ? null : { ...mirror, letters: 'machine', given: false }
  }

  const awaiting = (ids: readonly string[]): void => {
    awaited = ids
    void clock.sleep(SETTLE_MS, closing).then(() => {
      awaited = []
    })
  }

  return {
    /**
     * A host that begins, or begins again, calls nobody until the others are there: the last words of the host before may
     * have reached them alone, and another may lead by now.
     */
    settling: (): boolean => awaited.length > 0,
    /** A machine has said what it saw last. */
    heard: (id: string): void => {
      awaited = awaited.filter(one => one !== id)
    },
    /** Waits for every machine that is known: done by a host that starts. */
    beginAgain: (): void => awaiting(known.now().machines.map(({ id }) => id)),
    /** Leads from now on, with the people who were in the line when it was seen last, each as old as he is. */
    lead: async (official: string | null): Promise<Result<Record<string, never>>> => {
      const left = await whatWasLeft(official)
      const now = clock.now()
      const day = dayOf(now)
      const epoch = Math.max(known.now().leader?.epoch ?? 0, line.led()?.epoch ?? 0, left?.hall.host.epoch ?? 0) + 1
      const last = left !== null && dayOf(left.hall.now) === day ? left.hall.last : {}
      const done = line.lead({ epoch, letters: left?.letters ?? 'services', day, last }, left?.hall ?? null, now - (left?.at ?? now), {
        by: by(official),
        request: null,
      })
      if (!done.ok) return done
      known.led({ epoch, machine: me })
      known.save()
      if (left?.given === false) awaiting(openBeside(left.hall))
      return done
    },
  }

  /** The machines whose counters were open under the host before. */
  function openBeside({ host, counters }: Hall): readonly string[] {
    const open = new Set(counters.flatMap(({ number, open: sits }) => (sits ? [number] : [])))
    return known.now().machines.flatMap(({ id, number }) => (open.has(number) && id !== host.id ? [id] : []))
  }
}
