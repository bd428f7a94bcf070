import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { inputFault } from '#domain/kernel/result.ts'
import { PaperForm } from '#domain/paper/form.ts'
import { withAdmin } from './admin.ts'
import { answer, refuseWith } from './answer.ts'

const OfADossier = PaperForm.exclude(['receipt', 'handover', 'day-sheet', 'book', 'route-list'])

type Asked = { readonly dossier: string; readonly form: string; readonly out: string }

/** `kv papers`: a statutory paper of a dossier as PDF. */
export const papersCommand = (): Command =>
  new Command('papers')
    .description('a statutory paper of a dossier as PDF')
    .requiredOption('--dossier <code>', 'dossier code')
    .requiredOption('--form <form>', `${OfADossier.options.join(', ')}; or mau-02 … mau-06 as the office’s form set numbers them`)
    .requiredOption('--out <file>', 'where the PDF goes')
    .action((asked: Asked, command: Command) => {
      return withAdmin(command, async admin => {
        const form = OfADossier.safeParse(admin.formNamed(asked.form))
        if (!form.success) return refuseWith([inputFault('field.choice', 'form')])
        const pdf = await admin.paper(asked.dossier, form.data)
        if (!pdf.ok) return refuseWith(pdf.faults)
        const file = resolve(asked.out)
        writeFileSync(file, pdf.value, { mode: 0o600 })
        return answer({ file, pages: pagesIn(pdf.value) })
      })
    })

/** Pages of a PDF of our own press, which writes its page objects in the clear. */
const pagesIn = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
