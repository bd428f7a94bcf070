import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { Input } from '#contract/calls.ts'
import type { DossierId, HandoverId } from '#domain/kernel/id.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { ask } from '../../hatch.ts'
import { openSpeaker } from '../../parts/sound.ts'
import { changeHandover, chosenList, emptyHandover, soundOf } from './handover-desk.ts'

/** The handover desk and everything that can be done at it. */
export function useHandover() {
  const [state, change] = useReducer(changeHandover, emptyHandover)
  const speaker = useRef<ReturnType<typeof openSpeaker> | null>(null)
  useEffect(() => {
    const opened = openSpeaker()
    speaker.current = opened
    void ask('handover.list', {}).then(found =>
      change(found.ok ? { kind: 'listed', lists: found.value } : { kind: 'refused', faults: found.faults }),
    )
    return opened.close
  }, [])

  const list = chosenList(state)
  const scan = async (text: string): Promise<void> => {
    if (list === null || text.trim() === '') return
    const added = await ask('handover.scan', { handover: list.id, text })
    speaker.current?.play(added.ok ? 'good' : soundOf(added.faults))
    change(added.ok ? { kind: 'added', id: list.id, item: added.value } : { kind: 'not-added', faults: added.faults })
  }
  const open = async (input: Input<'handover.open'>): Promise<void> => {
    const opened = await ask('handover.open', input)
    change(opened.ok ? { kind: 'opened', list: opened.value } : { kind: 'refused', faults: opened.faults })
  }
  const remove = async (dossier: DossierId, reason: string): Promise<void> => {
    if (list === null) return
    const removed = await ask('handover.remove', { handover: list.id, dossier, reason })
    change(removed.ok ? { kind: 'removed', id: list.id, dossier } : { kind: 'refused', faults: removed.faults })
  }
  const sign = async (signers: Omit<Input<'handover.sign'>, 'handover'>): Promise<readonly Fault[]> => {
    if (list === null) return []
    const signed = await ask('handover.sign', { handover: list.id, ...signers })
    change(signed.ok ? { kind: 'signed', list: signed.value } : { kind: 'refused', faults: signed.faults })
    return signed.ok ? [] : signed.faults
  }
  const choose = useCallback((id: HandoverId | null): void => change({ kind: 'chosen', id }), [])
  return { state, list, scan, open, remove, sign, choose }
}
