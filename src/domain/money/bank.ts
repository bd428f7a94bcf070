import { z } from 'zod'

/** The account an office takes transfers on. `bin`: the six digits that name a bank in the transfer network of Việt Nam. */
export const Bank = z.strictObject({
  bin: z.string().regex(/^\d{6}$/),
  account: z.string().regex(/^[0-9A-Za-z]{1,19}$/),
  holder: z.string().trim().min(1).max(120),
})
export type Bank = z.output<typeof Bank>

/** Banks with counters across the country, as the table of banks of `vietnam-qr-pay` 1.5.1 (MIT) names them; a test compares. */
const NAMES: Readonly<Record<string, string>> = {
  '970405': 'Agribank',
  '970418': 'BIDV',
  '970415': 'VietinBank',
  '970436': 'Vietcombank',
  '970449': 'LPBank',
  '970403': 'Sacombank',
  '970407': 'Techcombank',
  '970422': 'MB Bank',
  '970432': 'VPBank',
  '970416': 'ACB',
  '970452': 'KienlongBank',
}

/** The bank as people call it; where it is not known here, its number. */
export const bankName = (bin: string): string => NAMES[bin] ?? bin

/** Every number `bankName` knows. */
export const knownBins: readonly string[] = Object.keys(NAMES)
