import { useCallback, useEffect, useState } from 'react'
import type { Output } from '#contract/calls.ts'
import type { Check } from '#contract/doctor.ts'
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
  const [checks, setChecks] = useState<readonly Check[] | null>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [sent, setSent] = useState<Output<'sync.now'> | null>(null)
  const [tested, setTested] = useState<'not yet' | 'now' | readonly Check[]>('not yet')
  const title = useArrival<HTMLHeadingElement>()
  const hear = useCallback((found: Result<readonly Check[]>): void => {
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
  const test = async (): Promise<void> => {
    if (tested === 'now') return
    setTested('now')
    const done = await ask('printer.test', {})
    setTested(done.ok ? done.value : 'not yet')
    if (done.ok) run()
    else setFaults(done.faults)
  }
  useKeys({ Esc: onLeave, F5: run, 'Alt+P': () => void test(), ...(city ? { 'Alt+S': () => void send() } : {}) }, on)
  const wrong = checks?.filter(({ state }) => state !== 'ok').length ?? 0
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
      {tested === 'now' ? (
        <Band tone="plain" live>
          {words.doctor.testing}
        </Band>
      ) : null}
      {typeof tested === 'string' ? null : tested.map(check => <Tested check={check} key={check.id} />)}
      {sent === null ? null : <Band tone="good">{put(words.doctor.sent, sent)}</Band>}
      <ol className="checks">
        {(checks ?? []).map((check, index) => (
          <li className={`check check-${check.state}`} key={check.id}>
            <span className="check-number">{index + 1}</span>
            <span className="check-mark" aria-hidden="true">
              {marks[check.state]}
            </span>
            <span className="check-said">
              <span className="unseen">{words.doctor[check.state]}</span>
              <span>{check.what}</span>
              {check.state === 'ok' ? null : <span className="check-todo">{check.todo}</span>}
            </span>
          </li>
        ))}
      </ol>
      <div className="sheet-actions">
        <Action tone="next" name={words.doctor.again} shortcut="F5" act={run} />
        <Action name={words.doctor.test} shortcut="Alt+P" off={tested === 'now'} act={() => void test()} />
        {city ? <Action name={words.doctor.send} shortcut="Alt+S" act={() => void send()} /> : null}
        <Action name={words.settings.title} shortcut="Ctrl+," act={onSettings} />
        <Action name={words.page.leave} shortcut="Esc" act={onLeave} />
      </div>
    </main>
  )
}

const marks: Readonly<Record<Check['state'], string>> = { ok: '✔', soon: '▲', away: '○', ill: '✖' }

/** What came of the test slip at one printer. */
function Tested({ check }: { readonly check: Check }) {
  const { words } = useWords()
  const names: Readonly<Record<string, string>> = { printer: words.setUpField.printer, printer2: words.settingsField.printer2 }
  return (
    <Band tone={check.state === 'ok' ? 'good' : 'wrong'} live>
      <strong>{names[check.id]}:</strong> {check.what}
      {check.state === 'ok' ? null : ` ${check.todo}`}
    </Band>
  )
}
