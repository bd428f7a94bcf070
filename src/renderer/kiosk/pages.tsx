import type { HallHello } from '#contract/hall-window.ts'
import type { Hall } from '#contract/queue.ts'
import { type Instant, dayOf } from '#domain/kernel/time.ts'
import { Priority } from '#domain/queue/ticket.ts'
import { put } from '#words/say.ts'
import { clockTime } from '../parts/say-figures.ts'
import { usePatientKeys } from '../parts/use-patient-keys.ts'
import { type Choice, Choices, Question, Sides, type Side, choiceKeys } from './choices.tsx'
import type { KioskWords } from './use-kiosk-words.ts'
import { type Said, type Visit, appointmentTimes, timesAround, turned } from './visit.ts'

export type PageProps = {
  readonly visit: Visit
  readonly say: (said: Said) => void
  readonly words: KioskWords
  readonly services: Hall['services']
}

const keysOf = (choices: readonly Choice[], back: Side | null, sides: readonly Side[]): Readonly<Record<string, () => void>> => ({
  ...choiceKeys(choices),
  ...Object.fromEntries(sides.map(({ shortcut, act }) => [shortcut, act])),
  ...(back === null ? {} : { [back.shortcut]: back.act, Escape: back.act, Backspace: back.act }),
})

/** What do you come for? */
export function ServicesPage({ visit, say, words, services }: PageProps) {
  const { kiosk } = words
  const { shown, turns } = turned(services, visit.turn)
  const choices: readonly Choice[] = [
    ...shown.map(service => ({
      id: service.id,
      mark: service.letter,
      name: words.nameOf(service),
      note: visit.services.includes(service.id) ? `✔ ${kiosk.chosen}` : waitNote(service, words),
      chosen: visit.services.includes(service.id),
      act: () => say({ kind: 'service', service: service.id }),
    })),
    ...moreChoice(visit, turns, say, words),
  ]
  const begun = visit.services.length > 0 || visit.appointment !== null
  const back: Side | null = begun
    ? { name: kiosk.back, shortcut: '0', act: () => say({ kind: visit.services.length > 0 ? 'back' : 'again' }) }
    : null
  const sides: readonly Side[] = [
    { name: kiosk.byMatter, shortcut: '7', act: () => say({ kind: 'matters' }) },
    ...(begun ? [] : [{ name: kiosk.appointment, shortcut: '8', act: () => say({ kind: 'times' }) }]),
  ]
  usePatientKeys(keysOf(choices, back, sides), true)
  return (
    <>
      <Question how={visit.appointment === null ? kiosk.startHow : put(kiosk.appointedAt, { time: clockTime(visit.appointment) })}>
        {visit.services.length > 0 ? kiosk.add : kiosk.start}
      </Question>
      <Choices choices={choices} label={kiosk.start} />
      <Sides back={back} sides={sides} />
    </>
  )
}

/** Which matter, by its name, where one does not know the service. */
export function MattersPage({
  visit,
  say,
  words,
  services,
  matters,
}: PageProps & { readonly matters: Extract<HallHello, { setUp: true }>['matters'] }) {
  const { kiosk } = words
  const { shown, turns } = turned(matters, visit.turn)
  const choices: readonly Choice[] = [
    ...shown.map(({ name, service }) => ({
      id: name,
      mark: services.find(({ id }) => id === service)?.letter ?? '',
      name,
      act: () => say({ kind: 'service', service }),
    })),
    ...moreChoice(visit, turns, say, words),
  ]
  const back: Side = { name: kiosk.back, shortcut: '0', act: () => say({ kind: 'back' }) }
  usePatientKeys(keysOf(choices, back, []), true)
  return (
    <>
      <Question>{kiosk.matters}</Question>
      <Choices choices={choices} label={kiosk.matters} />
      <Sides back={back} sides={[]} />
    </>
  )
}

/** When were you asked to come? */
export function TimesPage({
  visit,
  say,
  words,
  hours,
  now,
}: Omit<PageProps, 'services'> & { readonly hours: Extract<HallHello, { setUp: true }>['hours']; readonly now: Instant }) {
  const { kiosk } = words
  const { shown, earlier, later } = timesAround(appointmentTimes(hours, dayOf(now)), now, visit.turn)
  const choices: readonly Choice[] = shown.map(at => ({
    id: String(at),
    name: clockTime(at),
    tone: 'figure',
    act: () => say({ kind: 'time', at }),
  }))
  const back: Side = { name: kiosk.back, shortcut: '0', act: () => say({ kind: 'back' }) }
  const sides: readonly Side[] = [
    ...(earlier ? [{ name: kiosk.earlier, shortcut: '7', act: () => say({ kind: 'turn', turn: visit.turn - 1 }) }] : []),
    ...(later ? [{ name: kiosk.later, shortcut: '8', act: () => say({ kind: 'turn', turn: visit.turn + 1 }) }] : []),
  ]
  usePatientKeys(keysOf(choices, back, sides), true)
  return (
    <>
      <Question>{kiosk.when}</Question>
      <Choices choices={choices} label={kiosk.when} />
      <Sides back={back} sides={sides} />
    </>
  )
}

/** A gentle question, with the reasons that the law and custom know. “No” is the usual answer and stands first. */
export function PriorityPage({
  visit,
  say,
  words,
  services,
  take,
}: PageProps & { readonly take: (visit: Visit, priority: Priority | null) => void }) {
  const { kiosk, reasons } = words
  const choices: readonly Choice[] = [
    { id: 'none', name: kiosk.none, tone: 'next', act: () => take(visit, null) },
    ...Priority.options.map(reason => ({ id: reason, name: reasons[reason], act: () => take(visit, reason) })),
  ]
  const back: Side = { name: kiosk.back, shortcut: '0', act: () => say({ kind: 'back' }) }
  const sides: readonly Side[] = [{ name: kiosk.addMatter, shortcut: '7', act: () => say({ kind: 'add' }) }]
  usePatientKeys(keysOf(choices, back, sides), true)
  const names = visit.services.map(id => services.find(service => service.id === id)).filter(service => service !== undefined)
  const appointed = visit.appointment === null ? [] : [put(kiosk.appointedAt, { time: clockTime(visit.appointment) })]
  return (
    <>
      <p className="chosen">{[...names.map(words.nameOf), ...appointed].join(' · ')}</p>
      <Question how={kiosk.priorityHow}>{kiosk.priority}</Question>
      <Choices choices={choices} label={kiosk.priority} />
      <Sides back={back} sides={sides} />
    </>
  )
}

const moreChoice = ({ turn }: Visit, turns: number, say: (said: Said) => void, { kiosk }: KioskWords): readonly Choice[] =>
  turns === 1
    ? []
    : [
        {
          id: 'more',
          name: turn % turns === turns - 1 ? kiosk.first : kiosk.more,
          note: `${(turn % turns) + 1}/${turns}`,
          tone: 'quiet',
          act: () => say({ kind: 'turn', turn: turn + 1 }),
        },
      ]

function waitNote({ waiting, wait }: Hall['services'][number], { kiosk }: KioskWords): string {
  if (waiting === 0) return kiosk.nobody
  const people = put(kiosk.waiting, { count: waiting })
  if (wait === null) return people
  return `${people}, ${put(wait.from === 0 ? kiosk.waitLess : kiosk.wait, wait)}`
}
