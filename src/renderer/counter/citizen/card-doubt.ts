import type { ReadCard } from '#domain/card/card.ts'

/** Repairs that changed letters. Stripping a prefix or composing marks changes nothing that one could read. */
const lettersChanged = new Set(['digit-layout', 'entities', 'percent', 'mojibake', 'byte-numbers', 'caps', 'ocr'])

/** Whether what stands on the screen is not letter for letter what the scanner sent. */
export const isMended = ({ repairs }: Pick<ReadCard, 'repairs'>): boolean => repairs.some(repair => lettersChanged.has(repair))

/** The parts of a card that want the citizen's word before they are sure: those warned of, and letters that were mended. */
export const shakyParts = (read: Pick<ReadCard, 'repairs' | 'warnings'> | null): readonly string[] =>
  read === null ? [] : [...read.warnings.map(({ field }) => field), ...(isMended(read) ? ['name', 'address'] : [])]
