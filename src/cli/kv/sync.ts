import { Command } from 'commander'
import { withAdmin } from './admin.ts'
import { answerResult } from './answer.ts'

/** `kv sync`: sends what the city does not have yet. */
export const syncCommand = (): Command =>
  new Command('sync')
    .description('sends what the city does not have yet, now')
    .action((_, command: Command) =>
      withAdmin(command, async admin => answerResult(await admin.push(), ({ pushed, pending }) => ({ pushed, pulled: 0, pending }))),
    )
