import type { Input } from '#contract/calls.ts'
import { type Instant, dayOf, instantAt } from '#domain/kernel/time.ts'
import type { ServiceId } from '#domain/queue/service.ts'
import type { Priority } from '#domain/queue/ticket.ts'

/** What somebody at the entrance comes for, while it is being chosen. The first service is the main one. */
export type TypedWish = {
  readonly services: readonly ServiceId[]
  readonly priority: Priority | null
  /** As typed: `9:30`, `14h00`. */
  readonly appointment: string
}

export const emptyWish: TypedWish = { services: [], priority: null, appointment: '' }

/** The key of each reason; the letters are apart from everything else on the screen. */
export const PRIORITY_KEYS = { C: 'elder', K: 'disabled', M: 'pregnant', N: 'child', G: 'merit' } as const satisfies Readonly<
  Record<string, Priority>
>

/** At most this many services on one ticket. */
const SERVICES = 5

export const withService = (wish: TypedWish, id: ServiceId): TypedWish => ({
  ...wish,
  services: wish.services.includes(id) ? wish.services.filter(one => one !== id) : [...wish.services, id].slice(0, SERVICES),
})

/** The same reason again takes it back. */
export const withPriority = (wish: TypedWish, priority: Priority): TypedWish => ({
  ...wish,
  priority: wish.priority === priority ? null : priority,
})

/** What is asked of the office, or the place that has to be mended first. */
export function readWish({ services, priority, appointment }: TypedWish, now: Instant): Input<'queue.take'> | 'services' | 'appointment' {
  if (services.length === 0) return 'services'
  if (appointment.trim() === '') return { services: [...services], priority, appointment: null }
  const [, hours, minutes] =
    /^(\d{1,2})\s*[:hg.]\s*(\d{2})?$/i.exec(appointment.trim()) ?? /^(\d{2})(\d{2})$/.exec(appointment.trim()) ?? []
  const [hour, minute] = [Number(hours ?? NaN), Number(minutes ?? 0)]
  if (!(hour < 24 && minute < 60)) return 'appointment'
  return { services: [...services], priority, appointment: instantAt(dayOf(now), hour * 60 + minute) }
}
