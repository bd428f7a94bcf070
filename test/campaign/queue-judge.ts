import { doubled } from './evidence.ts'
import { type Deed, type Line, type Moved, type Row, after, candidates, readRow } from './queue-line.ts'

export type Journal = {
  readonly machine: string
  readonly number: number
  /** Milliseconds its clock was before the others'. */
  readonly ahead: number
  readonly rows: readonly Row[]
}
export type QueueEvidence = {
  readonly journals: readonly Journal[]
  /** Ids of the tickets that people were given. */
  readonly told: readonly string[]
  /** How many may go before ordinary people in a row. */
  readonly k: number
}

type Seen = { readonly journal: Journal; readonly position: number; readonly at: number; readonly deed: Deed }

/**
 * Judges a day of the hall from the journals of all its machines: no number given twice, nobody called at two counters, served
 * twice or lost, and every call the one that the stated rule asks for, with its reason.
 */
export function judgeQueue({ journals, told, k }: QueueEvidence) {
  const deeds = journals.map(journal => deedsOf(journal))
  const lines = deeds.map(seen => replay(seen, k))
  const all = deeds.flat().toSorted((a, b) => a.at - b.at)
  const wrong = [
    ...lines.flatMap(({ wrong: found }) => found),
    ...numbers(all),
    ...requests(all),
    ...fates(
      lines.map(({ line }) => line),
      all,
      told,
    ),
    ...calledTwice(all),
    ...servedTwice(all),
  ]
  const moves = all.flatMap(({ deed }) => (deed.kind === 'moved' ? [deed.moved.move] : []))
  return {
    tickets: all.filter(({ deed }) => deed.kind === 'taken').length,
    served: moves.filter(({ kind }) => kind === 'finish').length,
    byRule: lines.reduce((sum, { judged }) => sum + judged, 0),
    calls: moves.filter(({ kind }) => kind === 'call').length,
    joins: all.filter(({ deed }) => deed.kind === 'joined').length,
    longest: lines.reduce((most, { longest }) => Math.max(most, longest), 0),
    wrong,
  }
}

const deedsOf = (journal: Journal): readonly Seen[] =>
  journal.rows.flatMap(row => {
    const deed = readRow(row)
    return deed === null ? [] : [{ journal, position: row.position, at: row.at - journal.ahead, deed }]
  })

/** Plays a journal again and holds every call by the rule to the rule. */
function replay(seen: readonly Seen[], k: number) {
  let line: Line = { people: new Map(), seats: new Map() }
  const wrong: string[] = []
  const patience = openPatience(k)
  let judged = 0
  for (const { journal, position, deed } of seen) {
    const where = `${journal.machine} ${position}`
    const move = deed.kind === 'moved' ? deed.moved.move : null
    if (deed.kind === 'moved' && move?.kind === 'call') {
      if (move.why !== 'chosen') {
        judged += 1
        wrong.push(...patience.calledByRule(line, deed.moved).map(what => `${where}: ${what}`))
      }
      wrong.push(...callWrong(line, deed.moved, k).map(what => `${where}: ${what}`))
    }
    const next = after(line, deed)
    wrong.push(...next.wrong.map(what => `${where}: ${what}`))
    line = next.line
    patience.changed(line, deed)
  }
  return { line, wrong, judged, longest: patience.longest() }
}

/** The rule: who goes first may, at most `k` in a row while ordinary people wait whom the counter takes. */
function callWrong(line: Line, { ticket, move, at }: Moved, k: number): readonly string[] {
  const seat = line.seats.get(move.counter ?? 0)
  const person = line.people.get(ticket)
  if (seat === undefined || !seat.open || person === undefined) return [`a call at counter ${move.counter} where nobody sits`]
  const { before, ordinary } = candidates(line, seat, at)
  if (move.why === 'chosen') {
    const passed = ordinary.some(one => one.person.ticket !== ticket && one.person.turn < person.turn)
    const run = passed ? seat.run + 1 : seat.run
    return run === move.run ? [] : [`${person.number} was chosen with run ${move.run}, not ${run}`]
  }
  const goesFirst = before.length > 0 && (ordinary.length === 0 || seat.run < k)
  const [turn] = goesFirst ? before : ordinary
  const run = goesFirst ? seat.run + (ordinary.length > 0 ? 1 : 0) : 0
  if (turn === undefined) return [`${person.number} was called, and nobody waited whom counter ${seat.counter} takes`]
  const told = `${person.number} ${move.why} ${move.run}`
  const right = `${turn.person.number} ${turn.why} ${run}`
  return turn.person.ticket === ticket && told === right ? [] : [`called ${told}, but the rule says ${right}`]
}

