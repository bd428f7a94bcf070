import { useState } from 'react'
import type { Fault } from '#domain/kernel/result.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { useArrival } from '../../parts/use-arrival.ts'
import { usePatientKeys } from '../../parts/use-patient-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'
import { SetUpForm } from './set-up-form.tsx'

/** Nothing is set up yet: try the sample office at once, or set up this counter. */
export function FirstRun({ onReady }: { readonly onReady: () => void }) {
  const { words, say } = useWords()
  const [settingUp, setSettingUp] = useState(false)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const first = useArrival<HTMLButtonElement>()
  const demo = async (): Promise<void> => {
    const opened = await ask('office.demo', {})
    if (opened.ok) onReady()
    else setFaults(opened.faults)
  }
  usePatientKeys({ '1': () => void demo(), '2': () => setSettingUp(true) }, !settingUp)
  if (settingUp) return <SetUpForm onReady={onReady} onLeave={() => setSettingUp(false)} />
  return (
    <main className="start">
      <section className="start-sheet">
        <h1 className="sheet-title">{words.first.title}</h1>
        <p>{words.first.what}</p>
        {faults.map(fault => (
          <Band tone="wrong" key={fault.code} live>
            {say(fault)}
          </Band>
        ))}
        <div className="first-ways">
          <div>
            <Action tone="next" name={words.first.demo} shortcut="1" act={() => void demo()} ref={first} />
            <p className="quiet">{words.first.demoHow}</p>
          </div>
          <div>
            <Action name={words.first.setUp} shortcut="2" act={() => setSettingUp(true)} />
            <p className="quiet">{words.first.setUpHow}</p>
          </div>
        </div>
      </section>
    </main>
  )
}
