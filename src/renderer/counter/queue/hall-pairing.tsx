import { useCallback, useEffect, useState } from 'react'
import type { Output } from '#contract/calls.ts'
import type { QueueView } from '#contract/queue.ts'
import type { Fault, Result } from '#domain/kernel/result.ts'
import { put } from '#words/say.ts'
import type { ScreenWords } from '#words/screen-vi.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'
import { PairForm } from './pair-form.tsx'
import { type QueueDesk, useQueue } from './queue-desk.ts'

type Pairing = Output<'hall.pairing'>

type Props = {
  readonly queue: QueueDesk
  readonly on: boolean
  /** The role is to be given up when the settings are saved. */
  readonly leaving: boolean
  readonly onLeaving: (leaving: boolean) => void
}

/** Who leads the queue, and how the machines of this office know each other. What is done here counts at once. */
export function HallPairing({ queue, on, leaving, onLeaving }: Props) {
  const { words, say } = useWords()
  const { hallSet } = words
  const { view } = useQueue(queue)
  const desk = usePairing(queue)
  const { pairing, faults, done } = desk
  const [isShown, setShown] = useState(false)
  const [over, setOver] = useState<'lead' | 'pair' | null>(null)
  const role = view?.standing.role ?? 'alone'
  const lead = async (): Promise<void> => {
    setOver(null)
    await desk.lead()
    await queue.look()
  }
  const make = async (): Promise<void> => {
    await desk.make()
    setShown(true)
  }
  const keys = {
    'Alt+M': () => void make(),
    'Alt+P': () => setOver('pair'),
    ...(pairing?.code == null ? {} : { 'Alt+H': () => setShown(!isShown) }),
    ...(role === 'host' ? {} : { 'Alt+L': () => setOver('lead') }),
    ...(role === 'alone' ? {} : { 'Alt+R': () => onLeaving(!leaving) }),
  }
  useKeys(keys, on && over === null)
  useKeys({ 'Alt+Y': () => void lead(), Esc: () => setOver(null) }, on && over === 'lead')
  if (over === 'pair') {
    return (
      <PairForm
        onPair={async typed => {
          const refused = await desk.pair(typed)
          if (refused.length === 0) setOver(null)
          await queue.look()
          return refused
        }}
        onLeave={() => setOver(null)}
      />
    )
  }
  return (
    <section className="hall-pairing" aria-label={hallSet.role}>
      {faults.map(fault => (
        <Band tone="wrong" key={fault.code} live>
          {say(fault)}
        </Band>
      ))}
      {done === null ? null : (
        <Band tone="good" live>
          {hallSet[done]}
        </Band>
      )}
      <Band tone="plain">{view === null ? words.queue.unseen : roleSaid(view, hallSet)}</Band>
      {leaving ? <Band tone="warn">{hallSet.leaving}</Band> : null}
      {over === 'lead' ? (
        <Band tone="warn" live>
          <p>{role === 'alone' ? hallSet.leadFirst : hallSet.leadAsk}</p>
          <Action name={role === 'alone' ? hallSet.leadSureFirst : hallSet.leadSure} shortcut="Alt+Y" act={() => void lead()} />
          <Action name={hallSet.leadNot} shortcut="Esc" act={() => setOver(null)} />
        </Band>
      ) : null}
      {over === null && role !== 'host' ? <Action name={hallSet.lead} shortcut="Alt+L" act={() => setOver('lead')} /> : null}
      {over === null && role !== 'alone' ? (
        <Action name={leaving ? hallSet.stay : hallSet.leave} shortcut="Alt+R" act={() => onLeaving(!leaving)} />
      ) : null}
      <Action name={hallSet.pair} shortcut="Alt+P" act={() => setOver('pair')} />
      <h3 className="zone-title">{hallSet.code}</h3>
      {pairing?.code == null ? (
        <p className="quiet">{hallSet.noCode}</p>
      ) : (
        <>
          <p className="hall-code number">{isShown ? pairing.code : hallSet.hidden}</p>
          <Action tone="quiet" name={isShown ? hallSet.hide : hallSet.show} shortcut="Alt+H" act={() => setShown(!isShown)} />
        </>
      )}
      <Action tone="quiet" name={pairing?.code == null ? hallSet.make : hallSet.remake} shortcut="Alt+M" act={() => void make()} />
      <h3 className="zone-title">{hallSet.addresses}</h3>
      <p className="number">{pairing === null || pairing.addresses.length === 0 ? hallSet.noAddress : pairing.addresses.join(' · ')}</p>
      <h3 className="zone-title">{hallSet.machines}</h3>
      <Machines pairing={pairing} />
    </section>
  )
}

function Machines({ pairing }: { readonly pairing: Pairing | null }) {
  const { words } = useWords()
  if (pairing === null || pairing.machines.length === 0) return <p className="quiet">{words.hallSet.noMachines}</p>
  return (
    <ul className="hall-machines">
      {pairing.machines.map(({ id, name, address, joined }) => (
        <li key={id}>
          <span>
            {name} <span className="quiet number">{address}</span>
          </span>
          <strong>{joined ? `● ${words.hallSet.joined}` : `○ ${words.hallSet.apart}`}</strong>
        </li>
      ))}
    </ul>
  )
}

function roleSaid({ standing, hall }: QueueView, words: ScreenWords['hallSet']): string {
  if (standing.role !== 'guest') return words[standing.role]
  return standing.joined ? put(words.guest, { name: hall.host.name }) : words.away
}

/** What the pairing hangs on: this machine's role, whether it is joined, and who is in the hall. */
const standingOf = (view: QueueView | null): string =>
  view === null ? '' : `${view.standing.role} ${String(view.standing.joined)} ${view.hall.counters.map(({ number }) => number).join(' ')}`

/** The pairing, read again when this machine's standing changed, and what is done to it. */
function usePairing(queue: QueueDesk) {
  const [pairing, setPairing] = useState<Pairing | null>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [done, setDone] = useState<'led' | 'paired' | null>(null)
  const hear = useCallback((found: Result<Pairing>): readonly Fault[] => {
    if (found.ok) setPairing(found.value)
    setFaults(found.ok ? [] : found.faults)
    return found.ok ? [] : found.faults
  }, [])
  useEffect(() => {
    let last: string | null = null
    const look = (): void => {
      const now = standingOf(queue.peek().view)
      if (now === last) return
      last = now
      void ask('hall.pairing', {}).then(hear)
    }
    look()
    return queue.watch(look)
  }, [queue, hear])
  return {
    pairing,
    faults,
    done,
    make: async (): Promise<void> => void hear(await ask('hall.newCode', {})),
    pair: async (typed: { readonly code: string; readonly meet: string }): Promise<readonly Fault[]> => {
      const paired = await ask('hall.pair', typed)
      if (!paired.ok) return paired.faults
      setDone('paired')
      return hear(paired)
    },
    lead: async (): Promise<void> => {
      const led = await ask('hall.lead', {})
      setFaults(led.ok ? [] : led.faults)
      setDone(led.ok ? 'led' : null)
      if (led.ok) hear(await ask('hall.pairing', {}))
    },
  }
}
