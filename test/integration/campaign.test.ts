import { expect, test } from 'vitest'
import { killCampaign } from '../campaign/kill-campaign.ts'

test('killed again and again, a counter loses nothing, doubles nothing and marks every copy', async () => {
  const report = await killCampaign({ kills: 9, seed: 20_261_123, say: () => undefined })
  expect(report.wrong).toEqual([])
  expect(report.saved).toBeGreaterThan(0)
  expect(report.turned).toBeGreaterThan(0)
  // Some died while somebody waited for the answer: the middle of a turning away, or of a save.
  expect((report.killedAfter['turning'] ?? 0) + (report.killedAfter['setting'] ?? 0)).toBeGreaterThan(0)
}, 240_000)
