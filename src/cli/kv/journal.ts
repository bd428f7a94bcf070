import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { verifyExport } from '#domain/journal/chain.ts'
import { inputFault } from '#domain/kernel/result.ts'
import { sha256 } from '#machine/digest.ts'
import { withAdmin } from './admin.ts'
import { answer, refuseWith } from './answer.ts'

/** `kv journal export` and `kv journal verify`. */
export const journalCommands = (): Command =>
  new Command('journal')
    .description('the journal: export it, prove that nothing in it was changed')
    .addCommand(
      new Command('export')
        .description('NDJSON, one entry a line')
        .option('--out <file>', 'default: standard output')
        .option('--data <dir>', 'data folder')
        .action(({ out }: { out?: string }, command: Command) =>
          withAdmin(command, admin => {
            const handle = out === undefined ? 1 : openSync(resolve(out), 'w', 0o600)
            for (const line of admin.journal()) writeSync(handle, `${line}\n`)
            if (out !== undefined) closeSync(handle)
          }),
        ),
    )
    .addCommand(
      new Command('verify')
        .description('walks the chain of an exported file, or of the data folder')
        .argument('[file]')
        .option('--json', 'JSON on standard output')
        .option('--data <dir>', 'data folder')
        .action((file: string | undefined, _, command: Command) => {
          if (file === undefined) return withAdmin(command, admin => say(admin.journal()))
          const text = readText(file)
          return text === null ? refuseWith([inputFault('file.unreadable', 'file')]) : say(linesOf(text))
        }),
    )

function say(lines: Iterable<string>): void {
  const verdict = verifyExport(lines, sha256)
  answer(verdict)
  if (!verdict.ok) process.exitCode = 1
}

/** Every line as it stands; only the line end after the last one belongs to none. */
const linesOf = (text: string): readonly string[] => (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n')

/** Bytes that are not UTF-8 must not turn into the same letters as good ones: latin1 keeps each apart. */
function readText(file: string): string | null {
  try {
    const bytes = readFileSync(resolve(file))
    const text = bytes.toString('utf8')
    return Buffer.from(text).equals(bytes) ? text : bytes.toString('latin1')
  } catch {
    return null
  }
}
