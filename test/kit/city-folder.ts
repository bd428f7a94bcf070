import { cpSync, existsSync, readFileSync, renameSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { openDurable } from '#city/store/durable-files.ts'
import { tempFolder } from './basics.ts'

/** A folder with an empty embedded database in it, copied from one made once for this version: making one takes seconds. */
export async function cityFolder(): Promise<string> {
  const template = join(tmpdir(), `khong-viet-city-template-${versionOfPglite()}`)
  if (!existsSync(template)) {
    const made = tempFolder()
    const { db } = await openDurable(made, () => undefined)
    await db.close()
    adopt(made, template)
  }
  const folder = tempFolder()
  cpSync(template, folder, { recursive: true })
  return folder
}

/** Two test files may make one at the same time: the first stays. */
function adopt(made: string, template: string): void {
  try {
    renameSync(made, template)
  } catch (error) {
    if (!existsSync(template)) throw error
  }
}

function versionOfPglite(): string {
  const main = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const text = readFileSync(join(dirname(main), '../package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}
