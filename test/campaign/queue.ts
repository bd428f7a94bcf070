import { parseArgs } from 'node:util'
import { queueCampaign } from './queue-campaign.ts'

/** `npm run test:queue -- [--counters 8] [--tickets 600] [--kills 3] [--cuts 10] [--seed N]` */
const { values } = parseArgs({
  options: {
    counters: { type: 'string', default: '8' },
    tickets: { type: 'string', default: '600' },
    kills: { type: 'string', default: '3' },
    cuts: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(process.pid) },
  },
})
const { report } = await queueCampaign({
  counters: Number(values.counters),
  tickets: Number(values.tickets),
  kills: Number(values.kills),
  cuts: Number(values.cuts),
  seed: Number(values.seed),
  pauseMs: 280,
  say: line => console.log(line),
})
const { wrong, callMs, refused, ...counts } = report
console.table({ ...counts, ...Object.fromEntries(Object.entries(callMs).map(([name, value]) => [`guest to host, ${name}`, value])) })
console.table(refused)
for (const line of wrong) console.log(line)
console.log(
  wrong.length === 0
    ? `no ticket called twice, served twice or lost; ${counts.byRule} calls by the rule`
    : `${wrong.length} promises broken, seed ${counts.seed}`,
)
process.exit(wrong.length === 0 ? 0 : 1)
