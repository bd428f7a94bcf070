import type { Hall } from '#contract/queue.ts'
import { type Result } from '#domain/kernel/result.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import type { By, QueueLed } from '#domain/queue/ticket.ts'
import { CONNECT_MS } from '#lan/dial.ts'
import type { LineOutput, Machine } from '#lan/wire.ts'
import type { Clock } from '#machine/clock.ts'
import type { KnownHall } from './known.ts'
import type { LineDesk } from './line-desk.ts'
import { ANSWER_MS } from './link.ts'
import { SEEK_MS, TRY_MS } from './search.ts'

/**
 * So long a host that begins waits for the other machines: as long as one that is on may need to come back. The host looks
 * for it twice; it lets go of a place where nobody is, calls the host, and says what it saw.
 */
const SETTLE_MS = 2 * (SEEK_MS + CONNECT_MS) + (CONNECT_MS + TRY_MS) + CONNECT_MS + ANSWER_MS

export type SuccessionParts = {
  readonly me: Machine
  readonly known: KnownHall
  readonly line: LineDesk
  readonly clock: Clock
  readonly by: (official: string | null) => By
  readonly takeOver: (official: string | null) => Promise<Result<LineOutput<'queue.yield'>> | null>
  readonly closing: AbortSignal
  readonly onChange: () => void
}

/** A line as another host leaves it: to whom it gives its role, or as it was seen last before it was gone. */
type Left = { readonly hall: Hall | null; readonly at: Instant; readonly letters: QueueLed['letters']; readonly given: boolean }

/** Names of machines by their numbers. */
type Awaited = ReadonlyMap<number, string>
const NOBODY: Awaited = new Map()

/** How a machine comes to lead the queue. */
export function openSuccession({ me, known, line, clock, by, takeOver, closing, onChange }: SuccessionParts) {
  let awaited = NOBODY
  let unheard = NOBODY

  const whatWasLeft = async (official: string | null): Promise<Left | null> => {
    const there = await takeOver(official)
    if (there?.ok === true) return { ...there.value, at: clock.now(), given: true }
    const { mirror, leader } = known.now()
    if (mirror === null && leader === null) return null
    // The host before may still give out numbers with the services' letters: nobody does so beside it.
    return { hall: mirror?.hall ?? null, at: mirror?.at ?? clock.now(), letters: 'machine', given: false }
  }

  const awaiting = (all: Awaited, onSilence: (left: Awaited) => void): void => {
    awaited = all
    void clock.sleep(SETTLE_MS, closing).then(() => {
      if (closing.aborted || awaited.size === 0) return
      onSilence(awaited)
      awaited = NOBODY
      onChange()
    })
  }

  return {
    /**
     * A host that begins, or begins again, moves nobody until the others are there: the last words of the host before may
     * have reached them alone, and another may lead by now.
     */
    settling: (): boolean => awaited.size > 0,
    /** Who still has to say what it saw: it may hold people, and nobody is moved on its word but by itself. */
    awaits: (number: number): boolean => awaited.has(number),
    /** The machines that this host began without: whom they had called, nobody here knows. */
    unheard: (): readonly string[] => [...unheard.values()],
    /** A machine has said what it saw last. */
    heard: (number: number): void => {
      awaited = without(awaited, number)
      unheard = without(unheard, number)
    },
    /** Waits for every machine that is known: done by a host that starts. Its own journal says whom they hold. */
    beginAgain: (): void => awaiting(others(null, null), () => undefined),
    /** Leads from now on, with the people who were in the line when it was seen last, each as old as he is. */
    lead: async (official: string | null): Promise<Result<Record<string, never>>> => {
      const before = known.now().leader?.machine.number ?? null
      const left = await whatWasLeft(official)
      const hall = left?.hall ?? null
      const now = clock.now()
      const day = dayOf(now)
      const epoch = Math.max(known.now().leader?.epoch ?? 0, line.led()?.epoch ?? 0, hall?.host.epoch ?? 0) + 1
      const last = hall !== null && dayOf(hall.now) === day ? hall.last : {}
      const done = line.lead({ epoch, letters: left?.letters ?? 'services', day, last }, hall, now - (left?.at ?? now), {
        by: by(official),
        request: null,
      })
      if (!done.ok) return done
      known.led({ epoch, machine: me })
      known.save()
      if (left?.given === false) {
        awaiting(others(hall, before), silent => {
          unheard = silent
        })
      }
      return done
    },
  }

  /** Every machine that is known, and every counter that was seen open; but not the host that is gone. */
  function others(seen: Hall | null, gone: number | null): Awaited {
    const counters = (seen?.counters ?? []).filter(({ open }) => open)
    const all = [...counters, ...known.now().machines].map(({ number, name }) => [number, name] as const)
    return new Map(all.filter(([number]) => number !== me.number && number !== gone))
  }
}

const without = (all: Awaited, number: number): Awaited => new Map([...all].filter(([one]) => one !== number))
