import { join } from 'node:path'
import type { Output } from '#contract/calls.ts'
import type { Printer } from '#devices/printer/printer.ts'
import type { PagePrinter } from '#devices/page/page-printer.ts'
import type { DossierReceived } from '#domain/dossier/dossier.ts'
import type { TurnedAway } from '#domain/dossier/turn-away.ts'
import { type Result, ok } from '#domain/kernel/result.ts'
import type { Block } from '#domain/paper/block.ts'
import { DECLARATIONS, type PaperForm, isDeclaration } from '#domain/paper/form.ts'
import { type FormSet, readFormSet, withLayout } from '#domain/paper/form-set.ts'
import { readJsonFile } from '#machine/files.ts'
import { firstSheet } from '#paper/form-sheet.ts'
import { type PageSize, openPagePress } from '#paper/pdf.ts'
import type { PrintJob } from '#storage/jobs.ts'
import { findEdition } from './catalog.ts'
import { type BlockParts, openBlocks } from './paper-blocks.ts'

export type PaperParts = Omit<BlockParts, 'formSet'> & {
  readonly resources: string
  /** Name of the circular whose forms are printed. */
  readonly formSet: string
  readonly formLayout: 'lines' | 'table'
}

/** Every paper of the office on its way out: blocks to a PDF, to the slip printer, to the screen. */
export function openPapers({ resources, formSet, formLayout, ...parts }: PaperParts) {
  const press = openPagePress(join(resources, 'fonts'))
  const set = readFormSet(readJsonFile(join(resources, 'catalog', 'forms', `${formSet}.json`)))
  const read = set.ok ? ok(withLayout(set.value, formLayout)) : set
  const blocks = openBlocks({ ...parts, formSet: () => read })

  const pdfOf = async (job: Pick<PrintJob, 'subject' | 'code' | 'form' | 'copy'>): Promise<Result<Uint8Array>> => {
    const drawn = blocks.of(job)
    if (!drawn.ok) return drawn
    return ok(await press.press(drawn.value, { size: sizeOf(job.form, read), title: `${job.form} ${job.code}`, at: parts.now() }))
  }

  return {
    pdfOf,
    formSet: (): Result<FormSet> => read,
    /** The paper of a citizen who was turned away. */
    turnedAway: (visit: TurnedAway): Result<readonly Block[]> => blocks.ofVisit(visit, { copy: 1 }),
    /** The papers of a dossier, received or foreseen, for the screen. */
    preview: (dossier: DossierReceived): Result<Output<'paper.preview'>> => {
      const receipt = blocks.ofDossier(dossier, { form: 'receipt', copy: 1 })
      const slip = blocks.ofDossier(dossier, { form: 'mau-01', copy: 1 })
      if (!receipt.ok) return receipt
      if (!slip.ok) return slip
      const procedure = findEdition(parts.catalog().procedures, dossier.procedure)
      if (!procedure.ok) return procedure
      const declarations: Output<'paper.preview'>['declarations'] = []
      for (const form of DECLARATIONS.slice(0, procedure.value.declaration?.length ?? 0)) {
        const declaration = blocks.ofDossier(dossier, { form, copy: 1 })
        if (!declaration.ok) return declaration
        declarations.push([...declaration.value])
      }
      return ok({
        receipt: [...receipt.value],
        mau01: [...firstSheet(slip.value)],
        declarations,
      })
    },
    /** Prints a job as a slip. */
    onSlip:
      (printer: Pick<Printer, 'print'>) =>
      async (job: PrintJob): Promise<Result<'printed'>> => {
        const drawn = blocks.of(job)
        return drawn.ok ? printer.print(drawn.value) : drawn
      },
    /** Prints a job as pages. */
    onPage:
      (printer: PagePrinter) =>
      async (job: PrintJob): Promise<Result<'printed'>> => {
        const pdf = await pdfOf(job)
        const slip = blocks.slipOf(job)
        const name = [job.form, job.code, ...(slip > 1 ? [`so-${slip}`] : []), ...(job.copy > 1 ? [`in-lai-${job.copy}`] : [])].join('-')
        return pdf.ok ? printer.print(pdf.value, `${name}.pdf`) : pdf
      },
  }
}
export type Papers = ReturnType<typeof openPapers>

/** What a paper is printed on: the form set says it for its forms, A4 is for what a citizen declares and for lists. */
function sizeOf(form: PaperForm, set: Result<FormSet>): PageSize {
  if (form === 'route-list') return 'A4-landscape'
  if (
    !set.ok ||
    form === 'receipt' ||
    form === 'ticket' ||
    isDeclaration(form) ||
    form === 'handover' ||
    form === 'handover-slip' ||
    form === 'day-sheet'
  )
    return 'A4'
  return set.value.papers[form].size
}
