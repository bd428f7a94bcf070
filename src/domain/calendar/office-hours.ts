import { z } from 'zod'

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { abort: true })
const Session = z.strictObject({ from: Clock, to: Clock }).refine(({ from, to }) => from < to)

/**
 * When an office is open, and from when on a same-day procedure goes to the next day. All of it is the office's to set,
 * as long as the sessions follow each other and no dossier is due before it came in.
 */
export const OfficeHours = z
  .strictObject({
    morning: Session.default({ from: '07:00', to: '11:30' }),
    afternoon: Session.default({ from: '13:30', to: '17:00' }),
    cutOff: Clock.default('15:00'),
  })
  .refine(({ morning, afternoon }) => morning.to <= afternoon.from, { path: ['afternoon', 'from'] })
  .refine(({ afternoon, cutOff }) => cutOff <= afternoon.to, { path: ['cutOff'] })
export type OfficeHours = z.output<typeof OfficeHours>

/** Minutes since midnight. */
export const sessions = ({ morning, afternoon }: OfficeHours): readonly { readonly from: number; readonly to: number }[] =>
  [morning, afternoon].map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) }))

export const opening = ({ morning }: OfficeHours): number => minutesOf(morning.from)

export const closing = ({ afternoon }: OfficeHours): number => minutesOf(afternoon.to)

/** 15:00 itself is after (“sau 15 giờ” is read for the office, so that no promise is broken). */
export const cutOff = (hours: OfficeHours): number => minutesOf(hours.cutOff)

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
