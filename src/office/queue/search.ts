import type { Clock } from '#machine/clock.ts'
import type { Guest } from './guest.ts'
import type { KnownHall } from './known.ts'

/** Between two tries to reach the host. */
export const TRY_MS = 500
/** A host looks so often whether another leads by now, and tells those who do not know of it. */
export const SEEK_MS = 2_000

export type SearchParts = {
  readonly known: KnownHall
  readonly guest: Guest
  /** One machine of the office that is asked who the host is. */
  readonly meet: string | null
  /** Whether a machine is a guest here. */
  readonly isJoined: (id: string) => boolean
  readonly clock: Clock
  readonly closing: AbortSignal
}

/** How machines of one office find each other: a guest its host, and a host those who do not know that it leads. */
export function openSearch({ known, guest, meet, isJoined, clock, closing }: SearchParts) {
  /** Where the host may be: who led last, where we were told to ask, anybody we know. */
  const places = (): readonly string[] => {
    const { leader, machines } = known.now()
    const all = [leader?.machine.address, meet, ...machines.map(({ address }) => address).toSorted()]
    return [...new Set(all.flatMap(address => (address === undefined || address === null || address.startsWith(':') ? [] : [address])))]
  }
  return {
    /** Calls whoever led last, and beside that one of the others, who may know of another host. Ends when the line is gone. */
    forHost: async (key: Buffer, turn: number): Promise<void> => {
      const [likeliest, ...others] = places()
      const other = others[turn % Math.max(1, others.length)]
      if (other !== undefined) void guest.call(other, key, false)
      if (likeliest !== undefined) await guest.call(likeliest, key, true)
      await clock.sleep(TRY_MS, closing)
    },
    /** Calls everybody who is not here, all at once. */
    forStrays: async (key: Buffer): Promise<void> => {
      const away = known.now().machines.filter(({ id }) => !isJoined(id))
      await Promise.all(away.map(({ address }) => guest.call(address, key, false)))
      await clock.sleep(SEEK_MS, closing)
    },
  }
}
