import { expect, test } from 'vitest'
import { birthYearOf, sexOf } from '#domain/card/number.ts'
import { birthProvinces, isBirthPlace } from '#domain/card/province.ts'

test('the fourth digit tells sex and century', () => {
  const told = Array.from('0123456789').map(digit => `${sexOf(`087${digit}05000001`)} ${birthYearOf(`087${digit}05000001`)}`)
  expect(told).toEqual([
    'male 1905',
    'female 1905',
    'male 2005',
    'female 2005',
    'male 2105',
    'female 2105',
    'male 2205',
    'female 2205',
    'male 2305',
    'female 2305',
  ])
})

test('there are the 63 provinces of birth, and from 100 on countries', () => {
  expect(birthProvinces.size).toBe(63)
  expect(birthProvinces.get('087')).toBe('Đồng Tháp')
  expect(['001', '096', '100', '232', '003', '000', '097'].map(isBirthPlace)).toEqual([true, true, true, true, false, false, false])
})
