import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { followUpSheet } from '#paper/follow-up-xlsx.ts'
import { bookCells } from '#paper/book-row.ts'
import { aBook } from './form-papers.ts'
import { formSet } from './form-sets.ts'

const set = formSet('TT03-2025')
const read = async (bytes: Uint8Array) => (await readXlsxFile(Buffer.from(bytes)))[0]?.data ?? []

test('the book as a spreadsheet has the columns and the rows of the book on paper', async () => {
  const rows = aBook(12)
  const cells = await read(await followUpSheet(rows, set))
  expect(cells[0]?.slice(0, 8)).toEqual([...set.papers.book.columns.slice(0, 7), 'Nhận và trả kết quả'])
  expect(cells[1]?.slice(7, 12)).toEqual(set.papers.book.columns.slice(7, 12))
  expect(cells.slice(2)).toEqual(
    rows.map(row => bookCells(row).map((text, index) => (index === 0 ? Number(text) : text.trim().replaceAll('\n', ' ') || null))),
  )
})

test.each(['=1+1', '+84912345678', '-2', '@SUM(A1)'])('a name like %s stays a name', async name => {
  const cells = await read(await followUpSheet(aBook(2, { name }), set))
  expect(cells[3]?.[4]).toBe(name)
})

test('an empty book is a sheet with its head alone', async () => {
  expect(await read(await followUpSheet([], set))).toHaveLength(2)
})
