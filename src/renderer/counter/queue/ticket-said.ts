import type { Hall } from '#contract/queue.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import type { Ticket } from '#domain/queue/ticket.ts'
import { put } from '#words/say.ts'
import type { ScreenWords } from '#words/screen-vi.ts'
import { clockTime } from '../../parts/say-figures.ts'
import { minutesSince } from './line.ts'

type Said = { readonly words: Pick<ScreenWords, 'queue' | 'priority'>; readonly language: 'vi' | 'en' }

/** A service by its name in the language of the screen. */
export function serviceName(hall: Pick<Hall, 'services'>, id: string, language: Said['language']): string {
  const service = hall.services.find(one => one.id === id)
  if (service === undefined) return id
  return language === 'vi' ? service.name : service.nameEn
}

/** How long somebody waits; over night nobody counts minutes. */
export const waitedSaid = ({ taken, day }: Pick<Ticket, 'taken' | 'day'>, now: Instant, words: ScreenWords['queue']): string =>
  day < dayOf(now) ? words.before : put(words.minutes, { count: minutesSince(taken, now) })

/** Why somebody goes first: the lawful reason, the appointment, or that another counter sent the person here. */
export function whyFirstSaid({ priority, appointment, only }: Ticket, counter: number, { words }: Said): readonly string[] {
  return [
    ...(only === counter ? [words.queue.sent] : []),
    ...(priority === null ? [] : [words.priority[priority]]),
    ...(appointment === null ? [] : [put(words.queue.appointment, { time: clockTime(appointment) })]),
  ]
}

/** Everything else that is known of a ticket, in the order one wants to know it. */
export function ticketSaid(ticket: Ticket, hall: Pick<Hall, 'services'>, { words, language }: Said): readonly string[] {
  return [
    ...ticket.services.map(id => serviceName(hall, id, language)),
    ...(ticket.note === null || ticket.note === '' ? [] : [`“${ticket.note}”`]),
    ...(ticket.misses === 0 ? [] : [put(words.queue.missed, { count: ticket.misses })]),
  ]
}
