import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotProvide } from './cannot-provide.ts'
import { run } from './run.ts'

/** A package of the npm registry, named with the digest of the archive that was looked at. */
export type NpmArchive = { readonly name: string; readonly version: string; readonly integrity: string }

/** Brings the archive into `folder` through npm (so its proxies and mirrors count) and refuses anything but the very bytes that were pinned. */
export async function fetchArchive(archive: NpmArchive, folder: string): Promise<string> {
  const spec = `${archive.name}@${archive.version}`
  await run('npm', ['pack', spec, '--pack-destination', folder, '--loglevel=error'], { folder })
  const file = (await readdir(folder)).find(entry => entry.endsWith('.tgz'))
  if (file === undefined) throw new CannotProvide(`npm pack ${spec} left no archive`)
  const path = join(folder, file)
  const found = await integrityOf(createReadStream(path))
  if (found !== archive.integrity)
    throw new CannotProvide(`${spec} is not the archive that was pinned: ${archive.integrity} was expected, ${found} came`)
  return path
}

/** The digest as npm writes it (Subresource Integrity): `sha512-` and base64. */
export async function integrityOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha512')
  for await (const chunk of chunks) hash.update(chunk)
  return `sha512-${hash.digest('base64')}`
}
