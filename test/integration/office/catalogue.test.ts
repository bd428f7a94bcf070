import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Draft, DossierReceived } from '#domain/dossier/dossier.ts'
import { papersNeeded } from '#domain/dossier/receive.ts'
import { Day, addDays } from '#domain/kernel/time.ts'
import { DECLARATIONS, type DeclarationForm } from '#domain/paper/form.ts'
import { valueIn } from '#domain/procedure/answer.ts'
import { holds } from '#domain/procedure/condition.ts'
import { DESK, type Declaration } from '#domain/procedure/declaration.ts'
import { isAsked } from '#domain/procedure/fill.ts'
import { fieldsNow } from '#domain/procedure/group.ts'
import type { Field, Procedure } from '#domain/procedure/procedure.ts'
import { sha256 } from '#machine/digest.ts'
import { randomness } from '#machine/randomness.ts'
import { type Admin, openAdmin } from '#office/admin.ts'
import { dayText, longTime, sexWord } from '#words/paper.ts'
import { RESOURCES, got } from '#kit/basics.ts'
import { completed } from '#kit/complete.ts'
import { type TempOffice, anEnvironment, demoOffice, draftOf } from '#kit/office.ts'
import { pdfBlocks, pdfText } from '#kit/pdf-text.ts'
import { shipped, shippedFiles } from '../../unit/paper/shipped.ts'

const PHONE = '0912345678'

let office: TempOffice
let admin: Admin
beforeAll(async () => {
  office = await demoOffice()
  const parts = { clock: office.clock, randomness, digest: sha256, log: () => undefined, resources: RESOURCES, tell: () => undefined }
  admin = got(openAdmin(anEnvironment(office.dataDir), parts))
})
afterAll(async () => {
  await admin.close()
  await office.forget()
})

describe.each(
  shippedFiles()
    .filter(file => !file.includes('@'))
    .map(file => shipped(file.replace('.json', '')))
    .map(one => [`${one.code} ${one.name}`, one] as const),
)('%s', (_, procedure) => {
  test.each([
    ['first', 0],
    ['last', -1],
  ] as const)('its papers say every value that was answered, with the %s of each choice', async (_which, choice) => {
    const dossier = await served(procedure, choice)
    for (const [which, declaration] of (procedure.declaration ?? [null]).entries()) {
      const paper = await said(dossier, DECLARATIONS[which] ?? 'declaration')
      const lost = onPaper(procedure, declaration, dossier).filter(({ shown }) => !paper.includes(squash(shown)))
      expect(lost).toEqual([])
      expect(paper).toContain(squash(declaration?.title ?? procedure.name))
    }

    const slip = await said(dossier, 'mau-01')
    const { applicant, book, code, due, papers } = dossier
    const wanted = [applicant.name, applicant.address, PHONE, code, procedure.name, longTime(due), String(book.number), book.volume]
    expect([...wanted, ...papers.map(({ name }) => name)].filter(text => !slip.includes(squash(text ?? '?')))).toEqual([])
    expect(papers.map(({ id }) => id)).toEqual(papersNeeded(procedure, dossier).map(({ id }) => id))
  })
})

/** A sitting from card to saved dossier in which every field that is asked gets a value of its own. */
async function served(procedure: Procedure, choice: 0 | -1): Promise<DossierReceived> {
  const name = longName(30)
  const card = `087190012345||${name}|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021`
  const { draft } = await draftOf(office, card, procedure.code)
  const asked = answered(procedure, draft, choice)
  const kept = await office.get('draft.keep', { draft: { ...asked, applicant: { ...asked.applicant, phone: PHONE } } })
  const { dossier } = await office.get('dossier.finish', { draft: await completed(office, kept.draft) })
  expect(dossier.applicant.name).toHaveLength(64)
  return dossier
}

/** Answers one field after the other, as each answer decides what is asked next. */
function answered(procedure: Procedure, draft: Draft, choice: 0 | -1, done: readonly string[] = []): Draft {
  const field = fieldsNow(procedure, draft.answers).find(one => !done.includes(one.id))
  if (field === undefined) return draft
  const seen = [...done, field.id]
  if (!isAsked(field, draft.answers) || (isFromCard(draft, field) && !isOfChild(procedure, field, choice)))
    return answered(procedure, draft, choice, seen)
  const answer = { value: ownValue(field, seen.length, choice), origin: { from: 'typed' as const } }
  return answered(procedure, { ...draft, answers: { ...draft.answers, [field.id]: answer } }, choice, seen)
}

