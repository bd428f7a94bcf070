// Runs inside the Electron that is being provided, so it is plain JavaScript. Arguments: the SQLite package, the binding, an empty folder.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [sqlite, nativeBinding, folder] = process.argv.slice(2)
const Database = createRequire(import.meta.url)(sqlite)
const file = join(folder, 'check.db')
const SECRET = 'nothing of this may be readable in the file'

function open(key) {
  const database = new Database(file, { nativeBinding })
  database.pragma("cipher='sqlcipher'")
  if (key !== null) database.pragma(`key='${key}'`)
  return database
}

const writer = open('right')
writer.pragma('journal_mode = WAL')
writer.exec('CREATE TABLE note (text TEXT NOT NULL)')
writer.prepare('INSERT INTO note VALUES (?)').run(SECRET)
writer.close()

const reader = open('right')
if (reader.prepare('SELECT text FROM note').pluck().get() !== SECRET) throw new Error('SQLite does not give back what it was given')
reader.close()
if (readFileSync(file).includes(SECRET.slice(0, 16))) throw new Error('SQLite wrote readable text into an encrypted file')

for (const key of [null, 'wrong']) {
  const stranger = open(key)
  try {
    stranger.prepare('SELECT text FROM note').get()
  } catch (error) {
    if (error.code === 'SQLITE_NOTADB') continue
    throw error
  } finally {
    stranger.close()
  }
  throw new Error('SQLite opened an encrypted file without its key')
}
