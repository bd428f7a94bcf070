import { openDisplay } from '#cli/electron/display.ts'

/** One display for all tests: the screen there is, or a virtual one of 1366×768. */
export default async function display(): Promise<() => Promise<void>> {
  const opened = await openDisplay()
  Object.assign(process.env, opened.variables)
  return opened.close
}
