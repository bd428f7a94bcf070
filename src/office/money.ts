import type { DayMoney, MoneyAsked, MoneyOf } from '#contract/money.ts'
import type { OfficeSettings } from '#contract/settings.ts'
import type { DossierReceived } from '#domain/dossier/dossier.ts'
import type { Said } from '#domain/journal/fact.ts'
import { type Randomness, uuidv7 } from '#domain/kernel/id.ts'
import { type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { type Day, dayOf } from '#domain/kernel/time.ts'
import { balanceOf } from '#domain/money/balance.ts'
import { bankName } from '#domain/money/bank.ts'
import { type Till, claim, collect, noteReceipt, refund } from '#domain/money/collect.ts'
import { type DayClosed, closeDay, sheetOf, sumsOf } from '#domain/money/day.ts'
import { transferNote } from '#domain/money/note.ts'
import { type Claim, PaymentId } from '#domain/money/payment.ts'
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

  const stands = (dossier: DossierReceived): MoneyOf => {
    const all = payments.of(dossier.dossier)
    const { paid, toPay, toGiveBack, waiting } = balanceOf(dossier.fee, all)
    return {
      code: dossier.code,
      fee: dossier.fee,
      paid,
      toPay,
      toGiveBack,
      payments: [...all],
      waiting: [...waiting],
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
        const said = decide({
          dossier,
          payments: payments.of(dossier.dossier),
          sheet: sheetOf(clock.now(), payments.lastClosed()),
          now: clock.now(),
          counter: settings.counter.name,
          official: { id: by.id, name: by.name },
        })
        return said.ok ? ok({ said: [said.value], answer: null }) : said
      }),
    )
    if (!done.ok) return done
    follow()
    return withDossier(code, dossier => ok(stands(dossier)))
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
      waiting: [...waitingNow()],
      closed: payments.closedDay(day),
    }
  }

  /** A claim on a dossier that was paid otherwise is waited for no longer. */
  const waitingNow = (): readonly Claim[] =>
    payments.claims().filter(one => {
      const dossier = dossiers.byId(one.dossier)
      return dossier !== null && balanceOf(dossier.fee, payments.of(one.dossier)).toPay > 0
    })

  return {
    of: (code: string): Result<MoneyOf> => withDossier(code, dossier => ok(stands(dossier))),

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

    day: ({ day }: MoneyAsked['day']): Result<DayMoney> => ok(dayMoney(day)),

    /** Closes a day and orders its sheet on paper, in one commit. */
    close: (closing: MoneyAsked['close'], by: By): Result<{ day: DayMoney; job: PrintJob }> => {
      const done = store.commit(by.id, () => {
        const closed = closeDay(closing, {
          payments: payments.onSheet(closing.day),
          waiting: waitingNow(),
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
  const { modules, runs } = qrRuns(vietQr({ bank, vnd, note }))
  return { bank: bankName(bank.bin), account: bank.account, holder: bank.holder, vnd, note, qr: { modules, runs: [...runs] } }
}
