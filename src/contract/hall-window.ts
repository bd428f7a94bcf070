import { z } from 'zod'
import { OfficeHours } from '#domain/calendar/office-hours.ts'
import { Instant } from '#domain/kernel/time.ts'
import { QuietHours } from '#domain/queue/quiet-hours.ts'
import { ServiceId } from '#domain/queue/service.ts'
import { VoicePack } from '#domain/queue/voice-pack.ts'
import type { Status } from './events.ts'
import { QueueView } from './queue.ts'

/** A clip of a voice pack, by the name of its file. */
export const Clip = z.strictObject({ pack: VoicePack.shape.id, clip: z.string().regex(/^[\w-]+\.(wav|ogg|flac|mp3)$/) })
/** One that is lacking is `null`: the hall hears the chime then. */
export const ClipBytes = z.strictObject({ bytes: z.instanceof(Uint8Array).nullable() })

/** What the wall and the kiosk need to begin: nothing of anybody, and of the office what hangs at its door. */
export const HallHello = z.discriminatedUnion('setUp', [
  z.strictObject({ setUp: z.literal(false), now: Instant }),
  z.strictObject({
    setUp: z.literal(true),
    now: Instant,
    office: z.strictObject({ name: z.string(), authority: z.string() }),
    hours: OfficeHours,
    notices: z.array(z.string()),
    /** `pack`: `null` where no voice can be read. */
    voice: z.strictObject({ pack: VoicePack.nullable(), volume: z.number(), quiet: z.array(QuietHours) }),
    /** What one may come for, by name, the office's most used first. */
    matters: z.array(z.strictObject({ name: z.string(), service: ServiceId })),
    /** What keeps tickets from coming out, if anything does. */
    printer: z.string().nullable(),
    view: QueueView,
  }),
])
export type HallHello = z.output<typeof HallHello>

/** What keeps tickets from coming out: the first printer's trouble, where no second one takes over. */
export const ticketsKept = ({ fault, second }: Status['printer']): string | null =>
  fault !== null && second !== null && second.fault === null ? null : fault
