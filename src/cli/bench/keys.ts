import type { Locator } from '@playwright/test'

const KEYS = 120

/** Types into a field from inside the page: milliseconds until each key was handled and the page laid out again. */
export async function keysInto(field: Locator): Promise<number[]> {
  await field.focus()
  return field.evaluate((input, keys) => {
    const times: number[] = []
    for (let i = 0; i < keys; i += 1) {
      const begun = performance.now()
      document.execCommand('insertText', false, 'abc đê'.charAt(i % 6))
      input.getBoundingClientRect()
      times.push(performance.now() - begun)
    }
    return times
  }, KEYS)
}
