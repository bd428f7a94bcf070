import fc from 'fast-check'
import type { DossierReceived } from '#domain/dossier/dossier.ts'
import { OfficialId } from '#domain/kernel/id.ts'
import { Day, Instant } from '#domain/kernel/time.ts'
import { type Till } from '#domain/money/collect.ts'
import { type Payment, PaymentId } from '#domain/money/payment.ts'
import { Fee } from '#domain/procedure/fee.ts'
import { aDossier, anId } from './dossier.ts'

export const aPaymentId = (): PaymentId => PaymentId.parse(anId())

/** A fee with one line for each amount. */
export const aFee = (...amounts: readonly number[]): Fee =>
  Fee.parse({
    lines: amounts.map((vnd, index) => ({
      id: `item-${index}`,
      name: `Khoản ${index}`,
      kind: index % 2 === 0 ? 'phi' : 'le-phi',
      quantity: 1,
      vnd,
      law: 'TT 226/2016/TT-BTC',
      exempt: null,
    })),
    total: amounts.reduce((sum, vnd) => sum + vnd, 0),
  })

export const aDossierWith = (fee: Fee, code?: string): DossierReceived => ({ ...aDossier(code === undefined ? {} : { code }), fee })

/** What an official at an open till knows; 2026-11-23 16:00 in Việt Nam. */
export const aTill = (fee: Fee, payments: readonly Payment[] = [], more: Partial<Till> = {}): Till => ({
  dossier: aDossierWith(fee),
  payments,
  ended: null,
  sheet: Day.parse('2026-11-23'),
  now: Instant.parse(Date.parse('2026-11-23T16:00:00+07:00')),
  counter: 'Quầy 3',
  official: { id: OfficialId.parse(anId()), name: 'Nguyễn Thị An' },
  ...more,
})

/** Amounts as fees have them, and odd ones. */
export const amounts = fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 5 })
