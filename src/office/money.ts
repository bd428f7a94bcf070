import type { DayMoney, MoneyAsked, MoneyOf, QrPicture } from '#contract/money.ts'
import type { OfficeSettings } from '#contract/settings.ts'
import type { DossierReceived } from '#domain/dossier/dossier.ts'
import { lifeOf } from '#domain/dossier/life.ts'
import type { Said } from '#domain/journal/fact.ts'
import { type Randomness, uuidv7 } from '#domain/kernel/id.ts'
import { type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { type Day, dayOf } from '#domain/kernel/time.ts'
import { balanceOf, methodToRefund } from '#domain/money/balance.ts'
import { type Bank, bankName } from '#domain/money/bank.ts'
import { type Till, claim, collect, noteReceipt, refund, voidPayment } from '#domain/money/collect.ts'
import { type DayClosed, closeDay, sheetOf, sumsOf } from '#domain/money/day.ts'
import { transferNote } from '#domain/money/note.ts'
import { PaymentId } from '#domain/money/payment.ts'
import { vietQr } from '#domain/money/vietqr.ts'
import type { Signer } from '#domain/post/handover.ts'
import type { Clock } from '#machine/clock.ts'
import { qrRuns } from '#paper/page/qr.ts'
import type { PrintJob } from '#storage/jobs.ts'
import type { Store } from '#storage/store.ts'
import { newJob } from './press.ts'

export type MoneyParts = {
  readonly store: Store
  readonly settings: OfficeSettings
  readonly clock: Clock
  readonly randomness: Randomness
  readonly follow: () => void
}

type By = Pick<Signer, 'id' | 'name'>

/** The till of a counter: what dossiers owe and paid, and the money of the day. */
export function openMoney({ store, settings, clock, randomness, follow }: MoneyParts) {
  const { dossiers, payments } = store.read
  const newId = (): PaymentId => PaymentId.parse(uuidv7(clock.now(), randomness))

  const tillOf = (dossier: DossierReceived, by: By): Till => ({
    dossier,
    payments: payments.of(dossier.dossier),
    ended: lifeOf(dossier, dossiers.history(dossier.dossier)).ended,
    sheet: sheetOf(clock.now(), payments.lastClosed()),
    now: clock.now(),
    counter: settings.counter.name,
    official: { id: by.id, name: by.name },
  })

  const stands = (dossier: DossierReceived, by: By): MoneyOf => {
    const till = tillOf(dossier, by)
    const all = till.payments
    const { paid, toPay, toGiveBack, waiting } = balanceOf(dossier.fee, all, till.ended)
    return {
      code: dossier.code,
      fee: dossier.fee,
      paid,
      toPay,
      toGiveBack,
      payments: [...all],
      waiting: [...waiting],
      voidable: all.flatMap(({ payment }) => (voidPayment(payment, '?', till).ok ? [payment] : [])),
      refundBy: methodToRefund(all),
      transfer: toPay === 0 ? null : transferOf(settings.bank, dossier, toPay),
    }
  }

  const withDossier = <T>(code: string, use: (dossier: DossierReceived) => Result<T>): Result<T> => {
    const dossier = dossiers.byCode(code)
    return dossier === null ? refuse(inputFault('dossier.unknown', 'code')) : use(dossier)
  }

  /** Decides on the dossier and its payments as they are inside the commit, and answers with how it stands then. */
  const move = (code: string, by: By, decide: (till: Till) => Result<Said>): Result<MoneyOf> => {
    const done = withDossier(code, dossier =>
      store.commit(by.id, () => {
        const said = decide(tillOf(dossier, by))
        return said.ok ? ok({ said: [said.value], answer: null }) : said
      }),
    )
    if (!done.ok) return done
    follow()
    return withDossier(code, dossier => ok(stands(dossier, by)))
  }

  /** The day whose money is looked at: the one asked for, else the earliest that is still open. */
  const dayMoney = (asked: Day | null): DayMoney => {
    const today = dayOf(clock.now())
    const day = asked ?? earliest(payments.firstOpen(), today)
    const moved = payments.onSheet(day)
    const { methods, items, total, cash } = sumsOf(moved)
    return {
      day,
      now: clock.now(),
      methods: [...methods],
      items: [...items],
      total,
      cash,
      payments: [...moved],
      waiting: [...payments.claims()],
      closed: payments.closedDay(day),
    }
  }

  return {
    of: (code: string, by: By): Result<MoneyOf> => withDossier(code, dossier => ok(stands(dossier, by))),

    claim: (code: string, by: By): Result<MoneyOf> =>
      move(code, by, till => {
        const claimed = claim(newId(), till)
        return claimed.ok ? ok({ kind: 'fee.claimed', version: 1, subject: till.dossier.dossier, body: claimed.value }) : claimed
      }),

    collect: ({ code, payment, vnd, method, receipt }: MoneyAsked['collect'], by: By): Result<MoneyOf> =>
      move(code, by, till => {
        const taking = { payment: payment ?? newId(), confirms: payment !== null, vnd, method, receipt }
        const taken = collect(taking, till)
        return taken.ok ? ok({ kind: 'fee.collected', version: 1, subject: till.dossier.dossier, body: taken.value }) : taken
      }),

    receipt: ({ code, payment, receipt }: MoneyAsked['receipt'], by: By): Result<MoneyOf> =>
      move(code, by, till => {
        const noted = noteReceipt(payment, receipt, till)
        return noted.ok ? ok({ kind: 'fee.receipted', version: 1, subject: till.dossier.dossier, body: noted.value }) : noted
      }),

    refund: ({ code, vnd, method, reason }: MoneyAsked['refund'], by: By): Result<MoneyOf> =>
      move(code, by, till => {
        const given = refund({ payment: newId(), vnd, method, reason }, till)
        return given.ok ? ok({ kind: 'fee.refunded', version: 1, subject: till.dossier.dossier, body: given.value }) : given
      }),

    void: ({ code, payment, reason }: MoneyAsked['void'], by: By): Result<MoneyOf> =>
      move(code, by, till => {
        const gone = voidPayment(payment, reason, till)
        return gone.ok ? ok({ kind: 'fee.voided', version: 1, subject: till.dossier.dossier, body: gone.value }) : gone
      }),

    day: ({ day }: MoneyAsked['day']): Result<DayMoney> => ok(dayMoney(day)),

    /** Closes a day and orders its sheet on paper, in one commit. */
    close: (closing: MoneyAsked['close'], by: By): Result<{ day: DayMoney; job: PrintJob }> => {
      const done = store.commit(by.id, () => {
        const closed = closeDay(closing, {
          payments: payments.onSheet(closing.day),
          waiting: payments.claims(),
          lastClosed: payments.lastClosed(),
          firstOpen: payments.firstOpen(),
          now: clock.now(),
          office: settings.office.name,
          counter: settings.counter,
          official: { id: by.id, name: by.name },
        })
        if (!closed.ok) return closed
        const job = sheetJob(closed.value)
        return ok({ said: [{ kind: 'day.closed', version: 1, subject: closed.value.day, body: closed.value }], jobs: [job], answer: job })
      })
      if (!done.ok) return done
      follow()
      return ok({ day: dayMoney(closing.day), job: done.value })
    },
  }

  function sheetJob({ day, code }: DayClosed): PrintJob {
    return newJob({ subject: day, code, form: 'day-sheet', copy: 1 }, clock.now(), randomness)
  }
}

const earliest = (open: Day | null, today: Day): Day => (open !== null && open < today ? open : today)

/** What a citizen needs to transfer the rest, as words and as a code. */
function transferOf(bank: OfficeSettings['bank'], { code }: DossierReceived, vnd: number): MoneyOf['transfer'] {
  if (bank === null) return null
  const note = transferNote(code)
  return { bank: bankName(bank.bin), account: bank.account, holder: bank.holder, vnd, note, qr: pictureOf(vietQr({ bank, vnd, note })) }
}

/** The code of an account without an amount. */
export const bankCode = (bank: Bank): QrPicture => pictureOf(vietQr({ bank, vnd: null, note: null }))

function pictureOf(text: string): QrPicture {
  const { modules, runs } = qrRuns(text)
  return { modules, runs: [...runs] }
}
