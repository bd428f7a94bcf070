import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { Handover } from '#domain/post/handover.ts'
import { anId } from '#kit/dossier.ts'
import { pdfText } from '#kit/pdf-text.ts'
import { handoverList } from '#paper/handover-list.ts'
import { openPagePress } from '#paper/pdf.ts'

const NAME = 'Công Tằng Tôn Nữ Nguyễn Thị Hoàng Phương Thảo Quỳnh Như Khánh'
const at = Date.parse('2026-11-23T16:30:00+07:00')

const aList = (count: number): Handover =>
  Handover.parse({
    id: anId(),
    code: 'BG-261123-3-1',
    direction: 'to-post',
    office: 'Một cửa phường An Bình',
    partner: 'Bưu điện Hồng Ngự',
    opened: at,
    items: Array.from({ length: count }, (_, index) => ({
      dossier: anId(),
      code: `000.00.20.H20-261123-${3001 + index}`,
      owner: index === 0 ? NAME : 'Nguyễn Thị Hương Lan',
      procedure: 'Đăng ký khai sinh',
      papers: 2,
      added: at,
    })),
    signed: {
      at,
      official: { id: anId(), name: 'Nguyễn Thị An', role: 'reception' },
      clerk: { id: anId(), name: 'Lê Văn Bưu', role: 'postal' },
    },
  })
const textOf = (list: Handover, copy = 1): string => JSON.stringify(handoverList(list, { copy }))

describe('the handover list', () => {
  it('counts dossiers and papers', () => {
    expect(textOf(aList(3))).toContain('3 hồ sơ, 6 giấy tờ')
  })

  it('puts the giving side first, whichever way the list goes', () => {
    const back: Handover = { ...aList(1), direction: 'from-post' }
    expect(textOf(back)).toContain('"label":"Bên giao:","value":"Bưu điện Hồng Ngự, đại diện: Lê Văn Bưu"')
    expect(textOf(aList(1))).toContain('"label":"Bên giao:","value":"Một cửa phường An Bình, đại diện: Nguyễn Thị An"')
  })

  it('says when it was signed, and leaves room for hands while it is not', () => {
    for (const told of ['Đã ký bằng mã PIN', 'lúc 16:30 ngày 23/11/2026']) expect(textOf(aList(1))).toContain(told)
    expect(textOf({ ...aList(1), signed: null })).toContain('(Ký và ghi rõ họ tên)')
  })

  it('says first of all that it is a copy', () => {
    expect(handoverList(aList(1), { copy: 2 })[0]).toEqual({ kind: 'title', text: 'BẢN IN LẠI LẦN 1' })
  })

  it('says its head again on each page and loses no dossier on the way', async () => {
    const list = aList(60)
    const press = openPagePress(fileURLToPath(new URL('../../../resources/fonts', import.meta.url)))
    const pages = pdfText(await press.press(handoverList(list, { copy: 1 }), { size: 'A4', title: 'handover', at: list.opened }))
    // A long name stands on several lines of its cell, and the other cells may be read between them.
    expect(pages).toMatch(new RegExp(NAME.replaceAll(' ', '.{1,60}')))
    for (const told of [list.code, list.office, list.partner, 'Lê Văn Bưu', ...list.items.map(({ code }) => code)])
      expect(pages).toContain(told)
    expect(pages.split('Mã hồ sơ').length).toBeGreaterThan(2)
  })
})
