import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { electronArgs, openDisplay } from '../electron/display.ts'
import { provideElectron } from '../electron/electron.ts'

const MAIN = `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true, contextIsolation: true } }).loadFile('page.html'))`

/** The same words set in a window that is already open and printed by it to an A5 PDF: milliseconds of each time. */
export async function printedByWindow(words: string, times: number): Promise<number[]> {
  const provided = await provideElectron(line => process.stderr.write(`${line}\n`))
  const display = await openDisplay()
  const folder = mkdtempSync(join(tmpdir(), 'bench-print-'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'print', version: '1.0.0', main: 'main.cjs' }))
  writeFileSync(join(folder, 'main.cjs'), MAIN)
  writeFileSync(join(folder, 'page.html'), '<!doctype html><html lang="vi"><meta charset="utf-8"><title>x</title><pre></pre>')
  const environment = { ...process.env, ...display.variables }
  const env = Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  const app = await _electron.launch({
    executablePath: provided.path,
    args: [...electronArgs(environment), folder, `--user-data-dir=${folder}/profile`],
    env,
  })
  await (await app.firstWindow()).locator('pre').waitFor({ state: 'attached' })
  // The first few are not counted: the window has to find its fonts.
  const took = await app.evaluate(
    async ({ BrowserWindow }, asked) => {
      const [window] = BrowserWindow.getAllWindows()
      const all: number[] = []
      if (window === undefined) return all
      for (let i = 0; i < asked.times + 3; i += 1) {
        const begun = performance.now()
        await window.webContents.executeJavaScript(`document.querySelector('pre').textContent = ${JSON.stringify(asked.words)}`)
        await window.webContents.printToPDF({ pageSize: 'A5' })
        all.push(performance.now() - begun)
      }
      return all.slice(3)
    },
    { words, times },
  )
  await app.close()
  await display.close()
  rmSync(folder, { recursive: true, force: true })
  return took
}
