import { openDisplay } from '#cli/electron/display.ts'

/** Files that run side by side: each on a virtual display of its own, since two windows on one would take the focus from each other. */
export const WORKERS = 2

/** The screen there is, or a virtual one of 1366×768 for each worker. */
export default async function display(): Promise<() => Promise<void>> {
  const opened = await Promise.all(Array.from({ length: WORKERS }, () => openDisplay()))
  Object.assign(process.env, opened[0]?.variables)
  process.env['KV_TEST_DISPLAYS'] = opened.flatMap(({ variables }) => variables['DISPLAY'] ?? []).join(' ')
  return async () => {
    await Promise.all(opened.map(one => one.close()))
  }
}