/** Counts for each ordinary person how often each counter that takes him called another, against (n + 1) × (k + 1). */
function openPatience(k: number) {
  type Wait = { readonly before: Set<string>; readonly calls: Map<number, number> }
  const waits = new Map<string, Wait>()
  /** How often each person has come to wait: who lets others go first and waits again counts again. */
  const turns = new Map<string, number>()
  let longest = 0
  const isPlain = (person: { readonly priority: string | null; readonly appointment: number | null; readonly only: number | null }) =>
    person.priority === null && person.appointment === null && person.only === null
  return {
    longest: (): number => longest,
    calledByRule: (line: Line, { ticket, move, at }: Moved): readonly string[] => {
      const seat = line.seats.get(move.counter ?? 0)
      if (seat === undefined) return []
      const { ordinary } = candidates(line, seat, at)
      return ordinary.flatMap(({ person }, ahead) => {
        const wait = waits.get(person.ticket)
        if (wait === undefined || !isPlain(person)) return []
        for (const one of ordinary.slice(0, ahead)) wait.before.add(`${one.person.ticket} ${turns.get(one.person.ticket) ?? 0}`)
        const calls = (wait.calls.get(seat.counter) ?? 0) + 1
        wait.calls.set(seat.counter, calls)
        const bound = (wait.before.size + 1) * (k + 1)
        longest = Math.max(longest, calls / bound)
        const waitsOn = person.ticket !== ticket
        return calls > bound || (waitsOn && calls >= bound)
          ? [`${person.number} waits after ${calls} calls of counter ${seat.counter}, the bound is ${bound}`]
          : []
      })
    },
    changed: (line: Line, deed: Deed): void => {
      if (deed.kind === 'seat') for (const { calls } of waits.values()) calls.delete(deed.seat.counter)
      const id = ticketOf(deed)
      if (id === null) return
      if (line.people.get(id)?.state === 'waiting') {
        waits.set(id, { before: new Set(), calls: new Map() })
        turns.set(id, (turns.get(id) ?? 0) + 1)
      } else waits.delete(id)
    },
  }
}

function ticketOf(deed: Deed): string | null {
  if (deed.kind === 'moved') return deed.moved.ticket
  return deed.kind === 'taken' || deed.kind === 'joined' ? deed.person.ticket : null
}

const numbers = (all: readonly Seen[]): readonly string[] =>
  doubled(
    'number',
    all.flatMap(({ deed }) => (deed.kind === 'taken' ? [`${deed.person.day} ${deed.person.number}`] : [])),
  )

/** One wish is one ticket: the same request is never given two. */
const requests = (all: readonly Seen[]): readonly string[] =>
  doubled(
    'request',
    all.flatMap(({ deed }) => (deed.kind === 'taken' && deed.request !== null ? [deed.request] : [])),
  )

/** Everybody who took a ticket was served, went or was sent away; or waits in exactly one line. */
function fates(lines: readonly Line[], all: readonly Seen[], told: readonly string[]): readonly string[] {
  const taken = new Map(all.flatMap(({ deed }) => (deed.kind === 'taken' ? [[deed.person.ticket, deed.person.number] as const] : [])))
  return [
    ...told.filter(ticket => !taken.has(ticket)).map(ticket => `a paper was given out for ${ticket}, but no line has it`),
    ...[...taken].flatMap(([ticket, number]) => {
      const states = lines.flatMap(({ people }) => people.get(ticket)?.state ?? [])
      const ended = states.filter(state => state === 'served' || state === 'gone').length
      const open = states.filter(state => state === 'waiting' || state === 'called' || state === 'parked').length
      if (ended === 0 && open === 0) return [`${number} is lost: ${states.join(', ')}`]
      return open > (ended > 0 ? 0 : 1) ? [`${number} stands in ${open} lines and ended in ${ended}: ${states.join(', ')}`] : []
    }),
  ]
}

/**
 * Nobody is sent to two counters, unless the first let him go; nor anywhere after he was served. What a host wrote in the
 * instant of its death, and told nobody, did not happen for the counter that asked for it: it goes on with that person.
 */
function calledTwice(all: readonly Seen[]): readonly string[] {
  const at = new Map<string, number>()
  const served = new Map<string, Seen>()
  return all.flatMap(one => {
    const { deed, journal, position } = one
    if (deed.kind !== 'moved') return []
    const { ticket, move } = deed.moved
    if (['absent', 'skip', 'transfer', 'onward', 'back', 'keep', 'park'].includes(move.kind)) at.delete(ticket)
    const by = served.get(ticket)
    if (by?.deed.kind === 'moved' && by.journal !== journal && by.deed.moved.by.counter === deed.moved.by.counter && isLastWord(by, all)) {
      served.delete(ticket)
    }
    if (move.kind === 'finish') served.set(ticket, one)
    if (move.kind === 'reopen') served.delete(ticket)
    if (move.kind !== 'call') return []
    const before = at.get(ticket)
    const counter = move.counter ?? 0
    at.set(ticket, counter)
    const where = `${journal.machine} ${position}: ${ticket} is called to ${counter}`
    return [
      ...(before !== undefined && before !== counter ? [`${where} while it is at ${before}`] : []),
      ...(served.has(ticket) ? [`${where} after it was served`] : []),
    ]
  })
}

/** Whether the machine that wrote this was silent from that instant on, as only the dead are. */
function isLastWord({ journal, at }: Seen, all: readonly Seen[]): boolean {
  const next = all.filter(one => one.journal === journal && one.at > at).map(one => one.at)
  const silent = [at, ...next].find((from, index, times) => (times[index + 1] ?? Infinity) - from > SILENCE_MS)
  return silent !== undefined && silent - at < INSTANT_MS
}
const SILENCE_MS = 1_500
const INSTANT_MS = 300

/** Two counters never serve the same ticket. One that tells a new host what the dead one did not pass on says it again. */
function servedTwice(all: readonly Seen[]): readonly string[] {
  const by = new Map<string, Set<number>>()
  for (const { deed } of all) {
    if (deed.kind !== 'moved' || deed.moved.move.kind !== 'finish') continue
    const { ticket, by: who } = deed.moved
    by.set(ticket, (by.get(ticket) ?? new Set()).add(who.counter))
  }
  return [...by].flatMap(([ticket, counters]) => (counters.size > 1 ? [`${ticket} was served at ${[...counters].join(' and ')}`] : []))
}
