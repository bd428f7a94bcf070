import { parseArgs } from 'node:util'
import { WEEK, postCampaign } from './post-campaign.ts'

/** `npm run test:post -- [--items 500] [--days 5] [--faults 24] [--seed N]`: items and planted faults of one day, at two offices together. */
const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '500' },
    days: { type: 'string', default: String(WEEK.length) },
    faults: { type: 'string', default: '24' },
    seed: { type: 'string', default: String(process.pid) },
  },
})
const began = Date.now()
const { days, totals, wrong } = await postCampaign({
  items: Number(values.items),
  days: Number(values.days),
  faults: Number(values.faults),
  seed: Number(values.seed),
  say: line => console.log(line),
})
console.table(days)
console.table(totals)
for (const line of wrong) console.log(line)
const seconds = Math.round((Date.now() - began) / 1000)
console.log(
  wrong.length === 0
    ? `${totals.named} planted differences named, no more and no less; every item is in one place; the cash adds up; seed ${values.seed}, ${seconds} s`
    : `${wrong.length} promises broken, seed ${values.seed}, ${seconds} s`,
)
process.exit(wrong.length === 0 ? 0 : 1)
