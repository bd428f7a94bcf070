import { z } from 'zod'

/**
 * The papers this program prints. `receipt` is the thermal slip; the others are A4 or A5 pages. Those after `handover` go
 * with a step of a dossier; their numbers differ from form set to form set, so they are named by what they are for.
 */
export const PaperForm = z.enum([
  'receipt',
  'mau-01',
  'declaration',
  'handover',
  'supplement',
  'refusal',
  'extension',
  'stop',
  'control',
  'book',
  'day-sheet',
])
export type PaperForm = z.output<typeof PaperForm>

/** Where a paper comes out: the thermal printer, or the system's printer or folder for pages. */
export const pressOf = (form: PaperForm): 'thermal' | 'page' => (form === 'receipt' ? 'thermal' : 'page')
