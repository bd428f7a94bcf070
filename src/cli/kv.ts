#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { catalogCommands } from './kv/catalog.ts'
import { doctorCommand } from './kv/doctor.ts'
import { dueCommand } from './kv/due.ts'
import { journalCommands } from './kv/journal.ts'
import { papersCommand } from './kv/papers.ts'
import { scanCommand } from './kv/scan.ts'
import { searchCommand } from './kv/search.ts'
import { syncCommand } from './kv/sync.ts'
import { sayWrong } from './kv/answer.ts'

/** The admin's command line: the office's own services over a data folder, one JSON document on standard output. */
const program = new Command('kv')
  .description('Không Viết from the command line. Exit code 2: asked wrongly; 1: could not be done.')
  .option('--data <dir>', 'data folder (default: KV_DATA_DIR, else the system’s place)')
  .option('--json', 'JSON on standard output (always so; kept for scripts)')
  .exitOverride()
  .configureOutput({ writeErr: text => process.stderr.write(text) })

for (const command of [
  scanCommand,
  dueCommand,
  papersCommand,
  searchCommand,
  journalCommands,
  syncCommand,
  doctorCommand,
  catalogCommands,
]) {
  program.addCommand(command().exitOverride().option('--json', 'JSON on standard output').option('--data <dir>', 'data folder'))
}

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  if (error.exitCode !== 0) sayWrong('usage', error.message)
}
