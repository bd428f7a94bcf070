/** Vietnamese code pages of slip printers, by what a printer calls them (`ESC t n`); the number at the end where it is not the usual one. */
export const codePageNames = ['tcvn3', 'cp1258', 'cp1258-27', 'cp1258-94'] as const
export type CodePageName = (typeof codePageNames)[number]
