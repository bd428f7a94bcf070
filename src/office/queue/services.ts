import { join } from 'node:path'
import { type Service, readServices } from '#domain/queue/service.ts'
import { readJsonFile, stampOf } from '#machine/files.ts'

/**
 * The services of the hall: the office's own `catalog/services.json` where it is good, else the one that ships. It is read
 * again when it changes; one that breaks leaves the last good one in use.
 */
export function readServiceList(resources: string, dataDir: string): () => readonly Service[] {
  const own = join(dataDir, 'catalog', 'services.json')
  const shipped = readServices(readJsonFile(join(resources, 'catalog', 'services.json')))
  let good: readonly Service[] = shipped.ok ? shipped.value : []
  let stamp: string | null = null
  return () => {
    const now = stampOf(own)
    if (now === stamp) return good
    stamp = now
    const read = readServices(readJsonFile(own))
    if (read.ok) good = read.value
    return good
  }
}
