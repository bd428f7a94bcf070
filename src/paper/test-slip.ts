import type { Instant } from '#domain/kernel/time.ts'
import type { Block } from '#domain/paper/block.ts'
import { codePageNames } from '#domain/paper/code-page.ts'
import { timeText } from '#words/paper.ts'

export type TestSlip = { readonly printer: string; readonly at: Instant }

/** Each vowel of Vietnamese, and the marks it can bear (TCVN 6909:2001). */
const VOWELS = 'aăâeêioôơuưy'
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

/**
 * What proves a printer: every letter with every tone in both cases, a QR, the edges of the paper, the knife, and one line in each
 * code page of its own letters beside the same line drawn. `printer`: its address, as in the settings. No data of anybody.
 */
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
  { kind: 'text', text: 'Đủ dấu, hai vạch ngang không bị hụt, giấy cắt ở cuối phiếu: máy in dùng được.', style: 'small' },
  ...letterProof(printer),
  { kind: 'cut' },
]

/**
 * Each tone, over and under letters with a hat, a horn, a breve and none, in both cases, and no more than the 32 letters of narrow
 * paper: which tables a printer has, and whether it sets a tone over its letter, shows at a glance.
 */
const PROOF = 'Đỗ Ẩn, NGUYỄN THỊ Ý, Đặng Hòa Sử'

/** A line in each code page, and what to write in the settings for the one that comes out whole. */
const letterProof = (printer: string): readonly Block[] => [
  { kind: 'text', text: 'Thử chữ có sẵn trong máy in', style: 'bold', letters: null },
  { kind: 'text', text: 'Mẫu đúng', style: 'small', letters: null },
  { kind: 'text', text: PROOF, letters: null },
  ...codePageNames.flatMap((page, index): readonly Block[] => [
    { kind: 'text', text: `Dòng ${index + 1} · text=${page}`, style: 'small', letters: null },
    { kind: 'text', text: PROOF, letters: page },
  ]),
  {
    kind: 'text',
    text: `Dòng nào giống hệt mẫu, đủ dấu: trong Cài đặt (Ctrl+,), mục Thiết bị, ghi địa chỉ máy in là ${inLetters(printer)}… với tên ở dòng ấy. Không dòng nào giống: để như cũ, máy in chữ bằng hình, vẫn đủ dấu.`,
    style: 'small',
    letters: null,
  },
]

/** The address without the code page it may name, up to where one is named. */
function inLetters(address: string): string {
  const [place = '', choices = ''] = address.split('?')
  const others = choices.split('&').filter(choice => choice !== '' && !choice.startsWith('text='))
  return `${place}?${[...others, 'text='].join('&')}`
}

/** `aàảãáạ AÀẢÃÁẠ`. */
function rowOf(vowel: string): string {
  const small = TONES.map(tone => `${vowel}${tone}`.normalize('NFC')).join('')
  return `${small} ${small.toUpperCase()}`
}
