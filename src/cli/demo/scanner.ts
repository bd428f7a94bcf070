import type { Page } from '@playwright/test'

/** Seconds between the keys of a common scanner. */
const GAP = 0.003

/**
 * Types a text and Enter as a scanner does that poses as a keyboard: Vietnamese letters are keys too, and no hand is as
 * fast. The keys carry the scanner's own times, however slowly a busy machine hands them on.
 */
export async function typeAsScanner(window: Page, text: string): Promise<void> {
  const devtools = await window.context().newCDPSession(window)
  const began = (performance.timeOrigin + performance.now()) / 1000 - text.length * GAP
  const keys = [...[...text].map(letter => ({ key: letter, text: letter })), { key: 'Enter', text: '\r' }]
  await Promise.all(
    keys.flatMap((key, n) => {
      const timestamp = began + n * GAP
      return [
        devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...key }),
        devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, key: key.key }),
      ]
    }),
  )
  await devtools.detach()
}
