import { useState } from 'react'
import { Action } from '../../parts/action.tsx'
import { Band } from '../../parts/band.tsx'
import { useKeys } from '../../parts/use-keys.ts'
import { useWords } from '../../parts/use-words.tsx'
import type { Refusal } from '../sitting/sitting.ts'

type Props = { readonly refusal: Refusal; readonly onForget: () => void }

/** A scan that was refused: what is wrong in words, the raw text behind a key. */
export function RefusedScan({ refusal, onForget }: Props) {
  const { words, say } = useWords()
  const [raw, setRaw] = useState(false)
  useKeys({ 'Alt+R': () => setRaw(!raw), Esc: onForget })
  return (
    <Band tone="wrong" live>
      {refusal.faults.map((fault, index) => (
        <p key={`${fault.code}-${String(index)}`}>{say(fault)}</p>
      ))}
      {raw ? <pre className="raw">{refusal.raw}</pre> : null}
      <div className="band-actions">
        <Action tone="quiet" name={raw ? words.scan.hideRaw : words.scan.showRaw} shortcut="Alt+R" act={() => setRaw(!raw)} />
        <Action tone="quiet" name={words.scan.forget} shortcut="Esc" act={onForget} />
      </div>
    </Band>
  )
}
