import { type ReactNode, useEffect, useRef } from 'react'

export type Choice = {
  readonly id: string
  /** A letter or the like before the name. */
  readonly mark?: string
  readonly name: string
  readonly note?: string
  /** `next`: what most people take. `figure`: a time, which is short and can be large. */
  readonly tone?: 'next' | 'plain' | 'quiet' | 'figure'
  readonly chosen?: boolean
  readonly act: () => void
}

/** The name of a matter as the law has it fills a choice only in smaller letters. */
const LONG = 60

/** At most six choices, each as large as its share of the screen; the keys 1 to 6 do the same. */
export const Choices = ({ choices, label }: { readonly choices: readonly Choice[]; readonly label: string }) => (
  <ul className={`choices choices-${choices.length}`} aria-label={label}>
    {choices.map(({ id, mark, name, note, tone = 'plain', chosen = false, act }, at) => (
      <li key={id}>
        <button
          type="button"
          className={`choice choice-${tone}${name.length > LONG ? ' choice-long' : ''}`}
          aria-keyshortcuts={String(at + 1)}
          aria-pressed={chosen ? true : undefined}
          onClick={act}
        >
          {mark === undefined ? null : (
            <span className="choice-mark" aria-hidden="true">
              {mark}
            </span>
          )}
          <span className="choice-text">
            <span className="choice-name">{name}</span>
            {note === undefined ? null : <span className="choice-note">{note}</span>}
          </span>
        </button>
      </li>
    ))}
  </ul>
)

export const choiceKeys = (choices: readonly Choice[]): Readonly<Record<string, () => void>> =>
  Object.fromEntries(choices.map(({ act }, at) => [String(at + 1), act]))

/** What the page asks. It takes the focus, so that a reader says it, and the next key starts there. */
export function Question({ children, how }: { readonly children: ReactNode; readonly how?: string | undefined }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <div className="question">
      <h1 ref={title} tabIndex={-1}>
        {children}
      </h1>
      {how === undefined ? null : <p>{how}</p>}
    </div>
  )
}

export type Side = { readonly name: string; readonly shortcut: string; readonly act: () => void }

/** The smaller ways out of a page, at its foot; going back stands first. */
export const Sides = ({ back, sides }: { readonly back: Side | null; readonly sides: readonly Side[] }) => (
  <nav className="sides">
    {back === null ? <span /> : <SideButton {...back} arrow />}
    <div className="sides-right">
      {sides.map(side => (
        <SideButton {...side} key={side.name} />
      ))}
    </div>
  </nav>
)

const SideButton = ({ name, shortcut, act, arrow = false }: Side & { readonly arrow?: boolean }) => (
  <button type="button" className="side" aria-keyshortcuts={shortcut} onClick={act}>
    {arrow ? <span aria-hidden="true">‹ </span> : null}
    {name}
  </button>
)
