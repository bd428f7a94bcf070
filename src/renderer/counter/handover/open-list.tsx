import { useState } from 'react'
import type { Weighed } from '#contract/calls.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import type { Handover } from '#domain/post/handover.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import type { Official } from '../start/sign-in.tsx'
import { BringForm } from './bring-form.tsx'
import { HandoverHead } from './handover-head.tsx'
import { HandoverItems } from './handover-items.tsx'
import { OutcomeBands } from './outcome-bands.tsx'
import { PaidIn, keyOf, sumOf } from './paid-in.tsx'
import { SignedBand } from './signed-band.tsx'
import { Signatures, isSignerFault } from './signatures.tsx'
import type { TypedBrought } from './typed-item.ts'
import type { useHandover } from './use-handover.ts'
import { useParcels } from './use-parcels.ts'

type Props = {
  readonly desk: ReturnType<typeof useHandover>
  readonly list: Handover
  readonly officials: readonly Official[]
  readonly official: Official
  readonly procedures: readonly Procedure[]
  readonly favourites: readonly string[]
  readonly typed: TypedBrought
  readonly now: Instant
  readonly on: boolean
  readonly onType: (typed: TypedBrought | null) => void
  readonly onReceive: (weighed: Weighed) => void
}

/** One list: what is on it, what the last scan came to, and the two signatures under it. */
export function OpenList({ desk, list, officials, official, procedures, favourites, typed, now, on, onType, onReceive }: Props) {
  const { words, say } = useWords()
  const { brings, faults, outcome, label } = desk.state
  const parcels = useParcels(list)
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const open = list.signed === null
  const owed = open ? parcels.filter(line => line.owed > 0) : []
  const paying = owed.filter(line => !kept.has(keyOf(line)))
  const mayBring = open && list.direction === 'from-post' && list.corrects === null
  useKeys({ F5: () => desk.brings(true) }, on && mayBring && brings === null)
  const bands = (
    <OutcomeBands
      outcome={outcome}
      label={label}
      on={on && open}
      onSure={text => void desk.scan(text, true)}
      onForgetLabel={desk.forgetLabel}
    />
  )
  if (brings !== null && mayBring) {
    return (
      <>
        <HandoverHead list={list} paying={sumOf(paying)} />
        {bands}
        <BringForm
          typed={typed}
          parcel={brings.parcel}
          procedures={procedures}
          favourites={favourites}
          today={dayOf(now)}
          on={on}
          onType={onType}
          onBring={async said => {
            const wrong = await desk.bring(said)
            if (wrong.length === 0) onType(null)
            return wrong
          }}
          onLeave={() => desk.brings(false)}
        />
      </>
    )
  }
  const atItems = faults.filter(isItemFault)
  const unwritten = new Set(
    parcels.filter(({ task, parcel }) => task === 'receive' && parcel.handover === list.id).map(({ parcel }) => parcel.dossier),
  )
  return (
    <>
      <HandoverHead list={list} paying={sumOf(paying)} />
      {atItems.length === 0 ? null : (
        <Band tone="wrong" live>
          {put(words.handover.notSigned, { count: atItems.length })}
        </Band>
      )}
      {faults
        .filter(fault => !isSignerFault(fault) && !isItemFault(fault))
        .map(fault => (
          <Band tone="wrong" key={fault.code} live>
            {say(fault)}
          </Band>
        ))}
      {open ? bands : null}
      {mayBring ? <Action name={words.handover.bring} shortcut="F5" act={() => desk.brings(true)} /> : null}
      <HandoverItems
        list={list}
        on={on}
        faults={atItems}
        unwritten={unwritten}
        onType={code => void desk.scan(code)}
        onDescribe={desk.describe}
        onRemove={desk.remove}
        onReceive={dossier =>
          void desk.receive(dossier).then(weighed => {
            if (weighed !== null) onReceive(weighed)
          })
        }
      />
      <PaidIn
        owed={owed}
        kept={kept}
        onTick={(key, paid) => setKept(new Set(paid ? [...kept].filter(one => one !== key) : [...kept, key]))}
      />
      {list.signed === null ? (
        <Signatures
          officials={officials}
          official={official}
          on={on && list.items.length + paying.length > 0}
          faults={faults}
          onSign={signers => desk.sign({ ...signers, paidIn: paying.map(({ parcel: { handover, dossier } }) => ({ handover, dossier })) })}
        />
      ) : (
        <SignedBand list={list} signed={list.signed} now={now} on={on} onCorrect={() => void desk.correct()} />
      )}
    </>
  )
}

const isItemFault = ({ field }: Fault): boolean => field?.startsWith('items.') === true
