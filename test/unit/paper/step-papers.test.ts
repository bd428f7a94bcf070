import { describe, expect, test } from 'vitest'
import { slipText } from '#devices/slip/text.ts'
import { Day, Instant } from '#domain/kernel/time.ts'
import { extensionPaper } from '#paper/extension.ts'
import { firstSheet } from '#paper/form-sheet.ts'
import { refusalPaper } from '#paper/refusal.ts'
import { stopPaper } from '#paper/stop.ts'
import { supplementPaper } from '#paper/supplement.ts'
import { aMove, aReceived } from './form-papers.ts'
import { formSet } from './form-sets.ts'

const set = formSet('TT03-2025')
const dossier = aReceived()
const proxied = Object.assign({ ...dossier }, { proxy: { name: 'Lê Văn Tám' } })

const papers = [
  { name: 'Giấy chứng sinh', count: 1 },
  { name: 'Ảnh 4x6', count: 2 },
]

describe('the request for more papers', () => {
  const wanted = [{ name: 'Giấy tờ cư trú', original: 0, certified: 1, copy: 2 }]
  const move = aMove(dossier, { kind: 'supplement', wanted, reason: 'Thiếu giấy tờ' }, { state: 'supplement' })

  test('says of each paper how many of which kind, under one head', () => {
    const table = supplementPaper(dossier, move, set, { copy: 1 }).find(({ kind }) => kind === 'table')
    expect(table).toMatchObject({
      over: ['', '', 'Số lượng', 'Số lượng', 'Số lượng'],
      head: ['TT', 'Thành phần hồ sơ', 'Bản chính', 'Bản chứng thực', 'Bản photo'],
      rows: [['1', 'Giấy tờ cư trú', '0', '1', '2']],
    })
  })

  test('is signed by the official alone, and says whom to ask', () => {
    const said = slipText(supplementPaper(dossier, move, set, { copy: 1 }))
    expect(said).toContain('liên hệ với Nguyễn Thị An, số điện thoại 0277 000 0000')
    expect(said).not.toContain('NGƯỜI NỘP HỒ SƠ')
    const mute = { ...dossier, office: { ...dossier.office, phone: '' } }
    expect(slipText(supplementPaper(mute, move, set, { copy: 1 }))).toContain('số điện thoại …')
  })

  test('bears its own number and mark, and says first of all that it is a copy', () => {
    const blocks = supplementPaper(dossier, move, set, { copy: 2 })
    expect(blocks[0]).toEqual({ kind: 'title', text: 'BẢN IN LẠI LẦN 1' })
    expect(slipText(blocks)).toContain('Số: 00012/HDHS')
  })
})

test('a refusal is signed by who handed in, the proxy where one came', () => {
  const move = aMove(dossier, { kind: 'refuse', reason: 'Không đúng thẩm quyền' }, { state: 'refused' })
  expect(slipText(refusalPaper(dossier, move, set, { copy: 1 }))).toContain('Lý do: Không đúng thẩm quyền')
  expect(refusalPaper(proxied, move, set, { copy: 1 }).at(-1)).toMatchObject({
    left: expect.arrayContaining([{ text: 'Lê Văn Tám', style: 'bold' }]),
  })
})

test('a refusal names the originals it gives back, above the signatures, and nothing where none were handed in', () => {
  const refuse = (originals?: { given: boolean; papers: typeof papers }) =>
    slipText(refusalPaper(dossier, aMove(dossier, { kind: 'refuse', reason: 'X' }, { state: 'refused', originals }), set, { copy: 1 }))
  expect(refuse({ given: true, papers })).toMatch(
    /Bản chính đã nộp: Đã trả lại đầy đủ cho Ông\/Bà: Giấy chứng sinh \(01\)[^]*NGƯỜI NỘP HỒ SƠ/,
  )
  expect(refuse()).not.toContain('Bản chính đã nộp')
})

describe('the apology', () => {
  const step = { kind: 'extend', reason: 'Phải xác minh', until: Day.parse('2026-12-02') } as const
  const move = aMove(dossier, step, { due: '2026-12-02T17:00:00' })

  test('says the time that was promised and the new one', () => {
    const said = slipText(extensionPaper(dossier, move, set, { copy: 1 }))
    expect(said).toContain('17 giờ 00 phút, ngày 25 tháng 11 năm 2026')
    expect(said).toContain('17 giờ 00 phút, ngày 02 tháng 12 năm 2026')
  })

  test('says what was said then, whatever the dossier became later', () => {
    const before = Instant.parse(Date.parse('2026-11-25T17:00:00+07:00'))
    const mended = { ...dossier, due: move.due }
    const said = slipText(firstSheet(extensionPaper(mended, { ...move, before }, set, { copy: 1, promised: move.due })))
    expect(said.match(/17 giờ 00 phút, ngày \d+ tháng \d+/g)).toEqual([
      '17 giờ 00 phút, ngày 25 tháng 11',
      '17 giờ 00 phút, ngày 02 tháng 12',
    ])
  })

  test('says the time that held last, where the limit had begun anew', () => {
    const promised = Instant.parse(Date.parse('2026-11-27T17:00:00+07:00'))
    expect(slipText(extensionPaper(dossier, move, set, { copy: 1, promised }))).toContain('ngày 27 tháng 11 năm 2026')
  })
})

test.each([
  [3000, { given: true, papers }, ['3.000 đ (ba nghìn đồng)', 'Đã trả lại đầy đủ cho Ông/Bà: Giấy chứng sinh (01); Ảnh 4x6 (02)']],
  [0, { given: false, papers }, ['Không có khoản phải hoàn trả', 'Trả lại khi Ông/Bà đến nhận: Giấy chứng sinh (01); Ảnh 4x6 (02)']],
  [0, undefined, ['Không có khoản phải hoàn trả', 'Không có bản chính phải trả lại']],
])('a notice of stopping with %i đ to refund says so in words, and names the originals', (refund, originals, told) => {
  const step = { kind: 'stop', reason: 'Rút hồ sơ', refund, originals: true } as const
  const move = aMove(dossier, step, { state: 'stopped', originals })
  const said = slipText(stopPaper(dossier, move, set, { copy: 1 }))
  for (const words of [...told, 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ', 'Số: 00012/TB-TTPVHCC']) expect(said).toContain(words)
})
