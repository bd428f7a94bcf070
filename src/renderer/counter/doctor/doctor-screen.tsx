import { useCallback, useEffect, useState } from 'react'
import type { Output } from '#contract/calls.ts'
import type { Fault, Result } from '#domain/kernel/result.ts'
import { put } from '#words/say.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { useArrival } from '../../parts/use-arrival.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'

type Props = { readonly on: boolean; readonly city: boolean; readonly onSettings: () => void; readonly onLeave: () => void }

/** What is wrong, what do I do? Numbered findings, the wrong ones first to the eye, each with its way out. */
export function DoctorScreen({ on, city, onSettings, onLeave }: Props) {
  const { words, say } = useWords()
  const [checks, setChecks] = useState<Output<'doctor.run'> | null>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [sent, setSent] = useState<Output<'sync.now'> | null>(null)
  const title = useArrival<HTMLHeadingElement>()
  const hear = useCallback((found: Result<Output<'doctor.run'>>): void => {
    if (found.ok) setChecks(found.value)
    setFaults(found.ok ? [] : found.faults)
  }, [])
  const run = (): void => void ask('doctor.run', {}).then(hear)
  useEffect(() => void ask('doctor.run', {}).then(hear), [hear])
  const send = async (): Promise<void> => {
    const done = await ask('sync.now', {})
    setSent(done.ok ? done.value : null)
    setFaults(done.ok ? [] : done.faults)
    if (done.ok) run()
  }
  useKeys({ Esc: onLeave, F5: run, ...(city ? { 'Alt+S': () => void send() } : {}) }, on)
  const wrong = checks?.filter(check => !check.ok).length ?? 0
  return (
    <main className="page doctor">
      <h1 className="sheet-title" tabIndex={-1} ref={title}>
        {words.doctor.title}
      </h1>
      {checks === null ? null : (
        <Band tone={wrong === 0 ? 'good' : 'warn'} live>
          {wrong === 0 ? words.doctor.well : put(words.doctor.wrong, { count: wrong })}
        </Band>
      )}
      {faults.map(fault => (
        <Band tone="wrong" key={fault.code} live>
          {say(fault)}
        </Band>
      ))}
      {sent === null ? null : <Band tone="good">{put(words.doctor.sent, sent)}</Band>}
      <ol className="checks">
        {(checks ?? []).map((check, index) => (
          <li className={`check check-${toneOf(check)}`} key={check.id}>
            <span className="check-number">{index + 1}</span>
            <span className="check-mark" aria-hidden="true">
              {marks[toneOf(check)]}
            </span>
            <span className="check-said">
              <span className="unseen">{check.ok ? words.doctor.ok : words.doctor.ill}</span>
              <span>{check.what}</span>
              {check.todo === '' ? null : <span className="check-todo">{check.todo}</span>}
            </span>
          </li>
        ))}
      </ol>
      <div className="sheet-actions">
        <Action tone="next" name={words.doctor.again} shortcut="F5" act={run} />
        {city ? <Action name={words.doctor.send} shortcut="Alt+S" act={() => void send()} /> : null}
        <Action name={words.settings.title} shortcut="Ctrl+," act={onSettings} />
        <Action name={words.page.leave} shortcut="Esc" act={onLeave} />
      </div>
    </main>
  )
}

const marks = { ok: '✔', away: '○', ill: '✖' } as const

/** No network is not an illness: the counter works on, and everything is sent later. */
function toneOf({ id, ok }: Output<'doctor.run'>[number]): keyof typeof marks {
  if (ok) return 'ok'
  return id === 'city' ? 'away' : 'ill'
}
