import { describe, expect, it } from 'vitest'
import { DossierReceived } from '#domain/dossier/dossier.ts'
import { aDossier } from '#kit/dossier.ts'
import { receiptSlip } from '#paper/receipt.ts'

const dossier = DossierReceived.parse({
  ...aDossier({ at: Date.parse('2026-11-23T09:41:00+07:00') }),
  due: Date.parse('2026-11-25T17:00:00+07:00'),
  applicant: { ...aDossier().applicant, phone: '0912345678' },
  fee: {
    lines: [
      { id: 'copy', name: 'Phí bản sao', kind: 'phi', quantity: 2, vnd: 16_000, law: 'TT 281/2016/TT-BTC', exempt: null },
      { id: 'birth', name: 'Lệ phí khai sinh', kind: 'le-phi', quantity: 1, vnd: 0, law: 'Luật Hộ tịch 2014 Điều 11', exempt: 'Đúng hạn' },
    ],
    total: 16_000,
  },
})
const textOf = (given: DossierReceived, copy = 1): string => JSON.stringify(receiptSlip(given, { copy }))

describe('the slip a citizen leaves with', () => {
  it('names the citizen, the code and the due time', () => {
    for (const told of [
      dossier.applicant.name,
      dossier.code,
      '17:00 ngày 25/11/2026',
      '09:41 ngày 23/11/2026',
      dossier.official.name,
      dossier.counter,
    ])
      expect(textOf(dossier)).toContain(told)
  })

  it('carries the code as a QR Code and ends with a cut', () => {
    expect(receiptSlip(dossier, { copy: 1 })).toContainEqual({ kind: 'qr', text: dossier.code, caption: dossier.code })
    expect(receiptSlip(dossier, { copy: 1 }).at(-1)).toEqual({ kind: 'cut' })
  })

  it('tells a finder neither the whole number, nor the address, nor the phone', () => {
    expect(textOf(dossier)).toContain('0871••••2345')
    for (const kept of ['087190012345', 'Thường Lạc', '0912345678']) expect(textOf({ ...dossier, returnBy: 'post' })).not.toContain(kept)
  })

  it('says fees, why one is free, the total, and that it is no receipt of money', () => {
    for (const told of ['Phí bản sao × 2:', '16.000 đ', 'Đúng hạn (Luật Hộ tịch 2014 Điều 11)', 'Tổng cộng:', 'Không thay thế biên lai'])
      expect(textOf(dossier)).toContain(told)
  })

  it('says of each item how many, what one costs and what they cost, where that is known', () => {
    const [line] = dossier.fee.lines
    if (line === undefined) throw new Error('no line')
    const told = (lines: typeof dossier.fee.lines): string => textOf({ ...dossier, fee: { lines, total: 16_000 } })
    expect(told([{ ...line, unit: 8_000 }])).toContain('2 × 8.000 đ = 16.000 đ')
    expect(told([{ ...line, quantity: 1 }])).toContain('1 × 16.000 đ = 16.000 đ')
  })

  it('says that nothing is paid where there is no fee', () => {
    expect(textOf({ ...dossier, fee: { lines: [], total: 0 } })).toContain('không thu')
  })

  it('warns where the calendar of the due day is not decided', () => {
    expect(textOf({ ...dossier, dueSure: false })).toContain('ngày hẹn có thể đổi')
    expect(textOf(dossier)).not.toContain('có thể đổi')
  })

  it('says first of all that it is a copy', () => {
    expect(receiptSlip(dossier, { copy: 3 })[0]).toEqual({ kind: 'huge', text: 'BẢN IN LẠI LẦN 2' })
    expect(textOf(dossier)).not.toContain('IN LẠI')
  })
})
