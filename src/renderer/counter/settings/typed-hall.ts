import type { HallSettings } from '#contract/queue.ts'
import { clock } from './clock.ts'

/** How the hall works, every value a text, under the name of its field. */
export const hallFields = [
  'hall.port',
  'hall.first',
  'hall.opens',
  'hall.notices',
  'hall.voice.pack',
  'hall.voice.volume',
  'hall.voice.quiet',
  'hall.leave',
] as const
export type HallField = (typeof hallFields)[number]
export type TypedHall = Readonly<Record<HallField, string>>

/** The windows that open with the app, as one choice. */
export const openings = ['none', 'display', 'kiosk', 'both'] as const

export const typedHall = ({ port, first, opens, notices, voice }: HallSettings): TypedHall => ({
  'hall.port': String(port),
  'hall.first': String(first),
  'hall.opens': opens.length === 2 ? 'both' : (opens[0] ?? 'none'),
  'hall.notices': notices.join('\n'),
  'hall.voice.pack': voice.pack,
  'hall.voice.volume': String(Math.round(voice.volume * 100)),
  'hall.voice.quiet': voice.quiet.map(({ from, to }) => `${from}-${to}`).join(', '),
  'hall.leave': '',
})

/** As typed, for the shape of the settings to judge. The role is not typed: a machine leads or joins by its own call. */
export const keptHall = (fields: TypedHall, before: HallSettings) => ({
  ...before,
  role: fields['hall.leave'] === '' ? before.role : 'alone',
  port: wholeNumber(fields['hall.port']),
  first: wholeNumber(fields['hall.first']),
  opens: { none: [], display: ['display'], kiosk: ['kiosk'], both: ['display', 'kiosk'] }[fields['hall.opens']] ?? [],
  notices: parts(fields['hall.notices'], '\n'),
  voice: {
    pack: fields['hall.voice.pack'],
    volume: wholeNumber(fields['hall.voice.volume']) / 100,
    quiet: parts(fields['hall.voice.quiet'], /[,;]/).map(span => {
      const [from = '', to = ''] = span.split(/\s*[-–]\s*/)
      return { from: clock(from), to: clock(to) }
    }),
  },
})

/** A list is one field on the screen: a fault in its third line stands at the list. */
export const hallPlace = (place: string): string => hallFields.find(field => place.startsWith(field)) ?? place

const parts = (text: string, by: string | RegExp): readonly string[] =>
  text
    .split(by)
    .map(part => part.trim())
    .filter(part => part !== '')

const wholeNumber = (typed: string): number => (/^\d{1,5}$/.test(typed.trim()) ? Number(typed.trim()) : NaN)
