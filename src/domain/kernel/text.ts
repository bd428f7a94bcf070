/**
 * Vietnamese text as it is stored: NFC, the vowel's own mark before its tone, no invisible characters, single spaces.
 * NFC alone does not reorder two marks of the same class, so `e` + acute + circumflex would stay apart from `ế`.
 */
export const tidy = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u200B-\u200D\uFEFF\u00AD]/g, '')
    .replace(/([\u0300\u0301\u0303\u0309\u0323]+)([\u0302\u0306\u031B]+)/g, '$2$1')
    .normalize('NFC')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()

/** Folded for searching and comparing: lower case, no marks, `đ` as `d`, no apostrophes or hyphens. Index and query both use it. */
export const fold = (text: string): string =>
  tidy(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đð]/g, 'd')
    .replace(/['’ʼ`´-]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

export const upper = (text: string): string => text.toLocaleUpperCase('vi')
