import { resolve } from 'node:path'
import { Command } from 'commander'
import { checkFile, readCatalog } from '#office/catalog.ts'
import { RESOURCES, answer, environmentOf, refuseWith } from './answer.ts'

/** `kv catalog list` and `kv catalog check FILE`. */
export const catalogCommands = (): Command =>
  new Command('catalog')
    .description('the procedures this office knows')
    .addCommand(
      new Command('list')
        .option('--json', 'JSON on standard output')
        .option('--data <dir>', 'data folder')
        .action((_, command: Command) => {
          const { procedures } = readCatalog(RESOURCES, environmentOf(command).dataDir)
          answer({
            procedures: procedures.map(({ code, name, edition, effectiveFrom, fee, takes, papers, form }) => ({
              code,
              name,
              edition,
              effectiveFrom,
              fee,
              takes,
              papers,
              form,
            })),
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
          return refuseWith(read.faults, {
            file,
            reasons: read.faults.map(({ field, code, data }) => ({ field: field ?? '', code, reason: data?.['reason'] ?? '' })),
          })
        }),
    )
