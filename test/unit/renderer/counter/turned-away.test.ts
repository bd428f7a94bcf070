import { expect, test } from 'vitest'
import { TurnedAwayNow } from '#contract/calls.ts'
import { aDossier, anId } from '#kit/dossier.ts'
import { aCitizen, aDraft, aWeighed } from '#kit/sitting.ts'
import { changeSitting } from '#renderer/counter/sitting/change-sitting.ts'
import { emptySitting } from '#renderer/counter/sitting/sitting.ts'

const { office, applicant, official } = aDossier()
const turned = TurnedAwayNow.parse({
  visit: {
    visit: anId(),
    paper: 'TC-261123-3-01',
    draft: anId(),
    procedure: { code: '2.000635', name: 'x', edition: '2026-01' },
    applicant,
    proxy: null,
    step: { kind: 'refuse', reason: 'Không thuộc thẩm quyền' },
    after: null,
    office,
    counter: 'Quầy 3',
    official,
    at: 1_795_000_000_000,
    paperNumber: 1,
  },
  jobs: [{ id: anId(), form: 'refusal', code: 'TC-261123-3-01', state: 'waiting', copy: 1, fault: null, at: 1_795_000_000_000 }],
  paper: [],
})

test('a citizen who was turned away has left: nothing was received, the paper is followed, and the next card takes the seat', () => {
  const open = changeSitting(emptySitting, { kind: 'opened', weighed: aWeighed(aDraft()), citizen: aCitizen() })
  const done = changeSitting({ ...open, busy: 'finishing' }, { kind: 'turned', turned })
  expect(done).toMatchObject({ stage: 'done', received: null, turned, busy: null })
  const printed = changeSitting(done, { kind: 'jobs', jobs: turned.jobs.map(job => ({ ...job, state: 'done' as const })) })
  expect(printed.turned?.jobs.map(({ state }) => state)).toEqual(['done'])
  expect(changeSitting(printed, { kind: 'seated', citizen: aCitizen('Trần Văn Minh') })).toMatchObject({ stage: 'choosing', turned: null })
})
