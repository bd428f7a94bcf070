import type { Card } from '../card/card.ts'
import type { Answers } from '../procedure/answer.ts'
import { ANY_AUTHORISATION } from '../procedure/authorisation.ts'
import { type Known, fill, fillGaps } from '../procedure/fill.ts'
import { fitting } from '../procedure/fitting.ts'
import { fieldsNow } from '../procedure/group.ts'
import type { Procedure } from '../procedure/procedure.ts'
import { carryOver } from './carry.ts'
import type { Applicant, Draft } from './dossier.ts'

/** What is new in a sitting that goes on: who is sat here by which card, under which procedure. */
export type GoingOn = {
  readonly id: Draft['id']
  readonly procedure: Procedure
  readonly applicant: Applicant
  readonly card: Card | null
  readonly proxy: Draft['proxy']
}

/**
 * A draft that takes the place of another: the same matter with the card scanned again or somebody else's, or another
 * procedure for it. Everything that was typed, ticked and agreed stays, other people's cards and the dossier it follows
 * too; what came from a card or from elsewhere is found anew. A mending keeps all that the dossier holds.
 */
export function goOn(draft: Draft, anew: GoingOn, knownOf: (draft: Draft) => Known): Draft {
  const { procedure } = anew
  const next = seated(draft, anew)
  const known = knownOf(next)
  const isSameForm = draft.procedure.code === procedure.code && draft.procedure.edition === procedure.edition
  if (draft.corrects !== null)
    return isSameForm
      ? { ...next, answers: withCards(procedure, known, draft.answers) }
      : {
          ...carryOver({ ...next, answers: fittingAnswers(procedure, draft.answers) }, procedure, known),
          papers: papersStill(procedure, draft),
        }
  const isSamePerson = draft.applicant.number === null || draft.applicant.number === anew.applicant.number
  const papers = isSameForm ? draft.papers : papersStill(procedure, draft)
  return { ...next, papers, answers: (isSamePerson && isSameForm ? fillGaps : fill)(procedure, known, draft.answers) }
}

/** The papers that were ticked and are known to the other procedure too, and what gives a proxy the right. */
const papersStill = ({ papers: known }: Procedure, { papers }: Draft): Draft['papers'] =>
  Object.fromEntries(Object.entries(papers).filter(([ticked]) => ticked === ANY_AUTHORISATION || known.some(({ id }) => id === ticked)))

function seated(draft: Draft, { id, procedure, applicant, card, proxy }: GoingOn): Draft {
  const isSamePerson = draft.applicant.number === applicant.number
  const others = draft.cards.filter(({ number }) => number !== card?.number && (isSamePerson || number !== draft.applicant.number))
  return {
    ...draft,
    id,
    procedure: { code: procedure.code, edition: procedure.edition },
    applicant: { ...applicant, phone: applicant.phone ?? draft.applicant.phone },
    identity: card?.source ?? (isSamePerson ? draft.identity : 'typed'),
    cards: card === null ? others : [card, ...others],
    proxy: proxy ?? draft.proxy,
    readBack: null,
  }
}

/** A received dossier says what its citizen said: only what stands on a card may take the place of that, and only where nobody typed. */
export const withCards = (procedure: Procedure, known: Known, answers: Answers): Answers => ({
  ...answers,
  ...Object.fromEntries(
    Object.entries(fill(procedure, known, answers)).filter(
      ([id, { origin }]) => origin.from === 'card' && answers[id]?.origin.from !== 'typed',
    ),
  ),
})

/** Without the defaults of another form, which are nobody's word, and without choices that this form does not have. */
function fittingAnswers(procedure: Procedure, answers: Answers): Answers {
  const choices = new Map(
    fieldsNow(procedure, answers).flatMap(field => (field.kind === 'choice' || field.kind === 'sex' ? [[field.id, field] as const] : [])),
  )
  const fits = (id: string, value: string): boolean => {
    const choice = choices.get(id)
    return choice === undefined || fitting(choice, value) !== null
  }
  return Object.fromEntries(
    Object.entries(answers).filter(([id, { value, origin }]) => !['rule', 'office'].includes(origin.from) && fits(id, value)),
  )
}
