import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { Input, Weighed } from '#contract/calls.ts'
import type { DossierId, HandoverId } from '#domain/kernel/id.ts'
import type { Fault, Result } from '#domain/kernel/result.ts'
import { ask } from '../../hatch.ts'
import { openSpeaker } from '../../parts/sound.ts'
import { changeHandover, emptyHandover, soundOf } from './handover-desk.ts'

/** The handover desk and everything that can be done at it. */
export function useHandover() {
  const [state, change] = useReducer(changeHandover, emptyHandover)
  const speaker = useRef<ReturnType<typeof openSpeaker> | null>(null)
  useEffect(() => {
    const opened = openSpeaker()
    speaker.current = opened
    void ask('handover.list', {}).then(found =>
      change(found.ok ? { kind: 'listed', lines: found.value } : { kind: 'refused', faults: found.faults }),
    )
    return opened.close
  }, [])
  const { chosen, list, label } = state
  const isThere = list !== null && list.id === chosen
  useEffect(() => {
    if (chosen === null || isThere) return
    void ask('handover.look', { handover: chosen }).then(found =>
      change(found.ok ? { kind: 'looked', list: found.value } : { kind: 'refused', faults: found.faults }),
    )
  }, [chosen, isThere])

  const scan = async (text: string, sure = false): Promise<void> => {
    if (list === null || text.trim() === '') return
    const found = await ask('handover.scan', { handover: list.id, text, parcel: label, sure })
    if (!found.ok) {
      speaker.current?.play(soundOf(found.faults))
      change({ kind: 'not-added', faults: found.faults, text })
      return
    }
    speaker.current?.play('good')
    if (found.value.kind === 'label') change(found.value)
    else if (found.value.kind === 'new') change({ kind: 'brings', parcel: found.value.parcel })
    else change({ kind: 'put', item: found.value.item })
  }
  const open = async (input: Input<'handover.open'>): Promise<void> => opened(await ask('handover.open', input))
  const opened = (found: Result<NonNullable<typeof list>>): void =>
    change(found.ok ? { kind: 'opened', list: found.value } : { kind: 'refused', faults: found.faults })
  /** Opens the list that mends the signed one. */
  const correct = async (): Promise<void> => {
    if (list !== null) opened(await ask('handover.correct', { handover: list.id }))
  }
  /** Answers with what was wrong, nothing when it is on the list. */
  const bring = async (said: Omit<Input<'handover.bring'>, 'handover'>): Promise<readonly Fault[]> => {
    if (list === null) return []
    const brought = await ask('handover.bring', { handover: list.id, ...said })
    if (!brought.ok) return brought.faults
    change({ kind: 'brings-nothing' })
    change({ kind: 'put', item: brought.value })
    return []
  }
  /** The same, for what is said of an item. */
  const describe = async (dossier: DossierId, said: Input<'handover.describe'>['said']): Promise<readonly Fault[]> => {
    if (list === null) return []
    const described = await ask('handover.describe', { handover: list.id, dossier, said })
    if (!described.ok) return described.faults
    change({ kind: 'described', item: described.value })
    return []
  }
  const remove = async (dossier: DossierId, reason: string): Promise<void> => {
    if (list === null) return
    const removed = await ask('handover.remove', { handover: list.id, dossier, reason })
    change(removed.ok ? { kind: 'removed', dossier } : { kind: 'refused', faults: removed.faults })
  }
  const sign = async (signers: Omit<Input<'handover.sign'>, 'handover'>): Promise<readonly Fault[]> => {
    if (list === null) return []
    const signed = await ask('handover.sign', { handover: list.id, ...signers })
    change(signed.ok ? { kind: 'signed', list: signed.value } : { kind: 'refused', faults: signed.faults })
    return signed.ok ? [] : signed.faults
  }
  /** The draft of something that the Post brought, `null` where it is refused. */
  const receive = async (dossier: DossierId): Promise<Weighed | null> => {
    if (list === null) return null
    const received = await ask('handover.receive', { handover: list.id, dossier })
    if (received.ok) return received.value
    change({ kind: 'refused', faults: received.faults })
    return null
  }
  const choose = useCallback((id: HandoverId | null): void => change({ kind: 'chosen', id }), [])
  return {
    state,
    list,
    scan,
    open,
    correct,
    bring,
    /** Something without a label, or none after all. */
    brings: (open: boolean): void => change(open ? { kind: 'brings', parcel: null } : { kind: 'brings-nothing' }),
    forgetLabel: (): void => change({ kind: 'label', parcel: null }),
    describe,
    remove,
    sign,
    receive,
    choose,
  }
}
