import type { Input } from '#contract/calls.ts'
import type { HomeRow, HomeView } from '#contract/home.ts'
import { DossierCode } from '#domain/dossier/code.ts'
import { homeStanding } from '#domain/home/home-life.ts'
import { HomeEnd, HomeRequest } from '#domain/home/home-visit.ts'
import { type Fault, type Result, inputFault, ok, refuse } from '#domain/kernel/result.ts'
import { tidy } from '#domain/kernel/text.ts'
import { Day } from '#domain/kernel/time.ts'
import { readTime, keptTime } from '#domain/procedure/clock-time.ts'
import { holds } from '#domain/procedure/condition.ts'
import { Field } from '#domain/procedure/procedure.ts'
import type { ScreenWords } from '#words/screen-vi.ts'

export type Typed = Readonly<Record<string, string>>
/** What a form asks, and what already stands in it. */
export type HomeForm = { readonly fields: readonly Field[]; readonly start: Typed }

const aField = (field: Pick<Field, 'id' | 'kind' | 'label'> & Partial<Field>): Field => Field.parse(field)
const choicesOf = (words: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** Who asks to be served at home, and for what. */
export function askForm({ homeField: say, homeChannel, homeMatter, homeWhy, homeHalf }: ScreenWords): HomeForm {
  const what = { in: ['help', 'receive'], field: 'matter.kind' }
  return {
    fields: [
      aField({ id: 'name', kind: 'name', label: say.name, need: true }),
      aField({ id: 'phone', kind: 'phone', label: say.phone, need: true }),
      aField({ id: 'address', kind: 'address', label: say.address, need: true }),
      aField({ id: 'number', kind: 'citizen-number', label: say.number }),
      aField({ id: 'channel', kind: 'choice', label: say.channel, need: true, choices: choicesOf(homeChannel) }),
      aField({ id: 'matter.kind', kind: 'choice', label: say['matter.kind'], need: true, choices: choicesOf(homeMatter) }),
      aField({ id: 'matter.what', kind: 'text', label: say['matter.what'], need: true, when: what }),
      aField({ id: 'matter.code', kind: 'text', label: say['matter.code'], need: true, when: { field: 'matter.kind', is: 'return' } }),
      aField({ id: 'wish.day', kind: 'date', label: say['wish.day'], need: true }),
      aField({ id: 'wish.half', kind: 'choice', label: say['wish.half'], need: true, choices: choicesOf(homeHalf) }),
      aField({ id: 'why', kind: 'choice', label: say.why, need: true, choices: choicesOf(homeWhy) }),
      aField({ id: 'note', kind: 'text', label: say.note }),
    ],
    start: { channel: 'phone', 'matter.kind': 'help', 'wish.half': 'morning', why: 'elder' },
  }
}

export function readAsk(typed: Typed, form: HomeForm): Result<HomeRequest> {
  const said = saidIn(typed)
  const faults = [...missingIn(typed, form), ...wrongDay(said('wish.day'), 'wish.day')]
  if (faults.length > 0) return refuse(...faults)
  const kind = said('matter.kind')
  const code = DossierCode.safeParse(said('matter.code').toUpperCase())
  if (kind === 'return' && !code.success) return refuse(inputFault('dossier.unknown', 'matter.code'))
  const number = said('number')
  if (number !== '' && !/^\d{12}$|^\d{9}$/.test(number)) {
    return refuse(inputFault('field.number.citizen', 'number', { length: number.length }))
  }
  const request = HomeRequest.safeParse({
    name: said('name'),
    phone: said('phone'),
    address: said('address'),
    number: number === '' ? null : number,
    channel: said('channel'),
    matter: kind === 'return' ? { kind, code: code.data } : { kind, what: said('matter.what') },
    wish: { day: said('wish.day'), half: said('wish.half') },
    why: said('why'),
    note: said('note'),
  })
  return request.success
    ? ok(request.data)
    : refuse(...request.error.issues.map(issue => inputFault('field.invalid', issue.path.join('.'))))
}

/** When somebody goes, and who. */
export function planForm({ visit }: HomeRow, { officials }: HomeView, me: string, { homeField: say }: ScreenWords): HomeForm {
  const { day, half } = homeStanding(visit)
  return {
    fields: [
      aField({ id: 'day', kind: 'date', label: say.day, need: true }),
      aField({ id: 'slot', kind: 'time', label: say.slot, need: true }),
      aField({
        id: 'official',
        kind: 'choice',
        label: say.official,
        need: true,
        choices: officials.map(({ id, name }) => ({ value: id, label: name })),
      }),
    ],
    start: {
      day,
      slot: visit.plan?.slot ?? (half === 'morning' ? '08:00' : '14:00'),
      official: visit.plan?.official.id ?? (officials.some(({ id }) => id === me) ? me : (officials[0]?.id ?? '')),
    },
  }
}

export function readPlan(typed: Typed, form: HomeForm, view: HomeView): Result<Omit<Input<'home.plan'>, 'visit'>> {
  const said = saidIn(typed)
  const faults = [...missingIn(typed, form), ...wrongDay(said('day'), 'day')]
  if (faults.length > 0) return refuse(...faults)
  if (readTime(said('slot')) === null) return refuse(inputFault('field.time.impossible', 'slot'))
  const day = Day.safeParse(said('day'))
  const official = view.officials.find(({ id }) => id === said('official'))
  if (!day.success || official === undefined) return refuse(inputFault('official.unknown', 'official'))
  return ok({ day: day.data, slot: keptTime(said('slot')), official: official.id })
}

/** How it ended; one that nobody planned can only be put off or cancelled. */
export function endForm({ visit, handing }: HomeRow, words: ScreenWords): HomeForm {
  const { homeField: say, homeEnd, stepField } = words
  const isPlanned = homeStanding(visit).state === 'planned'
  const ways = isPlanned ? homeEnd : { later: homeEnd.later, cancelled: homeEnd.cancelled }
  const when = (...how: readonly string[]) => ({ field: 'how', in: [...how] })
  return {
    fields: [
      aField({ id: 'how', kind: 'choice', label: say.how, need: true, choices: choicesOf(ways) }),
      ...(handing === null ? [] : givenFields(handing, words)),
      aField({ id: 'note', kind: 'text', label: say.done, when: when('done') }),
      aField({ id: 'again', kind: 'date', label: say.again, need: true, when: when('absent', 'later') }),
      aField({ id: 'reason', kind: 'text', label: stepField.reason, need: true, when: when('later', 'cancelled') }),
    ],
    start: {
      how: isPlanned ? 'done' : '',
      right: 'owner',
      originals: 'yes',
      'to.name': handing?.owner.name ?? '',
      'to.number': handing?.owner.number ?? '',
    },
  }
}

function givenFields({ proxy, originals }: NonNullable<HomeRow['handing']>, words: ScreenWords): readonly Field[] {
  const { stepField: say } = words
  const { authorised, representative, owner } = words.right
  const rights = proxy ? { owner, authorised, representative } : { owner, representative }
  const done = { field: 'how', is: 'done' }
  return [
    aField({ id: 'right', kind: 'choice', label: say.right, need: true, choices: choicesOf(rights), when: done }),
    aField({ id: 'to.name', kind: 'name', label: say.name, need: true, when: done }),
    aField({ id: 'to.number', kind: 'citizen-number', label: say.number, when: done }),
    aField({ id: 'to.paper', kind: 'text', label: say.paper, need: true, when: { all: [done, { not: { field: 'right', is: 'owner' } }] } }),
    ...(originals.length === 0
      ? []
      : [
          aField({
            id: 'originals',
            kind: 'choice',
            label: say.originals.replace('{papers}', originals.join('; ')),
            need: true,
            choices: choicesOf(words.yesNo),
            when: done,
          }),
        ]),
    aField({ id: 'satisfied', kind: 'choice', label: say.satisfied, choices: choicesOf(words.satisfied), when: done }),
  ]
}

export function readEnd(typed: Typed, form: HomeForm, { handing }: HomeRow): Result<HomeEnd> {
  const said = saidIn(typed)
  const how = said('how')
  const faults = [...missingIn(typed, form), ...(how === 'absent' || how === 'later' ? wrongDay(said('again'), 'again') : [])]
  if (faults.length > 0) return refuse(...faults)
  const right = said('right')
  const to = { right, name: said('to.name'), number: orNull(said('to.number')), paper: right === 'owner' ? null : orNull(said('to.paper')) }
  const given = handing === null ? null : { to, originals: said('originals') !== 'no', satisfied: orNull(said('satisfied')) }
  const bodies: Readonly<Record<string, unknown>> = {
    done: { kind: 'done', note: said('note'), given },
    absent: { kind: 'absent', again: said('again') },
    later: { kind: 'later', again: said('again'), reason: said('reason') },
    cancelled: { kind: 'cancelled', reason: said('reason') },
  }
  const end = HomeEnd.safeParse(bodies[how])
  return end.success ? ok(end.data) : refuse(...end.error.issues.map(issue => inputFault('field.invalid', issue.path.at(-1)?.toString())))
}

/** The fields that are asked, as the form stands. */
export const askedNow = ({ fields }: HomeForm, typed: Typed): readonly Field[] =>
  fields.filter(field => holds(field.when, id => typed[id] ?? ''))

const missingIn = (typed: Typed, form: HomeForm): readonly Fault[] =>
  askedNow(form, typed)
    .filter(field => field.need && tidy(typed[field.id] ?? '') === '')
    .map(field => inputFault('field.missing', field.id))

const wrongDay = (value: string, field: string): readonly Fault[] =>
  value === '' || Day.safeParse(value).success ? [] : [inputFault('field.date.impossible', field)]

const saidIn =
  (typed: Typed) =>
  (field: string): string =>
    tidy(typed[field] ?? '')

const orNull = (text: string): string | null => (text === '' ? null : text)
