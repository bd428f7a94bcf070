import { z } from 'zod'
import type { Bank } from './bank.ts'

/** What a transfer says of itself: ASCII, because banks lose diacritics, and as long as the narrowest bank shows. */
export const Note = z.string().regex(/^[ -~]{1,25}$/)

/** `vnd`: whole đồng, or `null` for a code without an amount. */
export type Transfer = { readonly bank: Pick<Bank, 'bin' | 'account'>; readonly vnd: number | null; readonly note: string | null }

/**
 * The text of a VietQR code to an account: EMVCo merchant-presented mode, fields of two digits id, two digits length,
 * value. A note that is not `Note` is a bug of the caller.
 */
export function vietQr({ bank, vnd, note }: Transfer): string {
  const payee = field('00', bank.bin) + field('01', bank.account)
  const before = [
    field('00', '01'),
    field('01', vnd === null ? '11' : '12'),
    field('38', field('00', NAPAS) + field('01', payee) + field('02', TO_ACCOUNT)),
    field('53', DONG),
    vnd === null ? '' : field('54', String(z.int().positive().max(MOST).parse(vnd))),
    field('58', 'VN'),
    note === null ? '' : field('62', field('08', Note.parse(note))),
    '6304',
  ].join('')
  return before + crc16(before).toString(16).toUpperCase().padStart(4, '0')
}

/** The application of the bank network, and its service of transfers to an account. */
const NAPAS = 'A000000727'
const TO_ACCOUNT = 'QRIBFTTA'
/** ISO 4217. */
const DONG = '704'
/** Field 54 holds 13 characters. */
const MOST = 9_999_999_999_999

const field = (id: string, value: string): string => `${id}${String(value.length).padStart(2, '0')}${value}`

/** CRC-16/CCITT-FALSE over ASCII: polynomial 1021, begun with FFFF, nothing reflected (EMVCo, field 63). */
export function crc16(text: string): number {
  let crc = 0xffff
  for (const letter of text) {
    crc ^= (letter.codePointAt(0) ?? 0) << 8
    for (let bit = 0; bit < 8; bit += 1) crc = ((crc << 1) ^ ((crc & 0x8000) === 0 ? 0 : 0x1021)) & 0xffff
  }
  return crc
}
