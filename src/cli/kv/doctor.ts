import { Command } from 'commander'
import { withAdmin } from './admin.ts'
import { answer } from './answer.ts'

/** `kv doctor`: devices, disk, clock, journal, catalogue, city. Exit code 1 when something is wrong. */
export const doctorCommand = (): Command =>
  new Command('doctor')
    .description('what is wrong with devices, disk, clock, journal and city, and what to do')
    .action((_, command: Command) =>
      withAdmin(command, async admin => {
        const checks = await admin.doctor()
        answer({ checks })
        if (checks.some(check => !check.ok)) process.exitCode = 1
      }),
    )
