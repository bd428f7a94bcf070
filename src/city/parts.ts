import type { Clock } from '#machine/clock.ts'
import type { Log } from '#machine/log.ts'

/** What the world gives to a city; tests give something else. */
export type CityParts = { readonly clock: Pick<Clock, 'now'>; readonly log: Log }
