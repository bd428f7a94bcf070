import type { Page } from '@playwright/test'
import { fieldAt } from '#domain/procedure/group.ts'
import type { Field, Procedure } from '#domain/procedure/procedure.ts'

/** A person's key presses come no faster than this. */
export const HAND_GAP_MS = 40
/** More stops than any form has: beyond it, the hand goes in circles. */
const MOST_STOPS = 120

/** Where the first choice would not be true of the people who sit there: the one whose card came second is the child. */
const CHOICES: Readonly<Record<string, string>> = { is: '3' }

/**
 * Answers a form as an official with a patient citizen does: Enter leads to whatever is still missing, a sample is typed
 * there, papers are ticked, until the way leads to the finish button.
 */
export async function answerAll(window: Page, procedure: Procedure): Promise<void> {
  const { keyboard } = window
  await window.locator('[data-place]:focus-within').waitFor()
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const place = await placeOf(window)
    if (place === null || place === 'finish') return
    const field = fieldAt(procedure, place)
    if (field === undefined) {
      if (place.startsWith('papers.')) await keyboard.press('Space')
      await keyboard.press('Enter')
    } else if (field.kind === 'sex' || (field.kind === 'choice' && (field.choices?.length ?? 0) <= 4)) {
      await keyboard.press(CHOICES[place] ?? '1')
    } else if (field.kind === 'choice') {
      await keyboard.press('ArrowDown')
      await keyboard.press('Enter')
    } else {
      if (await isEmpty(window)) await keyboard.type(sampleFor(place, field), { delay: HAND_GAP_MS })
      await keyboard.press('Enter')
    }
  }
  throw new Error(`${procedure.code} still wants something`)
}

const placeOf = (window: Page): Promise<string | null> =>
  window.evaluate(() => document.activeElement?.closest('[data-place]')?.getAttribute('data-place') ?? null)

/** Whether nothing stands under the hand: what was filled meanwhile is not typed again. */
const isEmpty = (window: Page): Promise<boolean> =>
  window.evaluate(() => !(document.activeElement instanceof HTMLInputElement) || document.activeElement.value === '')

/** What the citizen says, by what is asked: a day that can be, a number, a name. */
function sampleFor(place: string, { kind, min }: Field): string {
  const man = /^(groom|father|husband|first)\b/.test(place)
  switch (kind) {
    case 'date':
    case 'year':
      return dayFor(place, man)
    case 'number':
      return String(Math.max(min ?? 1, 1))
    case 'citizen-number':
      return man ? '087085006789' : '087190012345'
    case 'time':
      return '14:05'
    case 'phone':
      return '0912345678'
    case 'name':
      return man ? 'Tran Van Duc' : 'Nguyen Thi Huong Lan'
    case 'address':
      return 'Ap 3, xa Thuong Phuoc, tinh Dong Thap'
    case 'text':
    case 'choice':
    case 'sex':
      return 'Theo loi khai cua cong dan'
  }
}

function dayFor(place: string, man: boolean): string {
  if (place.endsWith('.birth')) {
    if (/^(child|member)/.test(place)) return '01112026'
    return man ? '20071985' : '15011990'
  }
  return '10112026'
}
