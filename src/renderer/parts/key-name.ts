export type Pressed = {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/**
 * The name of a pressed key as the screen shows it: `F9`, `Ctrl+K`, `Alt+1`. Letters and digits under Ctrl or Alt are
 * named by their place, so that a Vietnamese keyboard layout changes nothing.
 */
export function keyName(pressed: Pressed): string {
  const modified = pressed.ctrlKey || pressed.altKey
  const place = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(pressed.code)?.[1]
  const key = modified && place !== undefined ? place : (named[pressed.key] ?? pressed.key)
  const shift = pressed.shiftKey && (modified || key.length > 1)
  return [pressed.ctrlKey ? 'Ctrl' : '', pressed.altKey ? 'Alt' : '', shift ? 'Shift' : '', key].filter(part => part !== '').join('+')
}

const named: Readonly<Record<string, string>> = { ' ': 'Space', Escape: 'Esc' }

/** Whether pressing it only holds another key's meaning. */
export const isModifier = (key: string): boolean => ['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'CapsLock', 'NumLock'].includes(key)
