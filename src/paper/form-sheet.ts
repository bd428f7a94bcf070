import type { DossierReceived } from '#domain/dossier/dossier.ts'
import { type DossierCode, slipText } from '#domain/dossier/code.ts'
import { fold } from '#domain/kernel/text.ts'
import type { Instant } from '#domain/kernel/time.ts'
import type { Block, ColumnLine } from '#domain/paper/block.ts'
import type { FormSet, FormSheet, FormSignature } from '#domain/paper/form-set.ts'
import type { Replacement } from '#domain/paper/slip.ts'
import { initials, longTime, paperWords as words } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { letterhead, sheetMarks, signature } from './letterhead.ts'

/** What is filled in behind a label: a value; a text that runs on in plain letters; or blocks below. */
export type FormValue = string | { readonly text: string } | { readonly value?: string; readonly below: readonly Block[] }

type FormLine<Field extends string> = {
  readonly field: Field
  readonly label: string
  readonly centre?: string | undefined
  readonly joined: boolean
}

/** What a sheet is about: a received dossier, or a matter that was turned away at reception and has neither code nor times. */
export type Matter = Pick<DossierReceived, 'office' | 'applicant' | 'proxy'> & {
  readonly procedure: Pick<DossierReceived['procedure'], 'name'>
} & Partial<Pick<DossierReceived, 'code' | 'received' | 'due'>>

/** What a sheet is printed from, beside the lines of its body. */
export type SheetContext = {
  readonly dossier: Matter
  readonly set: FormSet
  readonly sheet: FormSheet
  readonly at: Instant
  /** Running number of the paper in its year, `null` where it has none. */
  readonly number: number | null
  readonly copy: number
  readonly slip?: Replacement | null
  /** Which slip of the dossier holds: what the QR leads back to. */
  readonly slipNumber?: number
  /** Who signs as official: who received, or who took the step. */
  readonly official: string
}

/** Which print of a step's paper it is, and which slip of the dossier holds meanwhile. */
export type StepOptions = { readonly copy: number; readonly slipNumber?: number }

/** The sheets of one form: as many as it has copies, each with its own head, body and signatures. */
export const formSheets = (context: SheetContext, body: readonly Block[]): readonly Block[] =>
  context.sheet.copies.flatMap((name, index) => [
    ...(index === 0 ? [] : [{ kind: 'cut' } as const]),
    ...sheetHead(context),
    ...(name === '' ? [] : [{ kind: 'text', text: name, align: 'center', style: 'italic' } as const]),
    ...body,
    ...signatures(context),
  ])

/** The first of a form's sheets: a screen shows what is printed twice once. */
export function firstSheet(blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findIndex(({ kind }) => kind === 'cut')
  return end === -1 ? blocks : blocks.slice(0, end)
}

function sheetHead(context: SheetContext): readonly Block[] {
  const { dossier, set, sheet, at, copy, slip, slipNumber = 1 } = context
  return [
    ...sheetMarks(copy, slip ?? null),
    ...formMark(set, sheet),
    letterhead(dossier.office, { number: numberText(context), at }),
    { kind: 'space', mm: 2 },
    ...(dossier.code === undefined
      ? []
      : [{ kind: 'qr', text: slipText(dossier.code, slip?.number ?? slipNumber), caption: '', beside: true } as const]),
    ...sheet.title.map(text => ({ kind: 'title', text }) as const),
    ...codeLine(sheet, dossier.code),
  ]
}

/** Which form of which circular this is, small above the head. */
export const formMark = (set: FormSet, { number }: FormSheet): readonly Block[] =>
  number === null ? [] : [{ kind: 'text', text: put(words.form, { number, law: set.law }), style: 'small', align: 'right' }]

/** The code under the title, unless a line of the form says it; dots where no dossier was received. */
function codeLine(sheet: FormSheet, code: DossierCode | undefined): readonly Block[] {
  const said = 'lines' in sheet && sheet.lines.some(({ field }) => field === 'code')
  return said
    ? [{ kind: 'space', mm: 2 }]
    : [{ kind: 'text', text: put(words.code, { code: code ?? NO_CODE }), align: 'center', style: 'bold' }]
}

const NO_CODE = '………………………………'