const isFromCard = ({ answers }: Draft, { id }: Field): boolean => answers[id]?.origin.from === 'card'

/** What the card said of the one who came before it was said that it is for a child. */
const isOfChild = ({ form }: Procedure, { id }: Field, choice: 0 | -1): boolean =>
  choice === -1 && id.startsWith('requester.') && form.some(item => item.id === 'declarant.name')

/** A value that no other field of the form has. */
function ownValue({ id, kind, choices = [], min = 1, max = 9 }: Field, index: number, choice: 0 | -1): string {
  switch (kind) {
    case 'choice':
      return choices.at(choice)?.value ?? ''
    case 'sex':
      return choice === 0 ? 'female' : 'male'
    case 'year':
      return addDays(Day.parse('1960-01-01'), index * 37)
    case 'time':
      return '14:05'
    case 'date':
      if (id === 'first.birth' && choice === 0) return '1960-02-03'
      return id === 'child.birth' ? '2026-11-01' : addDays(Day.parse('1990-01-01'), index * 37)
    case 'number':
      return String(Math.min(max, min + 2))
    case 'citizen-number':
      return `0871900${String(index).padStart(5, '0')}`
    case 'phone':
      return `09188${String(index).padStart(5, '0')}`
    case 'name':
      return longName(index)
    case 'text':
      return `Nội dung thứ ${index}, quyển số ${index}/2020`
    case 'address':
      return `Số nhà ${index}, ấp Thượng, xã Thường Phước, tỉnh Đồng Tháp`
  }
}

const SYLLABLES = 'Nguyễn Phượng Trường Thuyền Khuyến Ngưỡng Quỳnh Hoàng Đặng Bưởi Nghiêng Thượng Luyến'.split(' ')

/** Sixty-four letters and spaces; another name for each number up to a hundred and more. */
function longName(index: number): string {
  const [from, step] = [index % SYLLABLES.length, 1 + (Math.floor(index / SYLLABLES.length) % 11)]
  const syllables = SYLLABLES.map((_, at) => SYLLABLES[(from + at * step) % SYLLABLES.length] ?? '')
  return syllables.join(' ').slice(0, 64).replace(/ $/, 'a')
}

/** What a declaration has to show, as the paper writes it: what it names, else everything asked but for the desk's own section. */
function onPaper(
  procedure: Procedure,
  declaration: Declaration | null,
  dossier: DossierReceived,
): readonly { readonly field: string; readonly shown: string }[] {
  const desk = procedure.form.findIndex(({ id }) => id === DESK)
  const printed = { ...procedure, form: procedure.form.slice(0, desk === -1 ? undefined : desk) }
  const prints = declaration?.prints?.flatMap(one => {
    if (typeof one === 'string') return [one]
    return 'field' in one && holds(one.when, valueIn(dossier.answers)) ? [one.field] : []
  })
  return fieldsNow(printed, dossier.answers)
    .filter(({ id }) => prints?.includes(id) ?? true)
    .filter(field => !isCount(procedure, field) && valueIn(dossier.answers)(field.id) !== '')
    .map(field => ({ field: field.id, shown: shownAs(field, valueIn(dossier.answers)(field.id)) }))
}

/** How many rows there are is seen, not written. */
const isCount = ({ form }: Procedure, { id }: Field): boolean => form.some(item => item.kind === 'group' && item.id === id)

/** A choice of two is a pair of boxes: the chosen one is crossed. */
function shownAs({ kind, choices = [] }: Field, value: string): string {
  if (kind === 'date' || kind === 'year') return dayText(value)
  if (kind === 'time') return '14 giờ 05 phút'
  if (kind === 'sex') return sexWord(value === 'male' ? 'male' : 'female')
  const label = choices.find(choice => choice.value === value)?.label ?? value
  return kind === 'choice' && choices.length <= 2 ? `X ${label}` : label
}

/** The text of a paper as a reader copies it out; where lines were broken and which letters are capitals does not matter. */
async function said(dossier: DossierReceived, form: DeclarationForm | 'mau-01'): Promise<string> {
  const pdf = got(await admin.paper(dossier.code, form))
  return `${squash(pdfText(pdf))} ${squash(pdfBlocks(pdf))}`
}

const squash = (text: string): string => text.normalize('NFC').replace(/\s+/g, '').toLocaleLowerCase('vi')
