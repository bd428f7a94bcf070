import { describe, expect, test } from 'vitest'
import { postCampaign } from '../../campaign/post-campaign.ts'

const small = { items: 22, days: 3, faults: 16, say: () => undefined }

describe('three days of two offices and the Post', () => {
  test.each([1, 20261130])('name exactly the planted differences, seed %i', async seed => {
    const { totals, wrong } = await postCampaign({ ...small, seed })
    expect(wrong).toEqual([])
    expect(totals.named).toBeGreaterThan(12)
  })

  test('the judge sees a difference that nobody planted, and a planted one that is not named', async () => {
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
  })
})
