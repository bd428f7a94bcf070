import { Button } from '@base-ui/react/button'
import type { Ref } from 'react'
import { KeyCap } from './key-cap.tsx'

export type ActionProps = {
  readonly name: string
  /** The key that does the same; the owner of the screen listens to it. */
  readonly shortcut?: string | undefined
  /** `next`: the one thing to do now. */
  readonly tone?: 'next' | 'plain' | 'quiet'
  readonly off?: boolean
  readonly act: () => void
  readonly ref?: Ref<HTMLButtonElement> | undefined
}

/** A button that shows its verb and its key. */
export const Action = ({ name, shortcut, tone = 'plain', off = false, act, ref }: ActionProps) => (
  <Button
    className={`action action-${tone}`}
    aria-keyshortcuts={shortcut === undefined ? undefined : shortcut.replace('Ctrl', 'Control')}
    disabled={off}
    focusableWhenDisabled
    onClick={act}
    ref={ref}
  >
    {shortcut === undefined ? null : <KeyCap name={shortcut} />}
    <span>{name}</span>
  </Button>
)
