import { fieldsOf, holds } from './condition.ts'
import type { PaperNeed } from './procedure.ts'

/** Under this name conditions ask whether somebody hands in for the citizen. Some forms have a field of this name; the sitting knows. */
export const PROXY = 'proxy'

/** The paper that gives the right where the procedure names none of its own. */
export const ANY_AUTHORISATION = 'proxy-authorisation'

/**
 * The papers wanted under these answers. Whoever hands in for another shows what gives the right to (Bộ luật Dân sự 2015
 * Điều 138): the procedure's own authorisation where it names one, else any. `by`: that paper, as it was named; `null`
 * where the citizen came.
 */
export function papersUnder(papers: readonly PaperNeed[], valueOf: (field: string) => string, by: string | null): readonly PaperNeed[] {
  const seen = (field: string): string => (by !== null && field === PROXY ? 'yes' : valueOf(field))
  const wanted = papers.filter(paper => holds(paper.when, seen) || (by !== null && isOfProxy(paper)))
  return by === null || wanted.some(isOfProxy) ? wanted : [...wanted, anyAuthorisation(by.trim())]
}

/** A household may authorise one of its own to act: that paper is needed whoever hands in. */
const isOfProxy = ({ id, when }: PaperNeed): boolean =>
  id === 'authorisation' && fieldsOf(when).some(field => field === PROXY || field === 'relation')

const anyAuthorisation = (named: string): PaperNeed => ({
  id: ANY_AUTHORISATION,
  name: named === '' ? 'Văn bản ủy quyền' : `Văn bản ủy quyền: ${named}`,
  need: 'original',
  must: true,
})
