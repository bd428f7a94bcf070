import { useState } from 'react'
import type { Opened } from '#contract/calls.ts'
import type { Step, StepName } from '#domain/dossier/move.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { ask } from '../../hatch.ts'
import { Action } from '../../parts/action.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { usePatientKeys } from '../../parts/use-patient-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { StepSheet } from './step-sheet.tsx'

type Props = {
  readonly opened: Opened
  readonly on: boolean
  /** Digits belong to somebody else for a moment. */
  readonly digitsTaken: boolean
  readonly onStep: (step: Step) => Promise<readonly Fault[]>
  readonly onMend: (reason: string) => Promise<readonly Fault[]>
  /** What is paid by now: money may have come since the dossier was opened. */
  readonly onPaid: (paid: number) => void
}

/** What comes next by itself, where the law allows it: for it, F9 is enough. */
const natural: readonly StepName[] = ['return', 'complete', 'resume', 'ready']

/** What may be done with this dossier now, each with its key; and why the rest may not, with the article. */
export function LifePanel({ opened, on, digitsTaken, onStep, onMend, onPaid }: Props) {
  const { words, say } = useWords()
  const [step, setStep] = useState<StepName | null>(null)
  const begin = (name: StepName): void => {
    if (name !== 'stop') return setStep(name)
    void ask('money.of', { code: opened.dossier.code }).then(money => {
      if (money.ok) onPaid(money.value.paid)
      setStep(name)
    })
  }
  const lawful = opened.steps.filter(({ bar }) => bar === null)
  const barred = opened.steps.filter(({ bar }) => bar !== null)
  const reasons = byReason(barred.map(({ step: name, bar, law }) => ({ name: words.step[name], why: bar === null ? '' : say(bar), law })))
  const next = natural.find(name => lawful.some(one => one.step === name)) ?? null
  const others = lawful.filter(one => one.step !== next)
  const keyOf = (index: number): string => String((index + 1) % 10)
  useKeys(next === null ? {} : { F9: () => begin(next) }, on && step === null)
  usePatientKeys(Object.fromEntries(others.map((one, index) => [keyOf(index), () => begin(one.step)])), on && step === null && !digitsTaken)

  if (step !== null) {
    const close = (refused: readonly Fault[]): readonly Fault[] => {
      if (refused.length === 0) setStep(null)
      return refused
    }
    return (
      <StepSheet
        key={step}
        step={step}
        law={opened.steps.find(one => one.step === step)?.law ?? ''}
        opened={opened}
        on={on}
        onStep={async taken => close(await onStep(taken))}
        onMend={async reason => close(await onMend(reason))}
        onLeave={() => setStep(null)}
      />
    )
  }
  return (
    <section className="life-panel" aria-label={words.life.now}>
      {next === null ? null : <Action tone="next" name={words.step[next]} shortcut="F9" act={() => begin(next)} />}
      {others.map((one, index) => (
        <Action key={one.step} name={words.step[one.step]} shortcut={keyOf(index)} act={() => begin(one.step)} />
      ))}
      {barred.length === 0 ? null : (
        <>
          <h2 className="zone-title">{words.life.notNow}</h2>
          <ul className="life-barred">
            {reasons.map(({ why, names, laws }) => (
              <li key={why}>
                <strong>{names.join(', ')}</strong>
                <span className="quiet">{why}</span>
                <span className="life-law quiet">{laws.join('; ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** A reason that bars several steps is said once. */
const byReason = (barred: readonly { readonly name: string; readonly why: string; readonly law: string }[]) =>
  [...new Set(barred.map(({ why }) => why))].map(why => {
    const same = barred.filter(one => one.why === why)
    return { why, names: same.map(({ name }) => name), laws: [...new Set(same.map(({ law }) => law))] }
  })
