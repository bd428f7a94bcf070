import { join } from 'node:path'
import { Command } from 'commander'
import type { Check } from '#contract/doctor.ts'
import { openClock } from '#machine/clock.ts'
import { withAdmin } from './admin.ts'
import { RESOURCES, answer, environmentOf, refuseWith } from './answer.ts'

/** One document with every check; exit code 1 when something does not work or cannot be reached. `ok` and `todo` stand in each: scripts read them. */
function answerChecks(checks: readonly Check[]): void {
  const told = checks.map(check => ({ todo: '', ...check, ok: check.state === 'ok' || check.state === 'soon' }))
  answer({ checks: told })
  if (told.some(({ ok }) => !ok)) process.exitCode = 1
}

/** `kv doctor`: devices, disk, clock, journal, catalogue, city; `kv doctor printer`: what keeps the slip printer from printing. */
export const doctorCommand = (): Command =>
  new Command('doctor')
    .description('what is wrong with devices, disk, clock, journal and city, and what to do')
    .action((_, command: Command) => withAdmin(command, async admin => answerChecks(await admin.doctor())))
    .addCommand(
      new Command('printer')
        .description('what keeps the slip printer (or the second one) from printing, step by step')
        .option('--second', 'the printer that takes over')
        .option('--test', 'print a test slip')
        .option('--json', 'JSON on standard output')
        .option('--data <dir>', 'data folder')
        .exitOverride()
        .action(({ second, test }: { second?: boolean; test?: boolean }, command: Command) =>
          examine(command, second === true, test === true),
        ),
    )

async function examine(command: Command, second: boolean, test: boolean): Promise<void> {
  // Loaded when it is needed: printers take a second that other commands should not wait for.
  const [{ examinePrinter }, { readSettings }] = await Promise.all([import('#office/examine-printer.ts'), import('#office/settings.ts')])
  const environment = environmentOf(command)
  const settings = readSettings(environment)
  if (!settings.ok) return refuseWith(settings.faults)
  const set = settings.value ?? environment
  const address = second ? set.printer2 : set.printer
  answerChecks(await examinePrinter(address, { fonts: join(RESOURCES, 'fonts'), now: openClock(environment.now).now(), test }))
}
