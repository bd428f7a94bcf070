import { expect, test } from 'vitest'
import { limitOf } from '#domain/procedure/limit.ts'
import { Procedure } from '#domain/procedure/procedure.ts'
import { aProcedure } from '#kit/sitting.ts'

const procedure = Procedure.parse({
  ...aProcedure(),
  takes: { working: 3 },
  takesWhen: [
    { when: { field: 'request', is: 'add' }, takes: { sameDay: true } },
    { when: { field: 'request', in: ['add', 'many'] }, takes: { working: 5 } },
  ],
})
const asking = (value: string) => limitOf(procedure, { request: { value, origin: { from: 'typed' } } })

test('a limit of its own holds in its case, the first that fits; the general one in every other', () => {
  expect(asking('add')).toEqual({ sameDay: true })
  expect(asking('many')).toEqual({ working: 5 })
  expect(asking('correct')).toEqual({ working: 3 })
  expect(limitOf(procedure, {})).toEqual({ working: 3 })
})
