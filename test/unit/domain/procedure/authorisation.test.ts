import { describe, expect, test } from 'vitest'
import { papersUnder } from '#domain/procedure/authorisation.ts'
import { shipped, shippedFiles } from '../../paper/shipped.ts'

const ids = (code: string, by: string | null, values: Readonly<Record<string, string>> = {}): readonly string[] =>
  papersUnder(shipped(code).papers, field => values[field] ?? '', by).map(({ id }) => id)

describe('whoever hands in for another', () => {
  test.each(
    shippedFiles()
      .map(name => shipped(name.replace('.json', '')))
      .filter(({ proxy }) => proxy)
      .map(({ code }) => code),
  )('shows by what right, once, for %s', code => {
    const more = ids(code, 'Giấy ủy quyền số 12').filter(id => id.endsWith('authorisation'))
    expect(more).toHaveLength(1)
    expect(ids(code, null)).not.toContain('proxy-authorisation')
  })

  test('shows the paper that the procedure names, though the form says that the citizen asks', () => {
    expect(ids('1.001193', 'x', { relation: 'mother' })).toContain('authorisation')
    expect(ids('1.000656', 'x', { proxy: 'no' })).toContain('authorisation')
    expect(ids('1.000656', null, { proxy: 'no' })).not.toContain('authorisation')
    expect(ids('1.000656', null, { proxy: 'yes' })).toContain('authorisation')
  })

  test('is not covered by what a household gives one of its own', () => {
    expect(ids('1.001612', 'x', { founder: 'family' })).toEqual(expect.arrayContaining(['authorisation', 'proxy-authorisation']))
  })

  test('finds the paper by the name it was given', () => {
    const named = (by: string) => papersUnder(shipped('2.000815').papers, () => '', by).at(-1)
    expect(named('Giấy ủy quyền số 12')).toMatchObject({ name: 'Văn bản ủy quyền: Giấy ủy quyền số 12', need: 'original', must: true })
    expect(named(' ')?.name).toBe('Văn bản ủy quyền')
  })
})
