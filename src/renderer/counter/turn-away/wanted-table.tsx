import type { Fault } from '#domain/kernel/result.ts'
import { put } from '#words/say.ts'
import { leftDigits, leftText } from '../../parts/typed-text.ts'
import { useWords } from '../../parts/use-words.tsx'
import { TextBox } from '../form/text-box.tsx'
import { type Kind, type TypedPaper, kinds, placeAt } from './typed-turn.ts'

type Props = {
  readonly papers: readonly TypedPaper[]
  readonly faults: readonly Fault[]
  readonly onCount: (at: number, kind: Kind, count: string) => void
  readonly onName: (at: number, name: string) => void
}

/** The table of Mẫu số 02 as it is typed: papers of the procedure, then those the official names, and how many of which kind. */
export function WantedTable({ papers, faults, onCount, onName }: Props) {
  const { words, say } = useWords()
  const { turn } = words
  return (
    <table className="turn-table">
      <thead>
        <tr>
          <th scope="col">{turn.paper}</th>
          {kinds.map(kind => (
            <th scope="col" key={kind}>
              {turn[kind]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {papers.map(({ paper, name, there, counts }, at) => {
          const place = placeAt(papers, at)
          const fault = faults.find(({ field }) => field === place)
          const faultId = fault === undefined ? null : `turn-${place}-fault`
          const called = name === '' ? turn.other : name
          return (
            <tr key={place} data-place={place}>
              <td>
                {paper === null ? (
                  <OtherName id={`turn-${place}`} name={name} faultId={faultId} onName={typed => onName(at, typed)} />
                ) : (
                  <span>
                    {name}
                    {there ? <span className="paper-need"> · {turn.there}</span> : null}
                  </span>
                )}
                {fault === undefined ? null : (
                  <p className="form-fault" id={faultId ?? undefined}>
                    <span aria-hidden="true">✖ </span>
                    {say(fault)}
                  </p>
                )}
              </td>
              {kinds.map(kind => {
                const id = `turn-${place}-${kind}`
                return (
                  <td key={kind}>
                    <label className="unseen" htmlFor={id}>
                      {put(turn.countOf, { paper: called, kind: turn[kind] })}
                    </label>
                    <TextBox
                      id={id}
                      value={counts[kind]}
                      faultId={faultId}
                      need={false}
                      width="short"
                      digits
                      onType={typed => onCount(at, kind, typed)}
                      onLeave={leftDigits}
                    />
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

type OtherProps = { readonly id: string; readonly name: string; readonly faultId: string | null; readonly onName: (name: string) => void }

function OtherName({ id, name, faultId, onName }: OtherProps) {
  const { words } = useWords()
  return (
    <div className="turn-other">
      <label htmlFor={id}>{words.turn.other}</label>
      <TextBox id={id} value={name} faultId={faultId} need={false} onType={onName} onLeave={typed => leftText('text', typed)} />
    </div>
  )
}
