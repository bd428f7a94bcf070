import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Block } from '#domain/paper/block.ts'
import { RESOURCES } from '#kit/basics.ts'
import { pdfText } from '#kit/pdf-text.ts'
import { declarationPages } from '#paper/declaration.ts'
import { openPagePress } from '#paper/pdf.ts'
import { MORNING, TODAY, answered, card, filled, office, shipped, shippedFiles } from './shipped.ts'

const press = openPagePress(join(RESOURCES, 'fonts'))
const pressed = (blocks: readonly Block[], size: 'A4' | 'A5' = 'A4') =>
  press.press(blocks, { size, title: 'declaration 000.00.20.H20-261123-3001', at: MORNING })
const pagesIn = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
const text = async (blocks: readonly Block[], size: 'A4' | 'A5' = 'A4'): Promise<string> => pdfText(await pressed(blocks, size))

/** Every Vietnamese letter: each vowel with each tone, small and capital. */
const LETTERS = [...'aăâeêioôơuưy'].flatMap(vowel =>
  ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map(tone => (vowel + tone).normalize('NFC')),
)
const ALPHABET = [...LETTERS, 'đ'].flatMap(letter => [letter, letter.toLocaleUpperCase('vi')]).join('')

describe('a printed page', () => {
  test.each(['normal', 'bold', 'italic', 'small'] as const)(
    'has every Vietnamese letter in %s, and gives each back in one piece',
    async style => {
      const page = await text([{ kind: 'text', text: ALPHABET, style }])
      expect(page.replaceAll(' ', '')).toBe(ALPHABET)
    },
  )

  test('gives back the same text whatever was printed before it', async () => {
    const blocks: readonly Block[] = [
      { kind: 'text', text: 'Lưu theo sổ' },
      { kind: 'text', text: 'Lưu theo sổ', style: 'italic' },
    ]
    await pressed([
      { kind: 'text', text: ALPHABET },
      { kind: 'text', text: ALPHABET, style: 'italic' },
    ])
    expect(await text(blocks)).toBe('Lưu theo sổ Lưu theo sổ ')
  })

  test('is the same bytes for the same paper at the same moment', async () => {
    const blocks: readonly Block[] = [
      { kind: 'title', text: 'TỜ KHAI' },
      { kind: 'qr', text: '000.00.20.H20-261123-3001' },
    ]
    expect(Buffer.from(await pressed(blocks)).equals(Buffer.from(await pressed(blocks)))).toBe(true)
  })

  test('is tagged, speaks Vietnamese and names nobody in its title', async () => {
    const file = Buffer.from(await pressed([{ kind: 'pair', label: 'Họ tên:', value: card.name }])).toString('latin1')
    expect(file).toContain('/Lang (vi-VN)')
    expect(file).toContain('/Marked true')
    expect(file).toContain('(declaration 000.00.20.H20-261123-3001)')
  })

  test('numbers its pages only where there is more than one', async () => {
    const line: Block = { kind: 'text', text: 'Một dòng' }
    expect(await text([line])).not.toContain('Trang')
    const long = await text(Array.from({ length: 90 }, () => line))
    expect(long).toContain('Trang 1/2')
    expect(long).toContain('Trang 2/2')
  })

  test('never cuts a word, however long', async () => {
    const word = 'Nguyễn'.repeat(60)
    for (const block of [
      { kind: 'text', text: word },
      { kind: 'pair', label: 'Họ tên:', value: word },
      { kind: 'list', items: [word] },
      { kind: 'table', head: ['A', 'B'], rows: [[word, word]], widths: [1, 3] },
      { kind: 'columns', left: [{ text: word }], right: [] },
      { kind: 'check', text: word, ticked: true },
    ] satisfies readonly Block[])
      expect((await text([block], 'A5')).replaceAll(' ', '')).toContain(block.kind === 'table' ? 'Nguyễn' : word)
  })

  test('a signature never stands alone on a page', async () => {
    const signature: Block = { kind: 'columns', left: [], right: [{ text: 'Người yêu cầu' }, { text: '' }, { text: '' }, { text: '' }] }
    for (let lines = 30; lines < 45; lines += 1) {
      const page = (
        await text([...Array.from({ length: lines }, (_, n): Block => ({ kind: 'text', text: `Dòng ${String(n)}.` })), signature])
      ).split('Trang 1/')[1]
      if (page !== undefined) expect(page).toContain('Dòng')
    }
  })

  test('sets the head of a table again on each page', async () => {
    const rows = Array.from({ length: 80 }, (_, n) => [String(n), 'Trần Văn Đức'])
    const page = await text([{ kind: 'table', head: ['STT', 'Chủ hồ sơ'], rows, widths: [1, 4] }])
    expect(page.match(/Chủ hồ sơ/g)?.length).toBe(page.match(/Trang \d/g)?.length)
  })

  test('begins anew at a cut, and an end of cuts makes no empty page', async () => {
    const line: Block = { kind: 'text', text: 'Một' }
    expect(pagesIn(await pressed([line, { kind: 'cut' }, line, { kind: 'cut' }]))).toBe(2)
    expect(pagesIn(await pressed([]))).toBe(1)
  })
})

describe.each(shippedFiles())('the declaration of %s', file => {
  test('shows every value that was said', async () => {
    const procedure = shipped(file.replace('.json', ''))
    const name = 'Công Tằng Tôn Nữ Nguyễn Phước Hoàng Trần Lê Thị Huyền Diệu Phương Thảo Nguyên Khánh Ngọc Ánh'
    const answers = answered(procedure, filled(procedure, { 'requester.name': name }))
    const page = await text(declarationPages(procedure, answers, { office, day: TODAY, applicantName: name }, { copy: 1 }))
    expect(page).toBe(page.normalize('NFC'))
    if (procedure.form.some(item => item.id === 'requester.name')) expect(page).toContain(name.toLocaleUpperCase('vi'))
    if (procedure.form.some(item => item.id === 'requester.number')) expect(page).toContain('087190012345')
  })
})
