import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DossierCorrected } from '#domain/dossier/move.ts'
import { Day } from '#domain/kernel/time.ts'
import { RESOURCES } from '#kit/basics.ts'
import { pdfText } from '#kit/pdf-text.ts'
import { slipText } from '#devices/slip/text.ts'
import { type BookRow, bookCells } from '#paper/book-row.ts'
import { followUpBook } from '#paper/follow-up-book.ts'
import { openPagePress } from '#paper/pdf.ts'
import { aBook, aHistory, aMove, aReceived } from './form-papers.ts'
import { formSet } from './form-sets.ts'
import { MORNING } from './shipped.ts'

const set = formSet('TT03-2025')
const press = openPagePress(join(RESOURCES, 'fonts'))
const inVolume = (row: BookRow, volume: string): BookRow => ({
  ...row,
  dossier: { ...row.dossier, book: { ...row.dossier.book, volume } },
})

describe('the follow-up book', () => {
  test('has the columns of the form, and as many cells in each row', () => {
    expect(bookCells({ dossier: aReceived(), history: [] })).toHaveLength(set.papers.book.columns.length)
  })

  test('says its heads on every page, numbers the pages and loses no dossier', async () => {
    const text = pdfText(await press.press(followUpBook(aBook(60), set), { size: 'A4-landscape', title: 'book', at: MORNING }))
    const pages = Number(/Trang 1\/(\d+)/.exec(text)?.[1])
    expect(pages).toBeGreaterThan(3)
    expect(text.split('Nhận và trả kết quả')).toHaveLength(pages + 1)
    for (const { dossier } of aBook(60)) expect(text).toContain(dossier.code)
  })

  test('goes on counting where a new volume begins, on a page of its own', () => {
    const rows = aBook(5).map((row, index) => inVolume(row, index < 3 ? 'Quyển 1' : 'Quyển 2'))
    const blocks = followUpBook(rows, set)
    expect(blocks.filter(({ kind }) => kind === 'cut')).toHaveLength(1)
    for (const told of ['Quyển này ghi 3 hồ sơ, từ số 1 đến số 3.', 'Quyển này ghi 2 hồ sơ, từ số 4 đến số 5.'])
      expect(slipText(blocks)).toContain(told)
  })

  test('shows the due time that holds now, and what happened in its last column', () => {
    const dossier = aReceived()
    const extended = aMove(dossier, { kind: 'extend', reason: 'x', until: Day.parse('2026-12-02') }, { due: '2026-12-02T17:00:00' })
    const cells = bookCells({ dossier, history: aHistory([extended]) })
    expect(cells[8]).toBe('17:00\n02/12/2026')
    expect(cells.at(-1)).toBe('Gia hạn 24/11/2026')
  })

  test('goes by a correction, after which the last step says the old time no longer, and notes its day', () => {
    const dossier = aReceived()
    const forwarded = aMove(dossier, { kind: 'forward', to: 'Công chức Tư pháp - Hộ tịch' })
    const corrected = DossierCorrected.parse({
      dossier: dossier.dossier,
      code: dossier.code,
      slip: 2,
      reason: 'Chọn nhầm thủ tục',
      changed: ['due'],
      now: { ...dossier, due: Date.parse('2026-12-04T17:00:00+07:00') },
      at: Date.parse('2026-11-24T10:00:00+07:00'),
      official: { id: dossier.official.id, name: 'Nguyễn Thị An' },
    })
    const cells = bookCells({ dossier: corrected.now, history: [...aHistory([forwarded]), { kind: 'corrected', corrected }] })
    expect(cells[8]).toBe('17:00\n04/12/2026')
    expect(cells.at(-1)).toBe('Đính chính 24/11/2026')
  })

  test('of a span without dossiers says so', () => {
    expect(slipText(followUpBook([], set))).toContain('Chưa có hồ sơ nào.')
  })
})
