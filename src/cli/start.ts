import { join } from 'node:path'
import { CannotProvide } from './electron/cannot-provide.ts'
import { electronArgs, withDisplay } from './electron/display.ts'
import { provideElectron } from './electron/electron.ts'
import { provideSystemLibraries } from './electron/system-libraries.ts'

/** `npm start`: the app in development, reloaded at every change. Further arguments go to the app. */
try {
  const say = (line: string): void => console.log(line)
  await provideSystemLibraries(say)
  const electron = await provideElectron(say)
  const electronVite = join(import.meta.dirname, '../../node_modules/electron-vite/bin/electron-vite.js')
  const args = electronArgs()
  const sandbox = args.includes('--no-sandbox') ? ['--noSandbox'] : []
  const rest = [...args.filter(arg => arg !== '--no-sandbox'), ...process.argv.slice(2)]
  const command = [process.execPath, electronVite, 'dev', '--watch', ...sandbox, '--', ...rest] as const
  process.exitCode = await withDisplay(command, electron.sqliteBinding === null ? {} : { KV_SQLITE_BINDING: electron.sqliteBinding })
} catch (error) {
  if (!(error instanceof CannotProvide)) throw error
  console.error(error.message)
  process.exitCode = 1
}
