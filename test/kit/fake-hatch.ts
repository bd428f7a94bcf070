import type { CallName, Handlers, Input, Job, Output, Received } from '#contract/calls.ts'
import type { EventName, Events, Status } from '#contract/events.ts'
import { buildCalendar } from '#domain/calendar/calendar.ts'
import { dueAt } from '#domain/calendar/due.ts'
import { readCard } from '#domain/card/card.ts'
import type { Draft } from '#domain/dossier/dossier.ts'
import { type Desk, receive } from '#domain/dossier/receive.ts'
import { DossierCode } from '#domain/dossier/code.ts'
import { DossierId, JobId, OfficialId, uuidv7 } from '#domain/kernel/id.ts'
import { type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { fold } from '#domain/kernel/text.ts'
import { type Instant, Instant as InstantShape, dayOf, readIsoTime } from '#domain/kernel/time.ts'
import { valueIn } from '#domain/procedure/answer.ts'
import { feeOf } from '#domain/procedure/fee.ts'
import { fill } from '#domain/procedure/fill.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { fakeHandover } from './fake-handover.ts'
import { fakePapers } from './fake-papers.ts'
import { fakeChecks, fakeHours, fakeSettings } from './fake-settings.ts'

/** An office that lives in the window, for looking at the screens before there is one. It is not shipped. */
export function fakeOffice(procedures: readonly Procedure[], options: { readonly setUp: boolean; readonly cityUrl: string | null }) {
  const began = readIsoTime('2026-11-23T09:41:00+07:00') ?? InstantShape.parse(0)
  const steady = performance.now()
  const now = (): Instant => InstantShape.parse(Math.round(began + performance.now() - steady))
  const chance = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))
  const id = (): string => uuidv7(now(), chance)
  const officials = (
    [
      ['Nguyễn Thị An', 'reception'],
      ['Trần Văn Bưu', 'postal'],
      ['Lê Thị Giám', 'supervisor'],
    ] as const
  ).map(([name, role]) => ({ id: OfficialId.parse(id()), name, role }))
  const calendar = buildCalendar([{ year: 2026, sure: true, source: 'fake', days: [] }])
  const settings = fakeSettings(options.cityUrl)
  let setUp = options.setUp
  let signedIn: (typeof officials)[number] | null = null
  let paperThere = true
  let status: Status = {
    printer: { ready: true, fault: null, waiting: 0, since: null },
    pages: { ready: true, fault: null, waiting: 0, since: null },
    scanner: { address: 'wedge', connected: true },
    city: { url: options.cityUrl, reached: options.cityUrl === null ? null : now(), pending: 0, since: null, fault: null },
  }
  const drafts = new Map<string, { draft: Draft; kept: Instant }>()
  const received: Received[] = []
  const ears = new EventTarget()
  const tell = <Name extends EventName>(name: Name, what: Events[Name]): void => {
    ears.dispatchEvent(new CustomEvent(name, { detail: what }))
  }
  const change = (patch: Partial<Status>): void => {
    status = { ...status, ...patch }
    tell('status', status)
  }
  const procedureOf = (code: string): Procedure | undefined => procedures.find(one => one.code === code)
  const weigh = (draft: Draft) => {
    const procedure = procedureOf(draft.procedure.code)
    if (procedure === undefined) return refuse(inputFault('catalog.unknown', 'procedure'))
    const { at, sure, skipped } = dueAt(now(), procedure.takes, calendar, fakeHours)
    return ok({
      draft,
      fee: feeOf(procedure.fee, valueIn(draft.answers)),
      due: { at, sure, skipped: skipped.map(({ day, why }) => ({ day, why })) },
    })
  }
  const jobOf = (code: string, form: Job['form'], copy: number): Job => ({
    id: JobId.parse(id()),
    form,
    code,
    copy,
    state: paperThere ? 'sending' : 'waiting',
    fault: paperThere ? null : 'printer.paper-out',
    at: now(),
  })
  const jobs: Job[] = []
  const print = (job: Job): Job => {
    jobs.push(job)
    if (paperThere)
      setTimeout(() => {
        jobs.splice(jobs.indexOf(job), 1)
        tell('status', status)
      }, 900)
    return job
  }

  const handlers: Handlers = {
    'office.hello': async () =>
      ok(
        setUp
          ? { setUp: true, now: now(), office: settings, officials, signedIn, procedures: [...procedures], status }
          : { setUp: false, now: now() },
      ),
    'office.demo': async () => {
      setUp = true
      return ok({})
    },
    'office.setUp': async () => {
      setUp = true
      return ok({})
    },
    'official.signIn': async ({ id, pin }) => {
      const found = officials.find(one => one.id === id)
      if (found === undefined || pin !== '2468') return refuse(inputFault('official.pin', 'pin'))
      signedIn = found
      return ok(found)
    },
    'official.signOut': async () => {
      signedIn = null
      return ok({})
    },
    'card.scan': async ({ text }) => {
      const code = DossierCode.safeParse(text.trim())
      if (code.success) return ok({ kind: 'dossier', code: code.data })
      const read = readCard(text, dayOf(now()))
      return read.ok
        ? ok({
            kind: 'card',
            read: read.value,
            citizen: {
              earlier: [
                {
                  code: '000.00.20.H20-240314-3007',
                  procedure: 'Cấp bản sao trích lục hộ tịch',
                  day: dayOf(readIsoTime('2024-03-14') ?? now()),
                },
              ],
            },
          })
        : read
    },
    'draft.open': async ({ procedure: code, applicant, card }) => {
      const procedure = procedureOf(code)
      if (procedure === undefined) return refuse(inputFault('catalog.unknown', 'procedure'))
      const day = dayOf(readIsoTime('2024-03-14') ?? now())
      const earlier = [
        {
          day,
          answers: {
            place: { value: 'UBND xã Thường Lạc', origin: { from: 'typed' as const } },
            registered: { value: '1990-01-20', origin: { from: 'typed' as const } },
          },
        },
      ]
      const answers = fill(procedure, {
        card: card?.card ?? null,
        earlier: card === null ? [] : earlier,
        office: settings.office,
        today: dayOf(now()),
      })
      const draft: Draft = {
        id: DossierId.parse(id()),
        procedure: { code, edition: procedure.edition },
        applicant,
        identity: card?.card.source ?? 'typed',
        answers,
        papers: {},
        channel: 'direct',
        returnBy: 'counter',
        readBack: null,
        effort: { keys: 0, seconds: 0, wordsByCitizen: 0 },
      }
      return weigh(draft)
    },
    'draft.keep': async ({ draft }) => {
      drafts.set(draft.id, { draft, kept: now() })
      return weigh(draft)
    },
    'draft.list': async () =>
      ok(
        [...drafts.values()].map(({ draft, kept }) => ({
          id: draft.id,
          procedure: draft.procedure.code,
          name: draft.applicant.name,
          kept,
        })),
      ),
    'draft.resume': async ({ id }) => {
      const kept = drafts.get(id)
      return kept === undefined ? refuse(inputFault('draft.unknown')) : weigh(kept.draft)
    },
    'draft.drop': async ({ id }) => {
      drafts.delete(id)
      return ok({})
    },
    'paper.preview': async ({ draft }) => {
      const procedure = procedureOf(draft.procedure.code)
      return procedure === undefined ? refuse(inputFault('catalog.unknown')) : ok(fakePapers(procedure, draft))
    },
    'dossier.finish': async ({ draft }) => {
      const procedure = procedureOf(draft.procedure.code)
      if (procedure === undefined || signedIn === null) return refuse(inputFault('official.nobody'))
      const last = received.at(-1)
      const desk: Desk = {
        now: now(),
        procedure,
        calendar,
        hours: fakeHours,
        office: settings.office,
        agency: settings.agency,
        counter: settings.counter.name,
        official: signedIn,
        range: { first: 3001, last: 3999 },
        last: last === undefined ? null : { day: dayOf(now()), number: 3000 + received.length },
        bookNumber: received.length + 1,
      }
      const dossier = receive(draft, desk)
      if (!dossier.ok) return dossier
      const forms = procedure.declaration === null ? (['receipt', 'mau-01'] as const) : (['receipt', 'declaration', 'mau-01'] as const)
      const done = { dossier: dossier.value, saved: now(), jobs: forms.map(form => print(jobOf(dossier.value.code, form, 1))) }
      received.push(done)
      drafts.delete(draft.id)
      if (!paperThere) change({ printer: { ready: false, fault: 'printer.paper-out', waiting: jobs.length, since: now() } })
      return ok(done)
    },
    'dossier.find': async ({ text }) => {
      const parts = fold(text).split(' ')
      const hits = received
        .map(({ dossier }) => ({
          id: dossier.dossier,
          code: dossier.code,
          name: dossier.applicant.name,
          procedure: dossier.procedure.name,
          state: 'received',
          received: dossier.received,
        }))
        .filter(hit => parts.every(part => fold(`${hit.name} ${hit.code}`).includes(part)))
        .reverse()
      return ok({ hits, ms: 0.4 })
    },
    'dossier.open': async ({ code }) => {
      const found = received.find(({ dossier }) => dossier.code === code)
      return found === undefined ? refuse(inputFault('dossier.unknown')) : ok({ dossier: found.dossier, jobs: found.jobs })
    },
    'paper.reprint': async ({ code, form }) => ok(print(jobOf(code, form, 2))),
    'paper.waiting': async () => ok([...jobs]),
    ...fakeHandover({
      now,
      id,
      office: settings.office.name,
      officials,
      received: () => received.map(({ dossier }) => dossier),
      print: code => void print(jobOf(code, 'handover', 1)),
    }),
    'day.counts': async () => ok({ received: received.length, late: 0 }),
    'doctor.run': async () => ok(fakeChecks(paperThere)),
    'sync.now': async () => ok({ pushed: 3, pulled: 0, pending: 0 }),
  }

  return {
    office: {
      // Copied like through the true hatch, so that nothing is shared by accident.
      call: async <Name extends CallName>(name: Name, input: Input<Name>): Promise<Result<Output<Name>>> => {
        const handler: (input: Input<Name>) => Promise<Result<Output<Name>>> = handlers[name]
        return structuredClone(await handler(structuredClone(input)))
      },
      on: <Name extends EventName>(name: Name, listener: (what: Events[Name]) => void) => {
        const hear = (event: Event): void => {
          if (event instanceof CustomEvent) listener(event.detail)
        }
        ears.addEventListener(name, hear)
        return () => ears.removeEventListener(name, hear)
      },
    },
    /** Told from outside: what the world does. */
    world: {
      scan: (text: string): void => tell('scanned', { text }),
      status: change,
      paper: (there: boolean): void => {
        paperThere = there
      },
    },
  }
}
