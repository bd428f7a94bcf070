import type { Scanned } from '#contract/calls.ts'
import { readCard } from '#domain/card/card.ts'
import { type DossierCode, readSlip } from '#domain/dossier/code.ts'
import { lifeOf } from '#domain/dossier/life.ts'
import { type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { dayOf } from '#domain/kernel/time.ts'
import type { Clock } from '#machine/clock.ts'
import type { Store } from '#storage/store.ts'

/** What a scanned text means: a citizen's card, or the code of a dossier on a slip. */
export function openScanning({ store, clock }: { readonly store: Store; readonly clock: Clock }) {
  const { dossiers } = store.read

  /** Which slip took the place of the scanned one. Refused: a number that no slip of this dossier bears. */
  const slipOf = ({ code, slip }: { readonly code: DossierCode; readonly slip: number }): Result<Scanned> => {
    const dossier = dossiers.byCode(code)
    const now = dossier === null ? slip : lifeOf(dossier, dossiers.history(dossier.dossier)).slip
    if (slip > now) return refuse(inputFault('slip.unknown', 'slip', { slip, now }))
    return ok({ kind: 'dossier', code, replaced: now === slip ? null : { slip, now } })
  }

  return (text: string): Result<Scanned> => {
    const slip = readSlip(text)
    if (slip !== null) return slipOf(slip)
    const read = readCard(text, dayOf(clock.now()))
    if (!read.ok) return read
    const earlier = dossiers.ofCitizen(read.value.card.number).map(dossier => ({
      code: dossier.code,
      procedure: dossier.procedure.name,
      day: dayOf(dossier.received),
    }))
    return ok({ kind: 'card', read: read.value, citizen: { earlier } })
  }
}
