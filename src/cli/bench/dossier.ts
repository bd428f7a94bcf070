import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DossierReceived } from '#domain/dossier/dossier.ts'
import { benchOffice } from './office.ts'

/** One received dossier of the commonest procedure, made by a real office. */
export async function benchDossier(): Promise<DossierReceived> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-dossier-'))
  const { get, draft, close } = await benchOffice(folder, null)
  const { dossier } = await get('dossier.finish', { draft })
  await close()
  rmSync(folder, { recursive: true, force: true })
  return dossier
}
