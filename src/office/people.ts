import type { OfficialId, Randomness } from '#domain/kernel/id.ts'
import { OfficialId as OfficialIdShape, uuidv7 } from '#domain/kernel/id.ts'
import { type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import type { Role, Signer } from '#domain/post/handover.ts'
import type { Clock } from '#machine/clock.ts'
import { hashPin, pinFits } from '#machine/pin.ts'
import type { Store } from '#storage/store.ts'

/** Wrong PINs in a row before one has to wait, and how long the first time; each further one waits as much longer. */
const FREE_TRIES = 5
const WAIT_MS = 30_000

type Tries = { readonly wrong: number; readonly until: number }

/** The people of a counter: who they are, and that they are who they say. */
export function openPeopleDesk(store: Store, clock: Clock, randomness: Randomness) {
  const tries = new Map<OfficialId, Tries>()

  return {
    all: (): readonly Signer[] => store.read.people.all(),

    /** Names a new official. The PIN's hash is kept first, so that nobody is named who cannot sign in. */
    name: async ({ name, role, pin }: { name: string; role: Role; pin: string }): Promise<Result<Signer>> => {
      const id = OfficialIdShape.parse(uuidv7(clock.now(), randomness))
      store.read.people.setPinHash(id, await hashPin(pin))
      const signer = { id, name, role }
      return store.commit('office', () => ok({ said: [{ kind: 'official.named', version: 1, subject: id, body: signer }], answer: signer }))
    },

    /** Whether `pin` is this official's. `field` is where a wrong one is shown. */
    prove: async (id: OfficialId, pin: string, field: string): Promise<Result<Signer>> => {
      const signer = store.read.people.byId(id)
      const hash = store.read.people.pinHash(id)
      if (signer === null || hash === null) return refuse(inputFault('official.unknown', field))
      const { wrong, until } = tries.get(id) ?? { wrong: 0, until: 0 }
      const left = until - clock.now()
      if (left > 0) return refuse(inputFault('official.wait', field, { seconds: Math.ceil(left / 1000) }))
      if (await pinFits(pin, hash)) {
        tries.delete(id)
        return ok(signer)
      }
      const over = wrong + 1 - FREE_TRIES
      tries.set(id, { wrong: wrong + 1, until: over >= 0 ? clock.now() + WAIT_MS * (over + 1) : 0 })
      return refuse(inputFault('official.pin', field))
    },
  }
}

/** A supervisor or an admin; at a counter that has neither, whoever signed in. */
export const mayLead = (official: Pick<Signer, 'role'>, people: readonly Pick<Signer, 'role'>[]): boolean =>
  leads(official) || !people.some(leads)

const leads = ({ role }: Pick<Signer, 'role'>): boolean => role === 'supervisor' || role === 'admin'
