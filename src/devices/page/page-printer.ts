import { spawn } from 'node:child_process'
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Result, failureFault, inputFault, ok, refuse } from '#domain/kernel/result.ts'

/** Takes whole PDF files. `name` is the file's, and holds no citizen's data. */
export type PagePrinter = { print(pdf: Uint8Array, name: string): Promise<Result<'printed'>> }

/**
 * Opens the printer for pages: `folder:DIR` keeps each file there, `system:NAME` (or `system:` for the default one) hands
 * it to the system's print queue by `lp`. `null`: pages wait until one is set.
 */
export function openPagePrinter(address: string | null): Result<PagePrinter> {
  if (address === null) return refuse(failureFault('page.printer.none'))
  const [, kind, rest = ''] = /^(folder|system):(.*)$/.exec(address) ?? []
  if (kind === 'folder' && rest !== '') return ok({ print: (pdf, name) => keepIn(rest, pdf, name) })
  if (kind === 'system') return ok({ print: (pdf, name) => queue(rest, pdf, name) })
  return refuse(inputFault('page.printer.address', 'pagePrinter'))
}

async function keepIn(folder: string, pdf: Uint8Array, name: string): Promise<Result<'printed'>> {
  const file = join(folder, name)
  try {
    mkdirSync(folder, { recursive: true })
    const handle = openSync(`${file}.new`, 'w', 0o600)
    writeFileSync(handle, pdf)
    fsyncSync(handle)
    closeSync(handle)
    renameSync(`${file}.new`, file)
    return ok('printed')
  } catch {
    return refuse(failureFault('page.folder'))
  }
}

/** The PDF goes through the queue's standard input, so that no copy of a citizen's paper stays in a temporary folder. */
function queue(printer: string, pdf: Uint8Array, name: string): Promise<Result<'printed'>> {
  return new Promise(resolve => {
    const lp = spawn('lp', [...(printer === '' ? [] : ['-d', printer]), '-t', name, '-'], { stdio: ['pipe', 'ignore', 'ignore'] })
    lp.once('error', () => resolve(refuse(failureFault('page.printer.none'))))
    lp.once('close', code => resolve(code === 0 ? ok('printed') : refuse(failureFault('page.printer.refused'))))
    lp.stdin.on('error', () => undefined)
    lp.stdin.end(pdf)
  })
}
