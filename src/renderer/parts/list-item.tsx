import type { ReactNode } from 'react'
import { KeyCap } from './key-cap.tsx'

type Props = {
  readonly name: string
  readonly side: ReactNode
  /** The key that opens it; the owner of the list listens to it. Beyond the ninth there is none. */
  readonly shortcut: string | undefined
  readonly isNumber?: boolean
  readonly isCurrent?: boolean
  readonly act: () => void
}

/** One line of a list that opens something. */
export const ListItem = ({ name, side, shortcut, isNumber = false, isCurrent = false, act }: Props) => (
  <button
    type="button"
    className="left-item"
    aria-keyshortcuts={shortcut?.replace('Ctrl', 'Control')}
    aria-current={isCurrent || undefined}
    onClick={act}
  >
    <span className={isNumber ? 'left-name number' : 'left-name'}>{name}</span>
    <span className="left-side">
      {shortcut === undefined ? null : <KeyCap name={shortcut} />} {side}
    </span>
  </button>
)

/** `Alt+1` to `Alt+9` for the first lines of a list. */
export const listKey = (modifier: 'Alt' | 'Ctrl', index: number): string | undefined =>
  index < 9 ? `${modifier}+${String(index + 1)}` : undefined

/** The keys of a list, for `useKeys`. */
export const listKeys = (modifier: 'Alt' | 'Ctrl', acts: readonly (() => void)[]): Readonly<Record<string, () => void>> =>
  Object.fromEntries(
    acts.flatMap((act, index) => {
      const key = listKey(modifier, index)
      return key === undefined ? [] : [[key, act]]
    }),
  )
