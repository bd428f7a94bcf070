import type { Opened } from '#contract/calls.ts'
import { papersNeeded } from '#domain/dossier/receive.ts'
import { Step, type StepName, type Wanted } from '#domain/dossier/move.ts'
import { tidy } from '#domain/kernel/text.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { Field, type PaperNeed } from '#domain/procedure/procedure.ts'
import { put } from '#words/say.ts'
import type { ScreenWords } from '#words/screen-vi.ts'

/** What a step asks of the official, as fields, with what already stands in them. */
export type StepForm = { readonly fields: readonly Field[]; readonly start: TypedStep }
export type TypedStep = Readonly<Record<string, string>>

type Asked = { readonly opened: Opened; readonly words: ScreenWords }

export function stepForm(step: StepName, asked: Asked): StepForm {
  const { words, opened } = asked
  const say = words.stepField
  const reason = aField({ id: 'reason', kind: 'text', label: say.reason, need: true })
  switch (step) {
    case 'complete':
    case 'resume':
      return { fields: [], start: {} }
    case 'supplement':
      return {
        fields: [
          ...papersOf(asked).map(paper => aField({ id: countId(paper), kind: 'number', label: put(say.count, { paper: paper.name }) })),
          aField({ id: 'others', kind: 'text', label: say.others }),
          reason,
        ],
        start: {},
      }
    case 'refuse':
      return { fields: [reason, ...originalsField(asked)], start: { originals: 'yes' } }
    case 'pause':
    case 'correct':
      return { fields: [reason], start: {} }
    case 'verify':
      return { fields: [aField({ id: 'reason', kind: 'text', label: say.verify, need: true })], start: {} }
    case 'forward':
      return { fields: [aField({ id: 'to', kind: 'text', label: say.to, need: true })], start: { to: say.toUsual } }
    case 'extend':
      return { fields: [aField({ id: 'until', kind: 'date', label: say.until, need: true }), reason], start: {} }
    case 'stop':
      return {
        fields: [
          reason,
          ...(opened.paid === 0 ? [] : [aField({ id: 'refund', kind: 'number', label: put(say.refundOf, { paid: opened.paid }) })]),
          ...originalsField(asked),
        ],
        start: { refund: String(opened.paid), originals: 'yes' },
      }
    case 'ready':
      return {
        fields: [aField({ id: 'result', kind: 'text', label: say.result, need: true })],
        start: { result: opened.procedure?.result ?? opened.dossier.procedure.name },
      }
    case 'return':
      return returnForm(asked)
  }
}

/** Which originals go back, asked only where some were handed in. */
function originalsField({ opened, words }: Asked): readonly Field[] {
  const papers = opened.papers.filter(({ need }) => need === 'original').map(({ name }) => name)
  if (papers.length === 0) return []
  const label = put(words.stepField.originals, { papers: papers.join('; ') })
  return [aField({ id: 'originals', kind: 'choice', label, need: true, choices: choicesOf(words.yesNo) })]
}

function returnForm(asked: Asked): StepForm {
  const { opened, words } = asked
  const say = words.stepField
  const { name, number } = opened.dossier.applicant
  // Where the matter is one of persons alone, nobody can be authorised.
  const { authorised: _, ...inPerson } = words.right
  const rights = opened.procedure?.proxy === false ? inPerson : words.right
  return {
    fields: [
      aField({ id: 'right', kind: 'choice', label: say.right, need: true, choices: choicesOf(rights) }),
      aField({ id: 'to.name', kind: 'name', label: say.name, need: true }),
      aField({ id: 'to.number', kind: 'citizen-number', label: say.number }),
      aField({ id: 'to.paper', kind: 'text', label: say.paper, when: { not: { field: 'right', is: 'owner' } }, need: true }),
      ...originalsField(asked),
      aField({ id: 'satisfied', kind: 'choice', label: say.satisfied, choices: choicesOf(words.satisfied) }),
    ],
    start: { originals: 'yes', right: opened.dossier.returnBy === 'post' ? 'post' : 'owner', 'to.name': name, 'to.number': number ?? '' },
  }
}

/** What was typed as a step, or every place that is missing or cannot be. */
export function readTypedStep(step: Exclude<StepName, 'correct'>, typed: TypedStep, asked: Asked): Result<Step> {
  const said = (field: string): string => tidy(typed[field] ?? '')
  const missing = stepForm(step, asked).fields.filter(
    field => field.need && said(field.id) === '' && !(field.id === 'to.paper' && said('right') === 'owner'),
  )
  const faults: readonly Fault[] = missing.map(field => inputFault('field.missing', field.id))
  if (faults.length > 0) return refuse(...faults)
  const parsed = Step.safeParse(foreignStep(step, said, asked))
  if (parsed.success) return ok(parsed.data)
  return refuse(inputFault(step === 'extend' ? 'field.date.impossible' : 'field.missing', step === 'extend' ? 'until' : 'others'))
}

function foreignStep(step: Exclude<StepName, 'correct'>, said: (field: string) => string, asked: Asked): unknown {
  const reason = said('reason')
  switch (step) {
    case 'supplement':
      return { kind: step, reason, wanted: wantedOf(said, asked) }
    case 'extend':
      return { kind: step, reason, until: said('until') }
    case 'stop':
      return { kind: step, reason, refund: Number(said('refund') === '' ? 0 : said('refund')), originals: said('originals') !== 'no' }
    case 'forward':
      return { kind: step, to: said('to') }
    case 'ready':
      return { kind: step, result: said('result') }
    case 'return': {
      const right = said('right')
      const to = {
        right,
        name: said('to.name'),
        number: orNull(said('to.number')),
        paper: right === 'owner' ? null : orNull(said('to.paper')),
      }
      return { kind: step, to, satisfied: orNull(said('satisfied')), originals: said('originals') !== 'no' }
    }
    case 'refuse':
      return { kind: step, reason, originals: said('originals') !== 'no' }
    case 'pause':
    case 'verify':
      return { kind: step, reason }
    case 'complete':
    case 'resume':
      return { kind: step }
  }
}

/** Papers of the procedure by their counts, then the others as they were named. */
function wantedOf(said: (field: string) => string, asked: Asked): readonly Wanted[] {
  const known = papersOf(asked).flatMap(paper => {
    const count = Number(said(countId(paper)) === '' ? 0 : said(countId(paper)))
    if (count === 0) return []
    const none = { name: paper.name, original: 0, certified: 0, copy: 0 }
    if (paper.need === 'certified') return [{ ...none, certified: count }]
    return [paper.need === 'copy' ? { ...none, copy: count } : { ...none, original: count }]
  })
  const others = said('others')
    .split(';')
    .map(tidy)
    .filter(name => name !== '')
    .map(name => ({ name, original: 1, certified: 0, copy: 0 }))
  return [...known, ...others]
}

const papersOf = ({ opened: { dossier, procedure } }: Asked): readonly PaperNeed[] =>
  procedure === null ? [] : papersNeeded(procedure, dossier)

const countId = (paper: PaperNeed): string => `paper.${paper.id.replaceAll('-', '')}`
const aField = (field: Pick<Field, 'id' | 'kind' | 'label'> & Partial<Field>): Field => Field.parse(field)
const choicesOf = (words: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))
const orNull = (text: string): string | null => (text === '' ? null : text)
