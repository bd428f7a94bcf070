import { join } from 'node:path'
import type { Output } from '#contract/calls.ts'
import type { Printer } from '#devices/printer/printer.ts'
import type { PagePrinter } from '#devices/page/page-printer.ts'
import type { DossierReceived, Draft } from '#domain/dossier/dossier.ts'
import { DossierId, HandoverId } from '#domain/kernel/id.ts'
import { type Result, failureFault, ok, refuse } from '#domain/kernel/result.ts'
import { Day, type Instant } from '#domain/kernel/time.ts'
import type { Bank } from '#domain/money/bank.ts'
import type { Block } from '#domain/paper/block.ts'
import type { PaperForm } from '#domain/paper/form.ts'
import { readFormSet } from '#domain/paper/form-set.ts'
import { readJsonFile } from '#machine/files.ts'
import { daySheet } from '#paper/day-sheet.ts'
import { declarationOf } from '#paper/declaration.ts'
import { firstSheet } from '#paper/form-sheet.ts'
import { handoverList } from '#paper/handover-list.ts'
import { mau01 } from '#paper/mau-01.ts'
import { type PageSize, openPagePress } from '#paper/pdf.ts'
import { receiptSlip } from '#paper/receipt.ts'
import type { PrintJob } from '#storage/jobs.ts'
import type { Store } from '#storage/store.ts'
import { type Catalog, findEdition } from './catalog.ts'

export type PaperParts = {
  readonly store: Store
  /** Where fees can be transferred to: slips show it while something is to pay. */
  readonly bank: Bank | null
  readonly resources: string
  readonly catalog: () => Catalog
  readonly now: () => Instant
}

/** A4 for what a citizen declares and for lists, A5 for the one-stop forms (TT 01/2018/TT-VPCP). */
const sizeOf = (form: PaperForm): PageSize => (form === 'mau-01' ? 'A5' : 'A4')

/** Every paper of the office: from what was committed to blocks, and from blocks to a printer. */
export function openPapers({ store, bank, resources, catalog, now }: PaperParts) {
  const press = openPagePress(join(resources, 'fonts'))
  const forms = readFormSet(readJsonFile(join(resources, 'catalog', 'forms', 'TT03-2025.json')))

  const dossierBlocks = (dossier: DossierReceived, form: PaperForm, copy: number): Result<readonly Block[]> => {
    if (form === 'receipt') return ok(receiptSlip(dossier, { copy, money: { bank, payments: store.read.payments.of(dossier.dossier) } }))
    const procedure = findEdition(catalog().procedures, dossier.procedure)
    if (form === 'mau-01') {
      const declaration = procedure.ok ? (procedure.value.declaration?.title ?? null) : null
      return forms.ok ? ok(mau01(dossier, { copy, declaration }, forms.value)) : forms
    }
    return procedure.ok ? ok(declarationOf(procedure.value, dossier, { copy })) : procedure
  }

  const blocksOf = (job: Pick<PrintJob, 'subject' | 'form' | 'copy'>): Result<readonly Block[]> => {
    if (job.form === 'handover') {
      const list = store.read.handovers.byId(HandoverId.parse(job.subject))
      return list === null ? refuse(failureFault('handover.unknown')) : ok(handoverList(list, { copy: job.copy }))
    }
    if (job.form === 'day-sheet') {
      const day = store.read.payments.closedDay(Day.parse(job.subject))
      if (day === null) return refuse(failureFault('money.day.unknown'))
      return ok(daySheet(day, { copy: job.copy, payments: store.read.payments.onSheet(day.day) }))
    }
    const dossier = store.read.dossiers.byId(DossierId.parse(job.subject))
    return dossier === null ? refuse(failureFault('dossier.unknown')) : dossierBlocks(dossier, job.form, job.copy)
  }

  const pdfOf = async (job: Pick<PrintJob, 'subject' | 'code' | 'form' | 'copy'>): Promise<Result<Uint8Array>> => {
    const blocks = blocksOf(job)
    return blocks.ok ? ok(await press.press(blocks.value, { size: sizeOf(job.form), title: `${job.form} ${job.code}`, at: now() })) : blocks
  }

  return {
    pdfOf,
    /** The same papers for a dossier that has no number yet. */
    preview: (draft: Draft, as: DossierReceived): Result<Output<'paper.preview'>> => {
      const receipt = dossierBlocks(as, 'receipt', 1)
      const slip = dossierBlocks(as, 'mau-01', 1)
      const procedure = findEdition(catalog().procedures, draft.procedure)
      if (!receipt.ok) return receipt
      if (!slip.ok) return slip
      if (!procedure.ok) return procedure
      const declaration = procedure.value.declaration === null ? [] : declarationOf(procedure.value, as, { copy: 1 })
      return ok({ receipt: [...receipt.value], mau01: [...firstSheet(slip.value)], declaration: [...declaration] })
    },
    /** Prints a job as a slip. */
    onSlip:
      (printer: Printer) =>
      async (job: PrintJob): Promise<Result<'printed'>> => {
        const blocks = blocksOf(job)
        return blocks.ok ? printer.print(blocks.value) : blocks
      },
    /** Prints a job as pages. */
    onPage:
      (printer: PagePrinter) =>
      async (job: PrintJob): Promise<Result<'printed'>> => {
        const pdf = await pdfOf(job)
        const copy = job.copy > 1 ? `-in-lai-${job.copy}` : ''
        return pdf.ok ? printer.print(pdf.value, `${job.form}-${job.code}${copy}.pdf`) : pdf
      },
  }
}
export type Papers = ReturnType<typeof openPapers>
