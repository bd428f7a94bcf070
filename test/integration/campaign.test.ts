import { expect, test } from 'vitest'
import { killCampaign } from '../campaign/kill-campaign.ts'

test('killed again and again, a counter loses nothing, doubles nothing and marks every copy', async () => {
  const report = await killCampaign({ kills: 6, seed: 20_261_123, say: () => undefined })
  expect(report.wrong).toEqual([])
  expect(report.saved).toBeGreaterThan(0)
}, 240_000)
