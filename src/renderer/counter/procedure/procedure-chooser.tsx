import { useMemo, useState } from 'react'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { PickList } from '../../parts/pick-list.tsx'
import { useWords } from '../../parts/use-words.tsx'
import { useArrival } from '../../parts/use-arrival.ts'
import { findProcedures } from './find-procedure.ts'

type Props = {
  readonly procedures: readonly Procedure[]
  readonly favourites: readonly string[]
  readonly onChoose: (procedure: Procedure) => void
}

/** By code, or by name typed without diacritics; the office's most used stand first, so that Enter takes the first. */
export function ProcedureChooser({ procedures, favourites, onChoose }: Props) {
  const { words } = useWords()
  const [typed, setTyped] = useState('')
  const box = useArrival<HTMLInputElement>()
  const groups = useMemo(() => {
    const found = findProcedures(procedures, favourites, typed)
    const items = (usual: boolean) =>
      found
        .filter(({ code }) => favourites.includes(code) === usual)
        .map(({ code, name, sector }) => ({ id: code, label: name, detail: sector.name, side: code }))
    return [
      { value: words.choose.usual, items: items(true) },
      { value: words.choose.others, items: items(false) },
    ].filter(group => group.items.length > 0)
  }, [procedures, favourites, typed, words])
  return (
    <div className="chooser">
      <PickList
        name={words.choose.ask}
        typed={typed}
        groups={groups}
        none={words.choose.none}
        inputRef={box}
        onType={setTyped}
        onPick={code => {
          const procedure = procedures.find(one => one.code === code)
          if (procedure !== undefined) onChoose(procedure)
        }}
      />
    </div>
  )
}
