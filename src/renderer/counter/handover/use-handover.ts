import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { Input } from '#contract/calls.ts'
import type { DossierId, HandoverId } from '#domain/kernel/id.ts'
import type { Fault } from '#domain/kernel/result.ts'
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
  const open = async (input: Input<'handover.open'>): Promise<void> => {
    const opened = await ask('handover.open', input)
    change(opened.ok ? { kind: 'opened', list: opened.value } : { kind: 'refused', faults: opened.faults })
  }
  const remove = async (dossier: DossierId, reason: string): Promise<void> => {
    if (list === null) return
    const removed = await ask('handover.remove', { handover: list.id, dossier, reason })
    change(removed.ok ? { kind: 'removed', dossier } : { kind: 'refused', faults: removed.faults })
  }
  const sign = async (signers: Omit<Input<'handover.sign'>, 'handover' | 'paidIn'>): Promise<readonly Fault[]> => {
    if (list === null) return []
    const signed = await ask('handover.sign', { handover: list.id, ...signers })
    change(signed.ok ? { kind: 'signed', list: signed.value } : { kind: 'refused', faults: signed.faults })
    return signed.ok ? [] : signed.faults
  }
  const choose = useCallback((id: HandoverId | null): void => change({ kind: 'chosen', id }), [])
  return { state, list, scan, open, remove, sign, choose }
}