function numberText({ dossier, sheet, number }: SheetContext): string {
  if (sheet.mark === null || number === null) return ''
  return put(words.number, { number: String(number).padStart(5, '0'), mark: put(sheet.mark, { unit: initials(dossier.office.unit) }) })
}

/** The lines of a form in its order. `said` fills the sentences among them. */
export function formLines<Field extends string>(
  lines: readonly FormLine<Field>[],
  values: Readonly<Record<Exclude<Field, 'sentence'>, FormValue>>,
  { dossier, said = {} }: { readonly dossier: Pick<Matter, 'office'>; readonly said?: Readonly<Record<string, string | number>> },
): readonly Block[] {
  const known = new Map<string, FormValue>(Object.entries(values))
  const isCentre = fold(dossier.office.unit).includes('phuc vu hanh chinh cong')
  return lines.flatMap(line => {
    if (line.field === 'sentence') return [{ kind: 'text', text: put(line.label, said) } as const]
    const label = isCentre ? (line.centre ?? line.label) : line.label
    const value = known.get(line.field) ?? ''
    return filled(label, line.field === 'office' && typeof value === 'string' ? withoutLabel(value, label) : value, line.joined)
  })
}

function filled(label: string, value: FormValue, joined: boolean): readonly Block[] {
  const pair = (filled: string): Block => ({ kind: 'pair', label, value: filled, ...(joined ? { joined } : {}) })
  if (typeof value === 'string') return [pair(value)]
  if ('text' in value) return [{ kind: 'text', text: `${label} ${value.text}` }]
  if (value.value !== undefined) return [pair(value.value), ...value.below]
  return label === '' ? value.below : [{ kind: 'text', text: label }, ...value.below]
}

/** `Trung tâm Phục vụ hành chính công phường An Bình` behind `Trung tâm Phục vụ hành chính công:` is `phường An Bình`: the form does not say it twice. */
function withoutLabel(name: string, label: string): string {
  const kind = fold(label).replace(/:$/, '')
  const words = kind.split(' ').length
  const rest = name.split(/\s+/)
  return fold(rest.slice(0, words).join(' ')) === kind && rest.length > words ? rest.slice(words).join(' ') : name
}

/** What nearly every form says of its dossier. */
export const commonValues = (dossier: Matter) => ({
  office: dossier.office.name,
  owner: dossier.applicant.name,
  identity: dossier.applicant.number ?? '',
  address: dossier.applicant.address ?? '',
  phone: dossier.applicant.phone ?? '',
  email: textAt(dossier.applicant, 'email'),
  procedure: procedureText(dossier),
  received: dossier.received === undefined ? '' : longTime(dossier.received),
  due: dossier.due === undefined ? '' : longTime(dossier.due),
})

/** The procedure and, where the dossier knows it, its case. */
function procedureText({ procedure }: Matter): string {
  const named = textAt(procedure, 'case')
  return named === '' ? procedure.name : `${procedure.name} (${named})`
}

/** Who hands in and signs: the proxy where one came, else the owner. */
export function giverName(dossier: Matter): string {
  const proxy: unknown = Reflect.get(dossier, 'proxy')
  const name = typeof proxy === 'object' && proxy !== null ? textAt(proxy, 'name') : ''
  return name === '' ? dossier.applicant.name : name
}

/** A text an older body may not have. */
function textAt(holder: object, key: string): string {
  const value: unknown = Reflect.get(holder, key)
  return typeof value === 'string' ? value : ''
}

/** The hands of a form: two beside each other, one alone on the right. */
export function signatures({ sheet, dossier, official }: Pick<SheetContext, 'sheet' | 'dossier' | 'official'>): readonly Block[] {
  const names = { citizen: giverName(dossier), official, head: '' }
  const hand = ({ who, caption, how }: FormSignature): readonly ColumnLine[] => signature(caption, how, names[who])
  const [one, other] = sheet.signatures
  if (one === undefined) return []
  const gap: Block = { kind: 'space', mm: 3 }
  return other === undefined
    ? [gap, { kind: 'columns', share: 0.45, left: [], right: hand(one) }]
    : [gap, { kind: 'columns', left: hand(one), right: hand(other) }]
}
