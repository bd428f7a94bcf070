import { expect, test } from 'vitest'
import { queueCampaign } from '../campaign/queue-campaign.ts'
import { type Journal, type QueueEvidence, judgeQueue } from '../campaign/queue-judge.ts'
import type { Row } from '../campaign/queue-line.ts'

/** What an honest day left, kept by the first test for the others to doctor. */
let honest: QueueEvidence | null = null

test('a hall whose host is killed and whose cables are cut calls nobody twice, loses nobody, and can explain its order', async () => {
  const { evidence, report } = await queueCampaign({
    counters: 3,
    tickets: 60,
    kills: 1,
    cuts: 2,
    seed: 20_261_125,
    pauseMs: 180,
    say: () => undefined,
  })
  honest = evidence
  expect(report.wrong).toEqual([])
  expect(report.tickets).toBeGreaterThanOrEqual(58)
  expect(report.served).toBeGreaterThan(30)
  // Counters went on alone, with numbers of their own; who of them still waited joined (`hall.test.ts` holds that to one line).
  const alone = evidence.journals.flatMap(({ rows }) => rows.filter(row => row.kind === 'ticket.taken' && /"number":"[M-V]/.test(row.body)))
  expect(alone.length).toBeGreaterThan(0)
}, 240_000)

const evidence = (): QueueEvidence => {
  if (honest === null) throw new Error('no honest day')
  return honest
}
const has = ({ body }: Row, ...parts: readonly string[]): boolean => parts.every(part => body.includes(part))
const host = (): Journal => {
  const found = evidence().journals.find(({ number }) => number === 4)
  if (found === undefined) throw new Error('no host')
  return found
}
/** The same day with other rows in the host's journal. */
const doctored = (change: (rows: readonly Row[]) => readonly Row[]): readonly string[] => {
  const { journals, ...rest } = evidence()
  return judgeQueue({ ...rest, journals: journals.map(one => (one === host() ? { ...one, rows: change(one.rows) } : one)) }).wrong
}
const firstWith = (rows: readonly Row[], ...parts: readonly string[]): Row => {
  const row = rows.find(one => has(one, ...parts))
  if (row === undefined) throw new Error(`no row with ${parts.join(' ')}`)
  return row
}

test('the judge sees a ticket that two counters called', () => {
  const wrong = doctored(rows => {
    const call = firstWith(rows, '"kind":"call"', '"why":"ordinary"')
    const counter = Number(/"kind":"call","counter":(\d)/.exec(call.body)?.[1])
    const other = { ...call, body: call.body.replace(`"kind":"call","counter":${counter}`, `"kind":"call","counter":${(counter % 3) + 1}`) }
    return rows.flatMap(row => (row === call ? [row, other] : [row]))
  })
  expect(wrong.some(line => /is called to \d while it is at \d/.test(line))).toBe(true)
})

test('the judge sees a ticket that is lost, and one that was told and is nowhere', () => {
  const wrong = doctored(rows => {
    const { body } = firstWith(rows, '"number":"A001"')
    const id = /"ticket":"([0-9a-f-]{36})"/.exec(body)?.[1] ?? ''
    return rows.filter(row => !has(row, id))
  })
  expect(wrong.some(line => line.includes('no line has it'))).toBe(true)
  const handed = doctored(rows =>
    rows.map(row => (has(row, '"kind":"finish"') ? { ...row, body: row.body.replace('"kind":"finish"', '"kind":"hand"') } : row)),
  )
  expect(handed.some(line => line.includes('is lost'))).toBe(true)
})

test('the judge sees an ordinary person who is passed over, and a reason that is none', () => {
  const starved = doctored(rows =>
    rows
      .filter(row => !has(row, '"kind":"call"', '"why":"ordinary"'))
      .map(row => ({ ...row, body: row.body.replace(/"run":\d+/, '"run":9') })),
  )
  expect(starved.some(line => line.includes('but the rule says'))).toBe(true)
  const lied = doctored(rows => rows.map(row => ({ ...row, body: row.body.replace('"why":"priority"', '"why":"sent"') })))
  expect(lied.some(line => /called \S+ sent .* but the rule says \S+ priority/.test(line))).toBe(true)
})

test('the judge sees a number that was given twice, and a ticket that two counters served', () => {
  const wrong = doctored(rows => rows.map(row => ({ ...row, body: row.body.replace('"number":"A002"', '"number":"A001"') })))
  expect(wrong.some(line => line.startsWith('number ') && line.endsWith('A001 twice'))).toBe(true)
  const served = doctored(rows => {
    const finish = firstWith(rows, '"kind":"finish"', '"counter":1')
    const other = { ...finish, body: finish.body.replace('"counter":1', '"counter":2') }
    return rows.flatMap(row => (row === finish ? [row, other] : [row]))
  })
  expect(served.some(line => line.includes('was served at'))).toBe(true)
})
