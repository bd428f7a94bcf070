import type { Page } from '@playwright/test'

/** Types a text and Enter as a scanner does that poses as a keyboard: Vietnamese letters are keys too, and no hand is as fast. */
export async function typeAsScanner(window: Page, text: string): Promise<void> {
  const devtools = await window.context().newCDPSession(window)
  for (const letter of text) {
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key: letter, text: letter })
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter })
  }
  await window.keyboard.press('Enter')
  await devtools.detach()
}
