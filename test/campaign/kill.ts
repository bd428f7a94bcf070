import { parseArgs } from 'node:util'
import { killCampaign } from './kill-campaign.ts'

/** `npm run test:kill -- --kills 200 [--seed N]` */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: String(process.pid) } },
})
const report = await killCampaign({ kills: Number(values.kills), seed: Number(values.seed), say: line => console.log(line) })
console.log(JSON.stringify(report, null, 2))
process.exit(report.wrong.length === 0 ? 0 : 1)
