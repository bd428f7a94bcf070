import { CounterId } from '#domain/kernel/id.ts'
import { z } from 'zod'
import { CalendarYear } from '#domain/calendar/calendar.ts'
import { OfficeHours } from '#domain/calendar/office-hours.ts'
import { OfficeOnPaper } from '#domain/dossier/dossier.ts'
import { Day } from '#domain/kernel/time.ts'
import { Bank } from '#domain/money/bank.ts'
import { HallSettings } from './queue.ts'

/** What an office says of itself once, at set-up: `settings.json` in the data folder. */
export const OfficeSettings = z.strictObject({
  office: OfficeOnPaper,
  /** The agency's identifier in dossier codes, e.g. `000.00.20.H20` (TT 01/2018/TT-VPCP Điều 19). */
  agency: z.string().regex(/^\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}$|^[A-Y]\d{2}(\.[0-9A-Z]{2,3}){0,3}$/),
  counter: z.strictObject({ id: CounterId, name: z.string().min(1), number: z.int().min(1).max(9) }),
  hours: OfficeHours,
  printer: z.string().nullable(),
  /** The slip printer that takes over while the first cannot print. */
  printer2: z.string().nullable().default(null),
  /** A cash drawer hangs at the slip printer, and opens when cash was taken. */
  drawer: z.boolean().default(false),
  /** `folder:DIR`, `system:NAME`, or `system:` for the system's own choice. */
  pagePrinter: z.string().nullable(),
  scanner: z.string().nullable(),
  cityUrl: z.url().nullable(),
  /** Where fees can be transferred to; without it no slip or screen shows a bank code. */
  bank: Bank.nullable().default(null),
  /** Which circular's forms the office prints: a file in `resources/catalog/forms`. */
  formSet: z.string().default('TT03-2025'),
  /** Mẫu 01 as the circular's lines, or with the table of papers that some provinces print. */
  formLayout: z.enum(['lines', 'table']).default('lines'),
  /** Days on which the office is closed by its own decision. */
  closedDays: z.array(Day).default([]),
  hall: HallSettings.prefault({}),
  /** Codes of the procedures that stand first, most used first. */
  favourites: z.array(z.string()),
})
export type OfficeSettings = z.output<typeof OfficeSettings>

/** What the environment may set over the file (`KV_PRINTER` and the like). */
export const Overridable = z.enum(['printer', 'printer2', 'pagePrinter', 'scanner', 'cityUrl'])
export type Overridable = z.output<typeof Overridable>

/** The settings as an admin finds them. */
export const SettingsSheet = z.strictObject({
  /** As the file has them, whatever the environment says. */
  settings: OfficeSettings,
  overridden: z.array(Overridable),
  /** Every year there is a calendar for; `own`: it is the office's file, not the one that ships. */
  years: z.array(z.strictObject({ calendar: CalendarYear, own: z.boolean() })),
  /** The circulars whose forms can be printed. */
  formSets: z.array(z.strictObject({ id: z.string(), law: z.string() })),
  /** Whether who signed in may keep what is changed here. */
  mayKeep: z.boolean(),
})
export type SettingsSheet = z.output<typeof SettingsSheet>

/** What is to hold from now on: the settings whole, and the years that were changed. */
export const SettingsWanted = z.strictObject({ settings: OfficeSettings, years: z.array(CalendarYear).max(50) })
export type SettingsWanted = z.output<typeof SettingsWanted>
