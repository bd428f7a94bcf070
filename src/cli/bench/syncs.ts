import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DossierId, uuidv7 } from '#domain/kernel/id.ts'
import { randomness } from '#machine/randomness.ts'
import { answer } from '#office/calls.ts'
import { benchOffice } from './office.ts'

/** Run under strace by the bench: finishes dossiers one by one, with a mark before, after each, and at the end. */
const folder = mkdtempSync(join(tmpdir(), 'bench-syncs-'))
const { office, draft, clock, breathe, close } = await benchOffice(folder, null)
const marks = openSync('/dev/null', 'w')
const finish = async (): Promise<void> => {
  const result = await answer(office.handlers, 'dossier.finish', {
    draft: { ...draft, id: DossierId.parse(uuidv7(clock.now(), randomness)) },
  })
  if (!result.ok) throw new Error('finish was refused')
}
await finish()
await breathe()
writeSync(marks, 'KV-BENCH-BEGIN')
for (let i = 0; i < 40; i += 1) {
  await finish()
  writeSync(marks, 'KV-BENCH-SAVED')
}
writeSync(marks, 'KV-BENCH-END')
closeSync(marks)
await close()
rmSync(folder, { recursive: true, force: true })
