/** `7:30`, `7h30` and `0730` are 07:30; what is no time of day stays as typed, for the check to name. */
export function clock(typed: string): string {
  const [, hours, minutes] = /^(\d{1,2})\s*[:hg.]\s*(\d{2})$/i.exec(typed.trim()) ?? /^(\d{2})(\d{2})$/.exec(typed.trim()) ?? []
  return hours === undefined || minutes === undefined ? typed.trim() : `${hours.padStart(2, '0')}:${minutes}`
}
