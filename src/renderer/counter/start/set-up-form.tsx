import { useEffect, useState } from 'react'
import type { Fault } from '#domain/kernel/result.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'
import { TextBox } from '../form/text-box.tsx'
import { focusPlace } from '../form/place.ts'
import { OfficialRows } from './official-rows.tsx'
import { type TypedOfficial, blankSetUp, readSetUp, setUpFields } from './typed-set-up.ts'

const firstOfficials: readonly TypedOfficial[] = [
  { name: '', role: 'reception', pin: '' },
  { name: '', role: 'postal', pin: '' },
]

/** Sets up this counter without a line of code: the office, the devices, the people. */
export function SetUpForm({ onReady, onLeave }: { readonly onReady: () => void; readonly onLeave: () => void }) {
  const { words, say } = useWords()
  const [typed, setTyped] = useState(blankSetUp)
  const [officials, setOfficials] = useState(firstOfficials)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  useEffect(() => focusPlace('office.name'), [])
  const refused = (found: readonly Fault[]): void => {
    setFaults(found)
    focusPlace(found[0]?.field ?? 'office.name')
  }
  const save = async (): Promise<void> => {
    const read = readSetUp(typed, officials)
    if (!read.ok) return refused(read.faults)
    const done = await ask('office.setUp', read.value)
    if (done.ok) onReady()
    else refused(done.faults)
  }
  useKeys({ F9: () => void save(), Esc: onLeave })
  const homeless = faults.filter(
    fault => !setUpFields.some(field => field === fault.field) && fault.field?.startsWith('officials.') !== true,
  )
  return (
    <main className="start start-long">
      <section className="start-sheet">
        <h1 className="sheet-title">{words.setUp.title}</h1>
        <p className="quiet">{words.setUp.how}</p>
        {homeless.map(fault => (
          <Band tone="wrong" key={fault.code} live>
            {say(fault)}
          </Band>
        ))}
        {setUpFields.map(field => {
          const fault = faults.find(one => one.field === field)
          const id = `set-up-${field}`
          return (
            <div className="form-row set-up-row" data-place={field} key={field}>
              <label className="form-label" htmlFor={id}>
                {words.setUpField[field]}
              </label>
              <TextBox
                id={id}
                value={typed[field]}
                need={false}
                faultId={fault === undefined ? null : `${id}-fault`}
                onType={value => {
                  setTyped(before => ({ ...before, [field]: value }))
                  setFaults(before => before.filter(one => one.field !== field))
                }}
              />
              <span className="form-hint">{words.setUpHint[field]}</span>
              {fault === undefined ? null : (
                <p className="form-fault" id={`${id}-fault`}>
                  ✖ {fault.code === 'field.missing' ? words.setUp.needed : say(fault)}
                </p>
              )}
            </div>
          )
        })}
        <OfficialRows officials={officials} faults={faults} onChange={setOfficials} />
        <div className="sheet-actions">
          <Action tone="next" name={words.setUp.save} shortcut="F9" act={() => void save()} />
          <Action name={words.setUp.leave} shortcut="Esc" act={onLeave} />
        </div>
      </section>
    </main>
  )
}
