import { z } from 'zod'

/** What a procedure's declarations are printed as, in their order: the law wants two for some. */
export const DECLARATIONS = ['declaration', 'declaration-2', 'declaration-3'] as const
export type DeclarationForm = (typeof DECLARATIONS)[number]

/**
 * The papers this program prints. `receipt`, `ticket` and `handover-slip` are thermal slips; the others are A4 or A5 pages. Those after `handover` go
 * with a step of a dossier; their numbers differ from form set to form set, so they are named by what they are for.
 */
export const PaperForm = z.enum([
  'receipt',
  'ticket',
  'mau-01',
  ...DECLARATIONS,
  'handover',
  'handover-slip',
  'supplement',
  'refusal',
  'extension',
  'stop',
  'control',
  'book',
  'day-sheet',
  'route-list',
])
export type PaperForm = z.output<typeof PaperForm>

export const isDeclaration = (form: PaperForm): form is DeclarationForm => declarationAt(form) !== null

/** Which of its procedure's declarations this form is, from 0 on; `null` for every other paper. */
export const declarationAt = (form: PaperForm): number | null => {
  const at = DECLARATIONS.findIndex(one => one === form)
  return at === -1 ? null : at
}

/** Where a paper comes out: the thermal printer, or the system's printer or folder for pages. */
export const pressOf = (form: PaperForm): 'thermal' | 'page' =>
  form === 'receipt' || form === 'ticket' || form === 'handover-slip' ? 'thermal' : 'page'
