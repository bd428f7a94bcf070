import { expect, test } from 'vitest'
import { findProcedures } from '#renderer/counter/procedure/find-procedure.ts'
import { aProcedure } from '#kit/sitting.ts'

const copies = aProcedure()
const birth = aProcedure({ code: '1.001193', name: 'Đăng ký khai sinh', words: ['làm giấy khai sinh'] })
const certify = aProcedure({ code: '2.000815', name: 'Chứng thực bản sao từ bản chính', words: ['sao y'] })
const all = [birth, copies, certify]
const found = (typed: string, favourites: readonly string[] = []): readonly string[] =>
  findProcedures(all, favourites, typed).map(({ code }) => code)

test('favourites stand first, in their order', () =>
  expect(found('', ['2.000815', '2.000635'])).toEqual(['2.000815', '2.000635', '1.001193']))
test('a code is found with or without its dot', () => {
  expect(found('2.000635')).toEqual(['2.000635'])
  expect(found('2000635')).toEqual(['2.000635'])
  expect(found('1001')).toEqual(['1.001193'])
})
test('a name is found without diacritics, by beginnings of words in any order', () => {
  expect(found('dang ky khai')).toEqual(['1.001193'])
  expect(found('sinh khai')).toEqual(['2.000635', '1.001193'])
  expect(found('chung thuc')).toEqual(['2.000815'])
})
test('what people call it finds it too', () => expect(found('sao y')).toEqual(['2.000815']))
test('nonsense finds nothing', () => expect(found('xyz')).toEqual([]))
