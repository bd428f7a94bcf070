import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '#domain/kernel/text.ts'
import { ColumnMapping, guessMapping, headOf } from '#domain/post/column-mapping.ts'

const WHOLE = { number: 0, state: 1, at: 2, receiver: 3, reason: 4, cod: 5 }
const HEAD = ['Số hiệu', 'Trạng thái', 'Thời gian', 'Người nhận', 'Lý do', 'Tiền thu hộ']

describe('columns are told by their names', () => {
  test.each([
    [HEAD],
    [HEAD.map(fold)],
    [HEAD.map(name => name.toUpperCase().normalize('NFD'))],
    [['Mã vận đơn', 'Tình trạng', 'Ngày giờ', 'Người ký nhận', 'Nguyên nhân', 'COD']],
    [['Mã bưu gửi (13 ký tự)', 'Trạng thái:', 'Thời gian phát', 'Tên người nhận', 'Lý do không phát được', 'Số tiền thu hộ (đồng)']],
  ])('%j', head => expect(guessMapping(head, [])).toEqual({ ...WHOLE, states: {} }))

  test('in whatever order they stand, among others', () => {
    const others = ['STT', 'Bưu cục', 'Khối lượng (g)', 'Địa chỉ']
    fc.assert(
      fc.property(fc.shuffledSubarray([...HEAD, ...others], { minLength: 10 }), head => {
        const { states: _, ...columns } = guessMapping(head, [])
        expect(columns).toEqual(Object.fromEntries(Object.entries(WHOLE).map(([field, at]) => [field, head.indexOf(HEAD[at] ?? '')])))
      }),
    )
  })

  test('who signed comes before whom the parcel is addressed to', () => {
    expect(guessMapping(['Số hiệu', 'Người nhận', 'Người ký nhận'], [])).toMatchObject({ receiver: 2 })
  })

  test('titles above them are passed over', () => {
    expect(headOf([['BƯU ĐIỆN TỈNH'], [], ['Ngày 25/11/2026'], HEAD, ['RN123456785VN', 'Đã phát', '25/11/2026']])).toBe(3)
    expect(headOf([['RN123456785VN', 'Đã phát', '25/11/2026']])).toBeNull()
  })
})

describe('what stands in the columns', () => {
  test('tells them where their names are strange', () => {
    const sample = [
      ['1', '25/11/2026 14:05', 'RN 123 456 785 VN', 'Đã phát'],
      ['2', '', 'EA000000014VN', 'Chuyển hoàn'],
    ]
    expect(guessMapping(['', 'A', 'B', 'C'], sample)).toEqual({
      at: 1,
      number: 2,
      state: 3,
      states: { 'da phat': 'delivered', 'chuyen hoan': 'returning' },
    })
  })

  test('leaves out what cannot be told', () => {
    expect(guessMapping(['A', 'B'], [['x', 'y']])).toEqual({ states: {} })
    expect(guessMapping([], [])).toEqual({ states: {} })
  })

  test.each([
    ['Phát thành công', 'delivered'],
    ['ĐÃ PHÁT', 'delivered'],
    ['Phát thành công - Chính chủ nhận', 'delivered'],
    ['Phát không thành công', 'tried'],
    ['Phát không thành công: vắng nhà', 'tried'],
    ['Chuyển hoàn', 'returning'],
    ['Phát hoàn thành công', 'returning'],
    ['Đang vận chuyển', 'with-post'],
    ['Thất lạc', 'lost'],
    ['Đã hủy', 'skip'],
    // Somebody has to say what these mean: one is postponed, one may be returned or done, one is not known.
    ['Hoãn phát', undefined],
    ['Hoàn', undefined],
    ['Chưa phát', undefined],
  ])('the word “%s” means %s', (word, means) => {
    expect(guessMapping(HEAD, [['', word]]).states[fold(word)]).toBe(means)
  })
})

test('a proposal with its three columns is a mapping', () => {
  expect(ColumnMapping.safeParse(guessMapping(HEAD, [['RN123456785VN', 'Đã phát']])).success).toBe(true)
  expect(ColumnMapping.safeParse(guessMapping(['Số hiệu'], [])).success).toBe(false)
})
