import { useState } from 'react'
import type { Job } from '#contract/calls.ts'
import type { Fault } from '#domain/kernel/result.ts'
import type { PaperForm } from '#domain/paper/form.ts'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { usePatientKeys } from '../../parts/use-patient-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import { ask } from '../../hatch.ts'

type Props = {
  readonly code: string
  readonly forms: readonly PaperForm[]
  readonly on: boolean
  /** While it asks which paper, digits belong to it. */
  readonly onOpen?: (open: boolean) => void
  readonly onJob: (job: Job) => void
}

/** Ctrl+P asks which paper; one digit prints it again. The paper says on its face that it is a copy, and the row says so before. */
export function ReprintRow({ code, forms, on, onOpen, onJob }: Props) {
  const { words, say } = useWords()
  const [open, setIsOpen] = useState(false)
  const setOpen = (next: boolean): void => {
    setIsOpen(next)
    onOpen?.(next)
  }
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const print = async (form: PaperForm): Promise<void> => {
    setOpen(false)
    const job = await ask('paper.reprint', { code, form })
    if (job.ok) onJob(job.value)
    setFaults(job.ok ? [] : job.faults)
  }
  const digits = Object.fromEntries(forms.map((form, index) => [String(index + 1), () => void print(form)]))
  useKeys({ 'Ctrl+P': () => setOpen(!open), ...(open ? { Esc: () => setOpen(false) } : {}) }, on)
  usePatientKeys(digits, on && open)
  return (
    <div className="reprint">
      <Action name={words.job.reprint} shortcut="Ctrl+P" act={() => setOpen(!open)} />
      {open ? <span className="quiet">{words.job.marked}</span> : null}
      {open
        ? forms.map((form, index) => (
            <Action key={form} name={words.paper[form]} shortcut={String(index + 1)} act={() => void print(form)} />
          ))
        : null}
      {faults.map(fault => (
        <Band tone="wrong" key={fault.code} live>
          {say(fault)}
        </Band>
      ))}
    </div>
  )
}
