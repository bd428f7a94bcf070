import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { slipText } from '#devices/slip/text.ts'
import type { Block } from '#domain/paper/block.ts'
import type { Answers } from '#domain/procedure/answer.ts'
import { checkAnswers } from '#domain/procedure/check.ts'
import { isAsked } from '#domain/procedure/fill.ts'
import { fieldsNow } from '#domain/procedure/group.ts'
import type { Field, Procedure } from '#domain/procedure/procedure.ts'
import { RESOURCES } from '#kit/basics.ts'
import { sampleFor } from '#kit/complete.ts'
import { differsFromGolden, pagePictures } from '#kit/page-picture.ts'
import { pdfText } from '#kit/pdf-text.ts'
import { declarationPages } from '#paper/declaration.ts'
import { openPagePress } from '#paper/pdf.ts'
import { MORNING, TODAY, filled, office, shipped, shippedFiles } from './shipped.ts'

const press = openPagePress(join(RESOURCES, 'fonts'))
const golden = (name: string): string => fileURLToPath(new URL(`../../golden/pages/to-khai-${name}.png`, import.meta.url))

/** Those whose page is looked at: each kind of layout, and the commonest of the counter; after the comma, which of several. */
const PICTURED =
  '1.001193 1.000894 1.000656 1.004873 2.000635 1.004859 1.001022 1.000689 1.000689,2 1.004837 2.001035 1.001612 1.001776 1.004222 3.000722'.split(
    ' ',
  )

const LONG = 'Công Tằng Tôn Nữ Nguyễn Phước Thị Hoàng Phương Thảo Quỳnh Như Khánh'

/** A name of sixty letters and more, an address of two lines; of everything else what fits. */
function longFor(field: Field): string {
  if (field.kind === 'name') return LONG
  if (field.kind === 'address')
    return 'Số nhà 123/45/6 đường Nguyễn Tất Thành nối dài, tổ dân phố số 17, khóm An Thạnh A, phường An Bình, tỉnh Đồng Tháp'
  if (field.id.endsWith('paper')) return 'Thẻ căn cước'
  return field.kind === 'number' && field.id === 'members' ? '2' : sampleFor(field)
}

/** Every question that can come up answered, one after the other, as each answer opens others. */
function everythingSaid(procedure: Procedure, answers: Answers, done: readonly string[] = []): Answers {
  const field = fieldsNow(procedure, answers).find(one => !done.includes(one.id))
  if (field === undefined) return answers
  const said = isAsked(field, answers) && (answers[field.id]?.value ?? '') === '' ? { [field.id]: typed(longFor(field)) } : {}
  return everythingSaid(procedure, { ...answers, ...said }, [...done, field.id])
}

const typed = (value: string) => ({ value, origin: { from: 'typed' as const } })

const paperOf = (procedure: Procedure, which: number): { readonly answers: Answers; readonly blocks: readonly Block[] } => {
  const answers = everythingSaid(procedure, filled(procedure))
  return { answers, blocks: declarationPages(procedure, answers, { office, day: TODAY, applicantName: LONG }, { copy: 1, which }) }
}

/** `1.000689` for the first declaration of a file, `1.000689-2` for its second. */
const nameOf = (file: string, which: number): string => (which === 0 ? file : `${file}-${which + 1}`)

const every = shippedFiles()
  .map(file => file.replace('.json', ''))
  .flatMap(code => (shipped(code).declaration ?? [null]).map((_, which) => [nameOf(code, which), code, which] as const))

/** Every declaration changes only on purpose. */
describe.each(every)('the declaration of %s', (name, code, which) => {
  const procedure = shipped(code)
  const { answers, blocks } = paperOf(procedure, which)

  test('stands word for word as it was agreed, with long names', async () => {
    expect(checkAnswers(procedure, answers, TODAY).filter(({ code: what }) => what === 'field.missing')).toEqual([])
    await expect(slipText(blocks)).toMatchFileSnapshot(`../../golden/to-khai/${name}.txt`)
  })

  test('loses nothing of it on its way to the page', async () => {
    const bare = (text: string): string => text.replace(/[\s|_.…]/g, '')
    const text = bare(pdfText(await press.press(blocks, { size: 'A4', title: code, at: MORNING })))
    const said = fieldsNow(procedure, answers).filter(field => field.kind === 'citizen-number' && isAsked(field, answers))
    const printed = said.map(({ id }) => answers[id]?.value ?? '').filter(number => number !== '' && slipText(blocks).includes(number))
    expect(printed.filter(number => !text.includes(number))).toEqual([])
    expect(text).toContain(bare(procedure.declaration?.[which]?.title.slice(0, 20) ?? ''))
  })
})

describe('the page of', () => {
  test.each(PICTURED)('%s looks as it was agreed', async pictured => {
    const [code = '', number = '1'] = pictured.split(',')
    const which = Number(number) - 1
    const { blocks } = paperOf(shipped(code), which)
    const [first] = pagePictures(await press.press(blocks, { size: 'A4', title: code, at: MORNING }))
    expect(first?.length).toBeLessThan(60_000)
    if (first !== undefined) expect(await differsFromGolden(first, golden(nameOf(code, which)))).toBeLessThan(0.002)
  })
})
