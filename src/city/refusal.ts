import type { Refused, RefusalCode } from '#contract/routes.ts'

/** Why a request is refused, with the status it is answered with. */
export type Refusal = { readonly status: number; readonly error: Refused['error'] & { readonly code: RefusalCode } }

const statuses: Readonly<Record<RefusalCode, number>> = {
  'journal.forked': 409,
  'journal.gap': 409,
  'journal.broken': 422,
  'journal.unreadable': 422,
  'request.oversize': 413,
  'request.encoding': 415,
  'request.invalid': 422,
  'request.unknown': 404,
  'city.store': 503,
  'city.broken': 500,
}

export type Verdict<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export const grant = <T>(value: T): Verdict<T> => ({ ok: true, value })

/** A refusal as a value: its code, and what names the spot. */
export const deny = (code: RefusalCode, more: Omit<Refused['error'], 'code'> = {}): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { status: statuses[code], error: { ...more, code } },
})
