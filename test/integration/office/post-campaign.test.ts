import { describe, expect, test } from 'vitest'
import { postCampaign } from '../../campaign/post-campaign.ts'

const small = { items: 22, say: () => undefined }
const PATIENCE = 180_000

describe('a few days of two offices and the Post', () => {
  // What the Post says nothing of is late on the fourth day.
  test.each([
    { seed: 1, days: 4, faults: 16 },
    { seed: 20261130, days: 2, faults: 20 },
  ])(
    'name exactly the planted differences, seed $seed',
    async plan => {
      const { totals, wrong } = await postCampaign({ ...small, ...plan })
      expect(wrong).toEqual([])
      expect(totals.named).toBeGreaterThan(12)
    },
    PATIENCE,
  )

  test(
    'the judge sees a difference that nobody planted, and a planted one that is not named',
    async () => {
      const { wrong } = await postCampaign({
        ...small,
        days: 1,
        faults: 2,
        seed: 3,
        tamper: ({ things }, expected) => {
          const thing = things.find(({ spot, fault }) => spot === 'shelf 0' && fault === null)
          if (thing === undefined) throw new Error('nothing lies on the shelf')
          thing.spot = 'gone'
          expected.push({ office: 1, key: 'extra 000.00.21.H20-261130-3001', from: 0, to: 0 })
        },
      })
      expect(wrong.filter(line => line.includes(', new: '))).toEqual([
        expect.stringMatching(/office 0, new: missing .* is named and was not planted/),
        '2026-11-30, office 1, new: extra 000.00.21.H20-261130-3001 was planted and is not named',
      ])
      expect(wrong).toContainEqual(expect.stringMatching(/is gone, the office says office/))
    },
    PATIENCE,
  )
})
