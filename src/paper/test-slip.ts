import type { Instant } from '#domain/kernel/time.ts'
import type { Block } from '#domain/paper/block.ts'
import { timeText } from '#words/paper.ts'

export type TestSlip = { readonly printer: string; readonly at: Instant }

/** Each vowel of Vietnamese, and the marks it can bear (TCVN 6909:2001). */
const VOWELS = 'aăâeêioôơuưy'
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

/** What proves a printer: every letter with every tone in both cases, a QR, the edges of the paper, the knife. No data of anybody. */
export const testSlip = ({ printer, at }: TestSlip): readonly Block[] => [
  { kind: 'title', text: 'PHIẾU THỬ MÁY IN' },
  { kind: 'pair', label: 'Máy in:', value: printer },
  { kind: 'pair', label: 'In lúc:', value: timeText(at) },
  { kind: 'rule' },
  ...[...VOWELS].map(vowel => ({ kind: 'text', text: rowOf(vowel) }) as const),
  { kind: 'text', text: 'đ Đ · 0123456789' },
  { kind: 'text', text: 'Nguyễn Thị Hương Lan · Hồng Ngự, Đồng Tháp', style: 'bold' },
  { kind: 'rule' },
  { kind: 'huge', text: 'A012' },
  { kind: 'qr', text: 'KHONG VIET', caption: 'Quét thử: KHONG VIET' },
  { kind: 'text', text: 'Đủ dấu, hai vạch ngang không bị hụt, giấy cắt dưới dòng này: máy in dùng được.', style: 'small' },
  { kind: 'cut' },
]

/** `aàảãáạ AÀẢÃÁẠ`. */
function rowOf(vowel: string): string {
  const small = TONES.map(tone => `${vowel}${tone}`.normalize('NFC')).join('')
  return `${small} ${small.toUpperCase()}`
}
