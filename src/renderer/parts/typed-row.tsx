import type { ReactNode } from 'react'
import type { Fault } from '#domain/kernel/result.ts'
import { FaultLine } from './fault-line.tsx'
import { useWords } from './use-words.tsx'

type Props = {
  /** Id of the box or the group of chips in it. */
  readonly id: string
  /** The place its faults name, for the hand to be put there. */
  readonly place: string
  readonly label: string
  readonly fault?: Fault | undefined
  /** What is said of the fault where it is not what it says of itself. */
  readonly said?: string | undefined
  readonly look?: string
  /** A row of chips is named by its label, a box is labelled by it. */
  readonly chips?: boolean
  /** What stands beside the box: what it is for, or where its value comes from. */
  readonly beside?: ReactNode
  readonly children: (faultId: string | null) => ReactNode
}

/** A name, what is typed there, what stands beside it, and what is wrong with it. */
export function TypedRow({ id, place, label, fault, said, look, chips = false, beside, children }: Props) {
  const { say } = useWords()
  return (
    <div className={look === undefined ? 'form-row' : `form-row ${look}`} data-place={place}>
      {chips ? (
        <span className="form-label" id={`${id}-label`}>
          {label}
        </span>
      ) : (
        <label className="form-label" htmlFor={id}>
          {label}
        </label>
      )}
      {children(fault === undefined ? null : `${id}-fault`)}
      {beside}
      {fault === undefined ? null : <FaultLine id={`${id}-fault`} text={said ?? say(fault)} />}
    </div>
  )
}
