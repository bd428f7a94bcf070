import { tidy } from '#domain/kernel/text.ts'

/** What is kept when the official leaves a text field: tidied, and a name that was typed without any capital gets them. */
export function leftText(kind: 'name' | 'text', typed: string): string {
  const text = tidy(typed)
  return kind === 'name' && text === text.toLocaleLowerCase('vi') ? capitals(text) : text
}

const capitals = (text: string): string =>
  text
    .split(' ')
    .map(word => word.charAt(0).toLocaleUpperCase('vi') + word.slice(1))
    .join(' ')

/** Digits as typed with spaces or dots between them. */
export const leftDigits = (typed: string): string => typed.replace(/[\s.]/g, '')
