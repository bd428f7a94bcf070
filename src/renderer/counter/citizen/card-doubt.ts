import type { ReadCard } from '#domain/card/card.ts'

/** Repairs that changed letters. Stripping a prefix or composing marks changes nothing that one could read. */
const lettersChanged = new Set(['digit-layout', 'entities', 'percent', 'mojibake', 'byte-numbers', 'caps', 'ocr'])

/** Whether what stands on the screen is not letter for letter what the scanner sent. */
export const isMended = ({ repairs }: Pick<ReadCard, 'repairs'>): boolean => repairs.some(repair => lettersChanged.has(repair))

/** Whether what comes from this card wants the citizen's word before it is sure. */
export const isShaky = (read: Pick<ReadCard, 'repairs' | 'warnings' | 'partial'> | null): boolean =>
  read !== null && (read.partial || read.warnings.length > 0 || isMended(read))
