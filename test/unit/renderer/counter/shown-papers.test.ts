import { expect, test } from 'vitest'
import { papersIn } from '#renderer/counter/desk/shown-papers.ts'

const sheet = (text: string) => [{ kind: 'text' as const, text }]
const shown = (...declarations: ReturnType<typeof sheet>[]): readonly string[] =>
  papersIn({ declarations, mau01: sheet('slip'), receipt: sheet('receipt') }).map(({ form, blocks }) => `${form} ${JSON.stringify(blocks)}`)

test('every declaration is turned over, each under its own name, before the slip', () => {
  const [slip, receipt] = [`mau-01 ${JSON.stringify(sheet('slip'))}`, `receipt ${JSON.stringify(sheet('receipt'))}`]
  expect(shown(sheet('birth'), sheet('recognition'))).toEqual([
    `declaration ${JSON.stringify(sheet('birth'))}`,
    `declaration-2 ${JSON.stringify(sheet('recognition'))}`,
    slip,
    receipt,
  ])
  expect(shown()).toEqual([slip, receipt])
})
