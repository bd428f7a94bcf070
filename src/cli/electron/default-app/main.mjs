// What `electron <app>` runs first in the stand-in, whose own was left out. Top-level await makes `ready` wait for the app's main module.
import { app } from 'electron'
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const given = readArguments(process.argv.slice(1))
const entry = entryOf(resolve(given))
// The app sees its arguments as it would under any other Electron: itself first.
process.argv.splice(1, process.argv.indexOf(given), given)
try {
  await import(pathToFileURL(entry).href)
} catch (error) {
  console.error(error)
  process.exit(1)
}

/** The app to run. `-r` is how Playwright brings its loader. */
function readArguments(words) {
  const require = createRequire(import.meta.url)
  while (words.length > 0) {
    const word = words.shift()
    if (word === '-r' || word === '--require') require(resolve(words.shift()))
    else if (word === '--version') leave(0, `v${process.versions.electron}`)
    else if (!word.startsWith('-')) return word
  }
  return leave(2, 'usage: electron <app>')
}

function leave(code, line) {
  console.log(line)
  process.exit(code)
}

/** The main module; for an app's folder also its name, version and own place for data. */
function entryOf(path) {
  if (!statSync(path).isDirectory() && !path.endsWith('.asar')) return path
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  app.setName(manifest.productName ?? manifest.name)
  app.setVersion(manifest.version ?? '0.0.0')
  app.setAppPath(path)
  app.setPath('userData', join(app.getPath('appData'), app.getName()))
  return join(path, manifest.main ?? 'index.js')
}
