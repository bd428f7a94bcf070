import type { DossierReceived, OfficeOnPaper } from '#domain/dossier/dossier.ts'
import { type Day, dayOf, instantAt } from '#domain/kernel/time.ts'
import type { Block } from '#domain/paper/block.ts'
import { type Answers, valueIn } from '#domain/procedure/answer.ts'
import type { Replacement } from '#domain/paper/slip.ts'
import { holds } from '#domain/procedure/condition.ts'
import type { Declaration } from '#domain/procedure/declaration.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { declarationWords as words } from '#words/declaration.ts'
import { longDay } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { declared, hasCouple, saidIn } from './declared.ts'
import { nationInTheMiddle, sheetMarks, signature } from './letterhead.ts'

/** Sector of the forms that go to the police of the commune. */
const RESIDENCE = 'CUTRU'

export type DeclarationContext = {
  readonly office: OfficeOnPaper
  readonly day: Day
  /** Signs where the form has no requester of its own. */
  readonly applicantName: string
  /** Hands in and signs for the applicant. */
  readonly proxy?: DossierReceived['proxy']
}

/** Which print of a paper it is, which slip's place it takes after a correction, and which of the procedure's declarations, from 0 on. */
type SheetOptions = { readonly copy: number; readonly slip?: Replacement | null; readonly which?: number }

/** A declaration of a dossier (or of one foreseen), A4. */
export const declarationOf = (procedure: Procedure, dossier: DossierReceived, options: SheetOptions): readonly Block[] =>
  declarationPages(
    procedure,
    dossier.answers,
    { office: dossier.office, day: dayOf(dossier.received), applicantName: dossier.applicant.name, proxy: dossier.proxy },
    options,
  )

/**
 * One of a procedure's declarations from its form: labels as the catalogue has them, in their order; what was not said is
 * a dotted line. A procedure without a declaration gets a plain request with the same content.
 */
export function declarationPages(
  procedure: Procedure,
  answers: Answers,
  context: DeclarationContext,
  { copy, slip = null, which = 0 }: SheetOptions,
): readonly Block[] {
  const declaration = procedure.declaration?.[which] ?? null
  const { body, afterOath } = declared(procedure, declaration, answers)
  return [
    ...sheetMarks(copy, slip),
    ...(declaration === null
      ? []
      : [{ kind: 'text', text: put(words.law, { law: declaration.law }), style: 'small', align: 'right' } as const]),
    ...nationInTheMiddle,
    { kind: 'space', mm: 4 },
    { kind: 'title', text: declaration?.title ?? words.request },
    ...(declaration === null ? [{ kind: 'text', text: procedure.name, style: 'bold', align: 'center' } as const] : []),
    { kind: 'space', mm: 2 },
    { kind: 'text', text: addressee(procedure, context.office), align: 'center' },
    { kind: 'space', mm: 2 },
    ...body,
    ...oath(declaration?.oath ?? ''),
    ...afterOath,
    ...onBehalf(context),
    { kind: 'space', mm: 2 },
    ...signatures(procedure, declaration, saidIn(procedure, answers), context),
  ]
}

/** Whom the form is addressed to, by its field; the forms of civil status and residence number the line (1). */
function addressee({ sector }: Procedure, { commune, province, authority }: OfficeOnPaper): string {
  const name = commune === '' ? authority : put(addresseeOf(sector.code), { commune, province })
  return put(['HT', RESIDENCE].includes(sector.code) ? words.toNumbered : words.to, { addressee: name })
}

function addresseeOf(sector: string): string {
  if (sector === RESIDENCE) return words.addressees.police
  if (sector === 'DKKD') return words.addressees.business
  return sector === 'BTXH' ? words.addressees.chairman : words.addressees.committee
}

/** A paragraph of the oath for each of its lines. */
const oath = (text: string): readonly Block[] =>
  text
    .split('\n')
    .filter(line => line !== '')
    .map(line => ({ kind: 'text', text: line }))

/** Who requests on whose behalf, and what gives the right to. */
function onBehalf({ proxy = null, applicantName: owner }: DeclarationContext): readonly Block[] {
  if (proxy === null) return []
  const { name, number, paper } = proxy
  const text = number === null ? put(words.byProxy, { owner, name, paper }) : put(words.byProxyNumbered, { owner, name, number, paper })
  return [{ kind: 'text', text: text.trim() }]
}

function signatures(
  procedure: Procedure,
  declaration: Declaration | null,
  answers: Answers,
  context: DeclarationContext,
): readonly Block[] {
  const { office, day, applicantName, proxy = null } = context
  const value = valueIn(answers)
  const madeAt = put(words.madeAt, { place: placeName(office.commune), day: longDay(instantAt(day, 0)) })
  if (hasCouple(procedure)) {
    return [
      { kind: 'text', text: madeAt, align: 'right', style: 'italic' },
      {
        kind: 'columns',
        left: signature(words.couple.bride, words.sign, value('bride.name')),
        right: signature(words.couple.groom, words.sign, value('groom.name')),
      },
    ]
  }
  if (procedure.sector.code === RESIDENCE)
    return [{ kind: 'text', text: madeAt, align: 'right', style: 'italic' }, opinions(answers, proxy)]
  const requester = value('requester.name') === '' ? applicantName : value('requester.name')
  const name = proxy?.name ?? requester
  const who = procedure.sector.code === 'HT' ? words.requester : words.declarer
  const beside = declaration?.beside?.find(({ when }) => holds(when, value))
  const left = beside === undefined ? [] : [{ text: '' }, ...signature(beside.who, words.sign, value(beside.name))]
  return [{ kind: 'columns', share: 0.4, left, right: [{ text: madeAt, style: 'italic' }, ...signature(who, words.sign, name)] }]
}

const DECLARES = 'requester'

/** Where four people may have to sign the form of residence: head of the household, owner, parent, and who declares. */
function opinions(answers: Answers, proxy: DossierReceived['proxy']): Block {
  const value = valueIn(answers)
  const cell = (person: string): string => {
    const signs = person === DECLARES ? proxy : null
    // For a child somebody else declares.
    const who = person === DECLARES && value('declarant.name') !== '' ? 'declarant' : person
    const name = signs === null ? value(`${who}.name`) : signs.name
    const number = signs === null ? value(`${who}.number`) : (signs.number ?? '')
    return `\n\n\n\n${put(words.opinions.name, { name })}\n${put(words.opinions.number, { number })}`
  }
  return { kind: 'table', head: words.opinions.head, widths: [1, 1, 1, 1], rows: [['head', 'owner', 'parent', DECLARES].map(cell)] }
}

/** `phường An Bình` is written `An Bình` in a date line, but `phường 1` stays whole (NĐ 30/2020/NĐ-CP Phụ lục I mục II.4). */
function placeName(commune: string): string {
  const name = commune.replace(/^(xã|phường|đặc khu)\s+/i, '')
  return /^\d/.test(name) ? commune : name
}
