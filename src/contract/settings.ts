import { z } from 'zod'
import { OfficeHours } from '#domain/calendar/office-hours.ts'
import { OfficeOnPaper } from '#domain/dossier/dossier.ts'
import { Day } from '#domain/kernel/time.ts'
import { CounterId } from '#domain/journal/line.ts'
import { Bank } from '#domain/money/bank.ts'

/** What an office says of itself once, at set-up: `settings.json` in the data folder. */
export const OfficeSettings = z.strictObject({
  office: OfficeOnPaper,
  /** The agency's identifier in dossier codes, e.g. `000.00.20.H20` (TT 01/2018/TT-VPCP Điều 19). */
  agency: z.string().regex(/^\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}$|^[A-Y]\d{2}(\.[0-9A-Z]{2,3}){0,3}$/),
  counter: z.strictObject({ id: CounterId, name: z.string().min(1), number: z.int().min(1).max(9) }),
  hours: OfficeHours,
  printer: z.string().nullable(),
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
  /** Codes of the procedures that stand first, most used first. */
  favourites: z.array(z.string()),
})
export type OfficeSettings = z.output<typeof OfficeSettings>
