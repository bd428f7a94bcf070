import { CannotProvide } from './electron/cannot-provide.ts'
import { provideElectron } from './electron/electron.ts'
import { provideSystemLibraries } from './electron/system-libraries.ts'

/** `node src/cli/provide.ts`: everything that starting, testing and packaging need beside `npm ci`. */
try {
  const say = (line: string): void => console.log(line)
  await provideSystemLibraries(say, ['window', 'screen', 'tests'])
  console.log('System packages: all there.')
  const electron = await provideElectron(say)
  console.log(`Binary: ${electron.path}`)
  console.log(`SQLite: ${electron.sqliteBinding ?? "the package's own"}`)
} catch (error) {
  if (!(error instanceof CannotProvide)) throw error
  console.error(error.message)
  process.exitCode = 1
}
