import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe calls serious or worse on the screen as it is. */
export async function serious(window: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

/** The buttons on the screen that name no key of their own. */
export const keyless = (window: Page): Promise<readonly string[]> =>
  window
    .locator('button:visible')
    .evaluateAll(buttons =>
      buttons
        .filter(button => button.getAttribute('aria-keyshortcuts') === null && button.querySelector('kbd') === null)
        .map(button => button.getAttribute('aria-label') ?? button.textContent),
    )
