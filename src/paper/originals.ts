import type { Originals } from '#domain/dossier/move.ts'
import { paperWords } from '#words/paper.ts'
import { put } from '#words/say.ts'

const words = paperWords.originals

/** Which originals, each with its number. */
export const originalsText = ({ papers }: Originals): string =>
  papers.map(({ name, count }) => put(words.paper, { name, count: String(count).padStart(2, '0') })).join('; ')

/** The same as a sentence to the citizen: that they were given back, or will be; `''` where none were handed in. */
export const originalsSentence = (originals: Originals | null): string =>
  originals === null ? '' : put(originals.given ? words.given : words.later, { papers: originalsText(originals) })
