import { Day, addDays } from '../kernel/time.ts'

/** A day of the Vietnamese lunar calendar; `month` is never the leap month. */
export type LunarDate = { readonly year: number; readonly month: number; readonly day: number }

/**
 * The day of Việt Nam on which a lunar date falls. Month 11 holds the winter solstice, a month without a principal
 * term is the leap one, days begin at midnight of +07:00: the rules as Hồ Ngọc Đức states them, with the new moons and
 * the sun of Meeus, "Astronomical Formulae for Calculators". Good from 1968 (the year Việt Nam went over to +07:00) to
 * 2199. At +08:00 some months begin a day later: that is why Tết of 2007 and 2030 is not the Chinese one.
 */
export function dayOfLunar({ year, month, day }: LunarDate): Day {
  const winter = month < 11 ? year - 1 : year
  const first = winterMoon(winter)
  const months = winterMoon(winter + 1) - first
  const ahead = (month + 1) % 12
  const leap = months === 13 ? leapMonth(first) : months
  return addDays(EPOCH, newMoonDay(first + (ahead < leap ? ahead : ahead + 1)) - EPOCH_JULIAN + day - 1)
}

/** The lunation that begins month 11 of a year. Lunations are counted from the first new moon of 1900. */
function winterMoon(year: number): number {
  const lastDay = Date.UTC(year, 11, 31) / DAY_MS + EPOCH_JULIAN
  const moon = Math.floor((lastDay - 2_415_021) / 29.530588853)
  return sunArc(moon) < 9 ? moon : moon - 1
}

/** How many months after month 11 the leap month stands: the sun is in one arc at its beginning and at its end. */
function leapMonth(first: number): number {
  const after = Array.from({ length: 13 }, (_, index) => index + 1)
  return after.find(month => sunArc(first + month) === sunArc(first + month + 1)) ?? after.length
}

/** The Julian day number of the day of Việt Nam that holds a new moon. */
const newMoonDay = (moon: number): number => Math.floor(newMoon(moon) + 0.5 + ZONE)

/** Which twelfth of its way the sun is in, from 0 at the spring equinox, when the day of a new moon begins. */
const sunArc = (moon: number): number => Math.floor(sunLongitude(newMoonDay(moon) - 0.5 - ZONE) / 30)

const EPOCH = Day.parse('1970-01-01')
const EPOCH_JULIAN = 2_440_588
const DAY_MS = 86_400_000
const ZONE = 7 / 24

/** Julian day of a new moon in universal time, to within two minutes. */
function newMoon(moon: number): number {
  const t = moon / 1236.85
  const mean = 2_415_020.75933 + 29.53058868 * moon + 0.0001178 * t ** 2 - 0.000000155 * t ** 3
  const drift = 0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t ** 2)
  const sun = 359.2242 + 29.10535608 * moon - 0.0000333 * t ** 2 - 0.00000347 * t ** 3
  const self = 306.0253 + 385.81691806 * moon + 0.0107306 * t ** 2 + 0.00001236 * t ** 3
  const node = 21.2964 + 390.67050646 * moon - 0.0016528 * t ** 2 - 0.00000239 * t ** 3
  const swings = MOON_TERMS.map(([size, bySun, bySelf, byNode]) => size * sine(bySun * sun + bySelf * self + byNode * node))
  const clockDrift = -0.000278 + 0.000265 * t + 0.000262 * t ** 2
  return mean + drift - 0.000393 * t * sine(sun) + swings.reduce((sum, swing) => sum + swing, 0) - clockDrift
}

/** Size in days, then how often the anomalies of sun and moon and the moon's argument of latitude enter. */
const MOON_TERMS = [
  [0.1734, 1, 0, 0],
  [0.0021, 2, 0, 0],
  [-0.4068, 0, 1, 0],
  [0.0161, 0, 2, 0],
  [-0.0004, 0, 3, 0],
  [0.0104, 0, 0, 2],
  [-0.0051, 1, 1, 0],
  [-0.0074, 1, -1, 0],
  [0.0004, 1, 0, 2],
  [-0.0004, -1, 0, 2],
  [-0.0006, 0, 1, 2],
  [0.001, 0, -1, 2],
  [0.0005, 1, 2, 0],
] as const

/** Ecliptic longitude of the sun in degrees, 0 to 360, at a Julian day. */
function sunLongitude(julian: number): number {
  const t = (julian - 2_451_545) / 36_525
  const anomaly = 357.5291 + 35_999.0503 * t - 0.0001559 * t ** 2 - 0.00000048 * t ** 3
  const mean = 280.46645 + 36_000.76983 * t + 0.0003032 * t ** 2
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t ** 2) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.00029 * sine(3 * anomaly)
  return (((mean + centre) % 360) + 360) % 360
}

const sine = (degrees: number): number => Math.sin((degrees * Math.PI) / 180)
