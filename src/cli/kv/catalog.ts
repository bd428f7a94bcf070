import { resolve } from 'node:path'
import { Command } from 'commander'
import { dayOf } from '#domain/kernel/time.ts'
import type { Fault } from '#domain/kernel/result.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { formSchema } from '#domain/procedure/schema.ts'
import { openClock } from '#machine/clock.ts'
import { sayFault } from '#words/faults.ts'
import { editionOn, findEdition, offeredOn, readCatalog } from '#office/catalog.ts'
import { checkFile } from '#office/shelf.ts'
import { RESOURCES, answer, answerResult, environmentOf, refuseWith } from './answer.ts'

/** `kv catalog list`, `kv catalog check FILE` and `kv catalog schema CODE`. */
export const catalogCommands = (): Command =>
  new Command('catalog')
    .description('the procedures this office knows')
    .addCommand(
      new Command('list')
        .option('--json', 'JSON on standard output')
        .option('--data <dir>', 'data folder')
        .action((_, command: Command) => {
          const { dataDir, now } = environmentOf(command)
          const today = dayOf(openClock(now).now())
          const { procedures, broken } = readCatalog(RESOURCES, dataDir)
          const offered = new Set(offeredOn(procedures, today))
          answer({
            procedures: procedures.map(procedure => listed(procedure, offered.has(procedure))),
            broken: broken.map(({ file, faults }) => ({ file, reasons: reasonsOf(faults) })),
          })
        }),
    )
    .addCommand(
      new Command('check')
        .argument('<file>', 'a procedure file')
        .option('--json', 'JSON on standard output')
        .action((file: string) => {
          const read = checkFile(resolve(file))
          if (read.ok) return answer({ ok: true })
          return refuseWith(read.faults, { file, reasons: reasonsOf(read.faults) })
        }),
    )
    .addCommand(
      new Command('schema')
        .argument('<code>', 'a procedure code')
        .option('--edition <edition>', 'this edition (default: the one in force today)')
        .option('--json', 'JSON on standard output')
        .option('--data <dir>', 'data folder')
        .action((code: string, { edition }: { edition?: string }, command: Command) => {
          const { dataDir, now } = environmentOf(command)
          const { procedures } = readCatalog(RESOURCES, dataDir)
          const today = dayOf(openClock(now).now())
          answerResult(edition === undefined ? editionOn(procedures, code, today) : findEdition(procedures, { code, edition }), formSchema)
        }),
    )

/** A procedure as scripts know it: `declaration` is one, the first; all of them stand in `declarations`. */
const listed = (procedure: Procedure, inForce: boolean) => ({
  ...procedure,
  declaration: procedure.declaration?.[0] ?? null,
  declarations: procedure.declaration ?? [],
  inForce,
})

/** Where a file is wrong and why, for scripts: what the schema said, or our own sentence. */
const reasonsOf = (faults: readonly Fault[]) =>
  faults.map(fault => ({
    field: fault.field ?? '',
    code: fault.code,
    reason: fault.code === 'catalog.invalid' ? (fault.data?.['reason'] ?? '') : sayFault(fault, 'vi'),
  }))
