import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotProvide } from './cannot-provide.ts'

/** The version of the installed package in `folder`. */
export function packageVersion(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest && typeof manifest.version === 'string')
    return manifest.version
  throw new CannotProvide(`${folder} holds no package. Please run npm ci.`)
}
