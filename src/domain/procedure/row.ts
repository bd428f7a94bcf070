/** No form of a counter has a longer table. */
export const MOST_ROWS = 100

/** Under which id a field of the n-th row (from 1) is answered: `members.2.name`. */
export const rowId = (group: string, row: number, field: string): string => `${group}.${row}.${field}`

/** How many rows the answer to “mấy người?” means; none where it is no number. */
export const rowCount = (said: string): number => (/^\d{1,6}$/.test(said) ? Math.min(Number(said), MOST_ROWS) : 0)
