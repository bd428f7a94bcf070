import { CounterId } from '#domain/kernel/id.ts'
import { join } from 'node:path'
import type { DossierReceived } from '#domain/dossier/dossier.ts'
import { ok } from '#domain/kernel/result.ts'
import { Instant } from '#domain/kernel/time.ts'
import { sha256 } from '#machine/digest.ts'
import { randomness } from '#machine/randomness.ts'
import { type Store, openStore } from '#storage/store.ts'
import { got, tempFolder } from './basics.ts'

export const COUNTER = CounterId.parse('DEMO-01.Q3')

/** A store in a temporary folder, or in the one given. */
export const tempStore = (folder = tempFolder(), key: string | null = null): Store =>
  got(
    openStore(
      { file: join(folder, 'office.db'), key, binding: null },
      { counter: COUNTER, now: () => Instant.parse(1_795_000_000_000), digest: sha256, randomness },
    ),
  )

export const keep = (store: Store, dossier: DossierReceived): void =>
  void got(
    store.commit('a', () =>
      ok({ said: [{ kind: 'dossier.received', version: 1, subject: dossier.dossier, body: dossier }], answer: null }),
    ),
  )
