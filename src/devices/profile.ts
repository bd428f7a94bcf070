import type { CodePageName } from '#domain/paper/code-page.ts'

/** What a kind of printer is like: the facts a slip depends on. */
export type Profile = {
  /** Dots across the paper, a multiple of 8, and dots an inch. */
  readonly dots: number
  readonly dpi: 180 | 203
  /** A knife, or a tear bar: then a slip is fed clear of it instead of cut. */
  readonly knife: boolean
  /** Whether it answers questions about its state; one that never does is not waited for. */
  readonly answers: boolean
  /** Pin of the plug that opens a cash drawer: 2 is the first drawer, 5 the second. */
  readonly drawer: 2 | 5
  /** Vietnamese code pages its maker lists. None is used before a person saw it print whole: `text=` in the address. */
  readonly pages: readonly CodePageName[]
}

const epson80: Profile = { dots: 576, dpi: 203, knife: true, answers: true, drawer: 2, pages: ['tcvn3', 'cp1258'] }
const epson180: Profile = { ...epson80, dots: 512, dpi: 180 }
const clone80: Profile = { ...epson80, pages: ['cp1258-27', 'cp1258-94'] }
const clone58: Profile = { ...clone80, dots: 384, knife: false }

/**
 * Printers by the name in `?profile=`. Facts, not promises: widths, knives and numbers of code pages as makers' manuals and
 * the public escpos-printer-db list them. What is not here prints by its paper's width.
 */
export const profiles = {
  '80': epson80,
  '58': { ...epson80, dots: 384 },
  'tm-t82': epson80,
  'tm-t20': epson80,
  'tm-t88': epson180,
  'tm-m30': epson80,
  'xp-80': clone80,
  'xp-58': clone58,
  'pos-5890': clone58,
  /** Cheap narrow printers that swallow questions, and have a tear bar. */
  'generic-58': { ...clone58, answers: false },
  'generic-80': { ...clone80, answers: false },
} as const satisfies Readonly<Record<string, Profile>>
