import { Command } from 'commander'
import { isoTime } from '#domain/kernel/time.ts'
import { withAdmin } from './admin.ts'
import { answerResult } from './answer.ts'

/** `kv search TEXT`: past dossiers by name without marks, number, code or phone. */
export const searchCommand = (): Command =>
  new Command('search')
    .description('past dossiers by a few letters without marks, digits of a number, or a code')
    .argument('<text>')
    .action((text: string, _, command: Command) =>
      withAdmin(command, admin =>
        answerResult(admin.search(text), ({ hits, ms }) => ({
          hits: hits.map(({ code, name, procedure, state, received }) => ({ code, name, procedure, state, received: isoTime(received) })),
          ms: Math.round(ms * 1000) / 1000,
        })),
      ),
    )
