import { OWNER, homeMachine } from './home-office.ts'

/**
 * One life of a machine that its parent kills. A sealed file comes on standard input as one line of JSON. `laptop` opens it
 * and ends its visits, saying each when the official was told; `counter` joins it, and says that it begins.
 */
const [life = 'laptop', dataDir = ''] = process.argv.slice(2)
const say = (what: string): void => void process.stdout.write(`${what}\n`)
const machine = await homeMachine(life === 'laptop' ? 8 : 3, dataDir)
const line = await new Promise<string>(resolve => process.stdin.once('data', data => resolve(String(data))))
const sealed = String(JSON.parse(line))
if (life === 'laptop') await endAll()
else await join()
setInterval(() => undefined, 1000)

async function endAll(): Promise<void> {
  const { day } = await machine.get('home.open', { sealed })
  const view = await machine.get('home.view', { day })
  for (const { visit } of view.routes[0]?.stops ?? []) {
    const given = visit.request.matter.kind === 'return' ? { to: OWNER, originals: true, satisfied: 'very' as const } : null
    await machine.get('home.end', { visit: visit.visit, end: { kind: 'done', note: '', given } })
    say(`ended ${visit.visit}`)
  }
}

async function join(): Promise<void> {
  say('joining')
  await machine.get('home.join', { sealed })
  say('joined')
}
