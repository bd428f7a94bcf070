import type { CallName, Handlers, Output } from '#contract/calls.ts'
import { type Result, failureFault, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { dayOf } from '#domain/kernel/time.ts'
import type { Signer } from '#domain/post/handover.ts'
import type { Desk } from './desk.ts'
import { examine } from './doctor.ts'
import { testPrinters } from './examine-printer.ts'
import { bankCode } from './money.ts'
import { mayLead } from './people.ts'
import { openArchive } from './archive.ts'

type DeskCall = Exclude<CallName, 'office.hello' | 'hall.hello' | 'office.demo' | 'office.setUp' | 'settings.open' | 'settings.keep'>

/** Every call of a counter that is set up. `desk` refuses while it is not. */
export function deskHandlers(desk: () => Result<Desk>): Pick<Handlers, DeskCall> {
  const at = async <T>(use: (counter: Desk) => Result<T> | Promise<Result<T>>): Promise<Result<T>> => {
    const counter = desk()
    return counter.ok ? use(counter.value) : counter
  }
  /** What only somebody who signed in may do. */
  const signed = <T>(use: (counter: Desk, official: Signer) => Result<T> | Promise<Result<T>>): Promise<Result<T>> =>
    at(counter => {
      const official = counter.signedIn()
      return official === null ? refuse(inputFault('official.nobody')) : use(counter, official)
    })

  /** What decides for the whole office: who leads it, or at a counter that has nobody who does, whoever signed in. */
  const led = <T>(use: (counter: Desk, official: Signer) => Result<T> | Promise<Result<T>>): Promise<Result<T>> =>
    signed((counter, official) => (mayLead(official, counter.people.all()) ? use(counter, official) : refuse(inputFault('queue.role'))))

  return {
    'settings.bankCode': ({ bank }) => signed(() => ok(bankCode(bank))),
    'official.signIn': ({ id, pin }) =>
      at(async counter => {
        const signer = await counter.people.prove(id, pin, 'pin')
        if (signer.ok) counter.sign(signer.value)
        return signer
      }),
    'official.signOut': () =>
      at(counter => {
        counter.sign(null)
        return ok({})
      }),
    'card.scan': ({ text }) => at(counter => counter.intake.scan(text)),
    'draft.open': input =>
      signed((counter, official) => {
        counter.glance()
        return counter.intake.open(input, { id: official.id, name: official.name })
      }),
    'draft.card': ({ draft, card }) => signed(counter => counter.intake.card(draft, card.card)),
    'draft.keep': ({ draft }) => signed(counter => counter.intake.keep(draft)),
    'draft.list': () =>
      signed(counter =>
        ok(
          counter.store.read.drafts
            .all()
            .map(({ draft, kept }) => ({ id: draft.id, procedure: draft.procedure.code, name: draft.applicant.name, kept })),
        ),
      ),
    'draft.resume': ({ id }) => signed(counter => counter.intake.resume(id)),
    'draft.drop': ({ id }) =>
      signed(counter => {
        counter.store.read.drafts.drop(id)
        return ok({})
      }),
    'paper.preview': ({ draft }) =>
      signed((counter, official) => {
        const dossier = counter.intake.foresee(draft, official)
        return dossier.ok ? counter.papers.preview(dossier.value) : dossier
      }),
    'paper.of': ({ code }) =>
      signed(counter => {
        const dossier = counter.store.read.dossiers.byCode(code)
        return dossier === null ? refuse(inputFault('dossier.unknown', 'code')) : counter.papers.preview(dossier)
      }),
    'dossier.finish': ({ draft }) => signed((counter, official) => counter.intake.finish(draft, official)),
    'visit.turnAway': ({ draft, turning }) => signed((counter, official) => counter.turningAway.turnAway(draft, turning, official)),
    'visit.foresee': ({ draft, turning }) => signed((counter, official) => counter.turningAway.foresee(draft, turning, official)),
    'visit.before': ({ draft }) => signed(counter => ok(counter.turningAway.before(draft))),
    'dossier.find': ({ text }) => signed(counter => openArchive(counter).find(text)),
    'dossier.open': ({ code }) => signed((counter, official) => counter.life.open(code, official)),
    'dossier.step': ({ code, step }) => signed((counter, official) => counter.life.step(code, step, official)),
    'dossier.correct': ({ code, reason }) => signed(counter => counter.intake.correct(code, reason)),
    'paper.reprint': ({ code, form }) => signed((counter, official) => openArchive(counter).reprint(code, form, official)),
    'paper.waiting': () => signed(counter => ok([...counter.store.read.jobs.open()])),
    'handover.open': ({ direction, partner }) => signed((counter, official) => counter.handover.open(direction, partner, official)),
    'handover.correct': ({ handover }) => signed((counter, official) => counter.handover.correct(handover, official)),
    'handover.list': () => signed(counter => ok([...counter.handover.newest()])),
    'handover.look': ({ handover }) => signed(counter => counter.handover.look(handover)),
    'handover.scan': input => signed((counter, official) => counter.handover.scan(input, official)),
    'handover.bring': input => signed((counter, official) => counter.handover.bring(input, official)),
    'handover.describe': input => signed((counter, official) => counter.handover.describe(input, official)),
    'handover.remove': input => signed((counter, official) => counter.handover.remove(input, official)),
    'handover.sign': input =>
      at(async counter => {
        const official = await counter.people.prove(input.official.id, input.official.pin, 'official.pin')
        if (!official.ok) return official
        const clerk = await counter.people.prove(input.clerk.id, input.clerk.pin, 'clerk.pin')
        if (!clerk.ok) return clerk
        return counter.handover.sign(input.handover, { official: official.value, clerk: clerk.value }, input.paidIn ?? [])
      }),
    'handover.receive': ({ handover, dossier }) =>
      signed((counter, { id, name }) => {
        const list = counter.handover.look(handover)
        if (!list.ok) return list
        const item = list.value.items.find(one => one.dossier === dossier)
        const brought = item?.brought ?? null
        if (item === undefined || brought === null) return refuse(inputFault('parcel.unknown'))
        return counter.intake.openBrought({ ...item, brought }, list.value, { id, name })
      }),
    'post.parcels': () => signed(counter => ok([...counter.post.parcels()])),
    'post.move': input => signed((counter, official) => counter.post.move(input, official)),
    'post.look': input => signed(counter => counter.postFile.look(input)),
    'post.take': input => signed((counter, official) => counter.postFile.take(input, official)),
    'post.count': input => signed(counter => ok(counter.post.count(input))),
    'post.day': input => signed(counter => ok(counter.post.day(input))),
    'post.close': input => signed((counter, official) => counter.post.close(input, official)),
    'money.of': ({ code }) => signed((counter, official) => counter.money.of(code, official)),
    'money.claim': ({ code }) => signed((counter, official) => counter.money.claim(code, official)),
    'money.collect': input =>
      signed((counter, official) => {
        const collected = counter.money.collect(input, official)
        // The money is written down whatever the drawer does: a printer that cannot open it says so in the status line.
        if (collected.ok && input.method === 'cash' && counter.settings.drawer) void counter.printers.openDrawer()
        return collected
      }),
    'money.receipt': input => signed((counter, official) => counter.money.receipt(input, official)),
    'money.refund': input => signed((counter, official) => counter.money.refund(input, official)),
    'money.void': input => signed((counter, official) => counter.money.void(input, official)),
    'money.day': input => signed(counter => counter.money.day(input)),
    'money.close': input => signed((counter, official) => counter.money.close(input, official)),
    'book.count': ({ first, last }) => signed(counter => ok({ count: counter.book.count(first, last) })),
    'book.print': ({ first, last }) => signed((counter, official) => counter.book.print(first, last, official)),
    'book.save': ({ first, last }) => signed(counter => counter.book.save(first, last)),
    'place.find': ({ text }) => signed(counter => counter.places.find(text)),
    'place.renew': ({ text }) => signed(counter => counter.places.renew(text)),
    'queue.view': () => at(counter => ok(counter.hall.view())),
    // The greeter may give out tickets with nobody signed in.
    'queue.take': wish => at(counter => counter.hall.take(wish, counter.signedIn()?.id ?? null)),
    'queue.next': input => signed((counter, official) => counter.hall.next(input, official.id)),
    'queue.act': input => signed((counter, official) => counter.hall.act(input, official.id)),
    'queue.takes': input => signed((counter, official) => counter.hall.takes(input, official.id)),
    'queue.endDay': input => led((counter, official) => counter.hall.endDay(input, official.id)),
    'queue.figures': input => signed((counter, official) => counter.hall.figures(input, official.id)),
    'hall.pairing': () => signed(counter => ok(counter.hall.pairing())),
    'hall.newCode': () =>
      led(async counter => {
        await counter.hall.newCode()
        return ok(counter.hall.pairing())
      }),
    'hall.pair': input =>
      led(async counter => {
        const paired = await counter.hall.pair(input)
        return paired.ok ? ok(counter.hall.pairing()) : paired
      }),
    'hall.lead': () => led((counter, official) => counter.hall.lead(official.id)),
    'hall.open': ({ window }) => signed(counter => (counter.openWindow(window) ? ok({}) : refuse(failureFault('hall.screen')))),
    'hall.clip': ({ pack, clip }) => at(counter => ok({ bytes: counter.voices.clip(pack, clip) })),
    'hall.silent': ({ silent }) =>
      at(counter => {
        counter.hall.silent(silent)
        return ok({})
      }),
    'hall.take': wish => at(counter => counter.hall.take(wish, null)),
    'home.view': ({ day }) => signed(counter => ok(counter.home.view(day))),
    'home.ask': ({ request }) => signed((counter, official) => counter.home.ask(request, official)),
    'home.import': ({ text }) => signed((counter, official) => counter.home.importTable(text, official)),
    'home.plan': input => signed((counter, official) => counter.home.plan(input, official)),
    'home.move': ({ visit, by }) => signed((counter, official) => counter.home.move(visit, by, official)),
    'home.remind': ({ visit }) => signed((counter, official) => counter.home.remind(visit, official)),
    'home.end': ({ visit, end }) => signed((counter, official) => counter.home.end(visit, end, official)),
    'home.settle': ({ visit, ending }) => signed((counter, official) => counter.home.settle(visit, ending, official)),
    'home.print': ({ day, official: goes }) => signed((counter, official) => counter.home.print(day, goes, official)),
    'home.carry': ({ day, official: goes }) => signed((counter, official) => counter.home.carry(day, goes, official)),
    'home.open': ({ sealed }) => signed((counter, official) => counter.home.open(sealed, official)),
    'home.outcome': ({ day, official: goes }) => signed(counter => counter.home.outcome(day, goes)),
    'home.join': ({ sealed }) => signed((counter, official) => counter.home.join(sealed, official)),
    'day.counts': () => at(counter => ok(countsOf(counter))),
    'doctor.run': () => at(async counter => ok([...(await examine(counter))])),
    'printer.test': () => signed(async counter => ok([...(await testPrinters(counter))])),
    'sync.now': () =>
      at(async counter => {
        const pushed = await counter.sync()?.pushNow()
        if (pushed === undefined) return refuse(inputFault('city.none'))
        return pushed.ok ? ok({ ...pushed.value, pulled: 0 }) : pushed
      }),
  }
}

/** Today's counts for the edge of the screen. */
function countsOf(counter: Desk): Output<'day.counts'> {
  const today = dayOf(counter.clock.now())
  return {
    received: counter.store.read.dossiers.countOn(today),
    late: counter.store.read.dossiers.lateBefore(counter.clock.now()),
  }
}
