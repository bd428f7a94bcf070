import { execFileSync } from 'node:child_process'

/** What a reader copies out of a PDF, in the order it was drawn; line breaks and double spaces are one space. */
export const pdfText = (pdf: Uint8Array): string =>
  execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], { input: pdf, encoding: 'utf8' }).replace(/\s+/g, ' ')
