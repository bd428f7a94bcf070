import { execFileSync } from 'node:child_process'

/** What a reader copies out of a PDF, in the order it was drawn; line breaks and double spaces are one space. */
export const pdfText = (pdf: Uint8Array): string =>
  execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], { input: pdf, encoding: 'utf8' }).replace(/\s+/g, ' ')

/**
 * The same, block by block as a reader sees them: what stands in one cell of a table is one block, though it was drawn
 * line by line across the columns.
 */
export const pdfBlocks = (pdf: Uint8Array): string =>
  execFileSync('pdftotext', ['-bbox-layout', '-enc', 'UTF-8', '-', '-'], { input: pdf, encoding: 'utf8' })
    .split('<block')
    .map(block => [...block.matchAll(/<word[^>]*>([^<]*)</g)].map(([, word = '']) => word.replaceAll('&amp;', '&')).join(' '))
    .join('\n')
