import type { Output } from '#contract/calls.ts'
import { DECLARATIONS, type PaperForm } from '#domain/paper/form.ts'

type Preview = Output<'paper.preview'>
type Shown = { readonly form: PaperForm; readonly blocks: Preview['receipt'] }

/** The papers of a dossier in the order they are turned over: what the citizen signs first, then what is handed out. */
export const papersIn = ({ declarations, mau01, receipt }: Preview): readonly Shown[] =>
  [
    ...DECLARATIONS.map((form, index): Shown => ({ form, blocks: declarations[index] ?? [] })),
    { form: 'mau-01', blocks: mau01 } as const,
    { form: 'receipt', blocks: receipt } as const,
  ].filter(({ blocks }) => blocks.length > 0)
