import { describe, expect, test } from 'vitest'
import type { Draft } from '#domain/dossier/dossier.ts'
import { inputFault } from '#domain/kernel/result.ts'
import { Instant } from '#domain/kernel/time.ts'
import type { Answers } from '#domain/procedure/answer.ts'
import { cardMeans, citizenOfDraft, onBothSides } from '#renderer/counter/citizen/citizen.ts'
import { openEffortMeter } from '#renderer/counter/sitting/effort.ts'
import { changeSitting } from '#renderer/counter/sitting/change-sitting.ts'
import { type Change, type Sitting, emptySitting } from '#renderer/counter/sitting/sitting.ts'
import { aCardScan, aCitizen, aDraft, aProcedure, aWeighed } from '#kit/sitting.ts'

const at = Instant.parse(1_795_000_000_000)
const after = (sitting: Sitting, ...changes: readonly Change[]): Sitting => changes.reduce(changeSitting, sitting)
const openForm = (values: Readonly<Record<string, string>> = {}): Sitting =>
  after(emptySitting, { kind: 'seated', citizen: aCitizen() }, { kind: 'opened', weighed: aWeighed(aDraft(values)), citizen: aCitizen() })
const typed = (field: string, value: string): Change => ({ kind: 'answered', field, answer: { value, origin: { from: 'typed' } } })
const valueOf = (sitting: Sitting, field: string): string | undefined => sitting.draft?.answers[field]?.value

describe('what the office makes of a draft', () => {
  const card = (value: string) => ({ value, origin: { from: 'card' } }) as const
  const draftOf = ({ draft }: Sitting): Draft => draft ?? aDraft()
  /** The office's answer to the draft of `sent`, with more answers, coming to `now`. */
  const weighedTo = (now: Sitting, sent: Sitting, more: Answers = {}): Sitting => {
    const asked = draftOf(sent)
    const weighed = aWeighed({ ...asked, answers: { ...asked.answers, ...more } })
    return after(now, { kind: 'weighed', weighed, asked, revision: sent.revision, at })
  }

  test('never overwrites what was typed, cleared or taken back meanwhile', () => {
    const sent = after(openForm(), typed('place', 'xã A'), typed('name', 'Lam'), typed('copies', '2'))
    const now = after(sent, typed('place', 'xã An'), typed('copies', ''), { kind: 'answered', field: 'name', answer: card('Lan') })
    const late = weighedTo(now, sent)
    expect(['place', 'name', 'copies'].map(field => valueOf(late, field))).toEqual(['xã An', 'Lan', ''])
    expect(late.draft).toBe(now.draft)
  })

  test('brings what was found even when the hand typed on, and is asked for again', () => {
    const sent = after(openForm(), typed('relation', 'mother'))
    const now = after(sent, typed('place', 'x'))
    const late = weighedTo(now, sent, { name: card('Lan') })
    expect(valueOf(late, 'name')).toBe('Lan')
    expect(valueOf(late, 'place')).toBe('x')
    expect(late.kept).toBe(now.kept)
    expect(late.weighedRevision).toBeLessThan(late.revision)
  })

  test('in time keeps what hands typed, and says when it was kept', () => {
    const sitting = after(openForm(), typed('place', 'xã A'))
    const next = weighedTo(sitting, sitting, { place: { value: 'XÃ A', origin: { from: 'typed' } }, name: card('Lan') })
    expect(valueOf(next, 'place')).toBe('xã A')
    expect(valueOf(next, 'name')).toBe('Lan')
    expect(next.kept).toBe(at)
    expect(next.weighedRevision).toBe(next.revision)
  })

  test('answers the fault of a field it fills', () => {
    const sent = after(openForm(), { kind: 'faults', faults: [inputFault('field.missing', 'name'), inputFault('field.missing', 'place')] })
    expect(weighedTo(sent, sent, { name: card('Lan') }).faults.map(({ field }) => field)).toEqual(['place'])
  })

  test('counts for nothing after a newer answer, or for another draft', () => {
    const sent = after(openForm(), typed('place', 'xã A'))
    const newer = weighedTo(after(sent, typed('place', 'xã B')), after(sent, typed('place', 'xã B')))
    expect(weighedTo(newer, sent, { name: card('Lan') })).toBe(newer)
    const asked = aDraft()
    expect(after(sent, { kind: 'weighed', weighed: aWeighed(asked), asked, revision: 99, at })).toBe(sent)
  })

  test('leaves an unchanged answer the same object, so that its field is not drawn again', () => {
    const sitting = after(openForm(), { kind: 'answered', field: 'name', answer: card('Lan') })
    const next = weighedTo(sitting, sitting, { name: card('Lan') })
    expect(next.draft?.answers['name']).toBe(sitting.draft?.answers['name'])
  })
})

describe('the form of a draft', () => {
  test('is drawn from the edition the office opened, whatever is offered by now', () => {
    const edition = aProcedure({ edition: '2025-01', name: 'Bản cũ' })
    const opened = after(openForm(), { kind: 'opened', weighed: aWeighed(aDraft(), edition), citizen: aCitizen() })
    expect(opened.procedure).toBe(edition)
  })

  test('says that it goes on under another edition until another form is opened', () => {
    const moved = inputFault('draft.moved', 'procedure')
    const opened = after(openForm(), { kind: 'opened', weighed: { ...aWeighed(aDraft()), warnings: [moved] }, citizen: aCitizen() })
    const kept = after(opened, typed('place', 'x'))
    const weighed =
      kept.draft === null
        ? kept
        : after(kept, { kind: 'weighed', weighed: aWeighed(kept.draft), asked: kept.draft, revision: kept.revision, at })
    expect(weighed.moved).toEqual(moved)
    expect(weighed.faults).toEqual([])
    expect(after(weighed, { kind: 'opened', weighed: aWeighed(aDraft()), citizen: aCitizen() }).moved).toBeNull()
  })

  test('takes the cards that the office put into it', () => {
    const sent = openForm()
    const { read } = aCardScan()
    if (sent.draft === null || read === null) expect.fail('no draft')
    const weighed = aWeighed({ ...sent.draft, cards: [read.card] })
    expect(after(sent, { kind: 'weighed', weighed, asked: sent.draft, revision: sent.revision, at }).draft?.cards).toEqual([read.card])
  })
})

describe('a change of the draft', () => {
  test('answers the fault that stood at its field, and no other', () => {
    const faulty = after(openForm(), {
      kind: 'faults',
      faults: [inputFault('field.missing', 'place'), inputFault('field.missing', 'copies')],
    })
    expect(after(faulty, typed('place', 'x')).faults.map(fault => fault.field)).toEqual(['copies'])
  })

  test('undoes the reading back: what was confirmed is no longer what stands there', () => {
    const read = after(openForm(), { kind: 'changed', draft: { readBack: at } })
    expect(read.draft?.readBack).toBe(at)
    expect(after(read, typed('place', 'x')).draft?.readBack).toBeNull()
  })

  test('can be taken back to what stood there before, with its origin', () => {
    const card = { value: 'Lan', origin: { from: 'card' } } as const
    const sitting = after(openForm(), { kind: 'answered', field: 'name', answer: card }, typed('name', 'Lam'))
    expect(after(sitting, { kind: 'answered', field: 'name', answer: card }).draft?.answers['name']).toEqual(card)
    expect(after(sitting, { kind: 'answered', field: 'name', answer: undefined }).draft?.answers['name']).toBeUndefined()
  })

  test('a paper counted down to nothing is not handed in', () => {
    const ticked = after(openForm(), { kind: 'ticked', paper: 'card', count: 2 })
    expect(ticked.draft?.papers).toEqual({ card: 2 })
    expect(after(ticked, { kind: 'ticked', paper: 'card', count: 0 }).draft?.papers).toEqual({})
  })
})

describe('keys of a scanner in the draft', () => {
  test('are taken back whole', () => {
    const before = openForm({ place: 'xã A' })
    const struck = after(before, typed('place', 'xã A0871'))
    const restored = before.draft === null ? struck : after(struck, { kind: 'restored', draft: before.draft })
    expect(valueOf(restored, 'place')).toBe('xã A')
    expect(restored.revision).toBeGreaterThan(struck.revision)
  })

  test('never bring back another draft', () => {
    const sitting = openForm()
    expect(after(sitting, { kind: 'restored', draft: aDraft() })).toBe(sitting)
  })
})

describe('a card scanned into a sitting', () => {
  const other = aCitizen('Lê Ngọc Ánh', '079301004321')
  test('seats the citizen where nobody sits, or where the last one is done', () => {
    expect(cardMeans(emptySitting, other)).toBe('seat')
    expect(cardMeans({ ...openForm(), stage: 'done' }, other)).toBe('seat')
  })
  test('is the same person again by number, and the card of one who was typed without a number', () => {
    expect(cardMeans(openForm(), aCitizen())).toBe('same')
    expect(cardMeans(after(emptySitting, { kind: 'seated', citizen: aCitizen('Lan', null) }), other)).toBe('same')
  })
  test('is its other side when the front was read and the back comes', () => {
    const front = aCardScan()
    const seated = after(emptySitting, { kind: 'seated', citizen: front })
    const back = aCardScan({ source: 'mrz', name: 'NGUYEN THI HUONG LAN', expires: '2030-01-15' })
    expect(cardMeans(seated, back)).toBe('back')
    const known = onBothSides(front, back)
    expect(known.applicant.name).toBe('Nguyễn Thị Hương Lan')
    expect(known.read?.card.expires).toBe('2030-01-15')
    expect(known.differs).toEqual([])
  })
  test('whose two sides do not agree says in what', () => {
    const back = aCardScan({ source: 'mrz', name: 'NGUYEN THI HOA', birth: '1991-01-15' })
    expect(onBothSides(aCardScan(), back).differs).toEqual(['birth', 'name'])
  })
  test.each([
    ['the front first', aCardScan(), aCardScan({ source: 'mrz', name: 'NGUYEN THI HOA', birth: '1991-01-15', expires: '2030-01-15' })],
    ['the back first', aCardScan({ source: 'mrz', name: 'NGUYEN THI HOA', birth: '1991-01-15', expires: '2030-01-15' }), aCardScan()],
  ])('is held against its other side in both orders, %s', (_, first, second) => {
    const { differs, read, applicant } = onBothSides(first, second)
    expect(differs).toEqual(['birth', 'name'])
    expect(applicant.name).toBe('Nguyễn Thị Hương Lan')
    expect(read?.card).toMatchObject({ source: 'qr21', birth: '1990-01-15', expires: '2030-01-15' })
  })
  test('kept with a draft is held against its other side too, and its letters stay', () => {
    const { read } = aCardScan()
    const draft = { ...aDraft(), cards: read === null ? [] : [read.card] }
    const resumed = after(openForm(), { kind: 'opened', weighed: aWeighed(draft), citizen: citizenOfDraft(draft, at) })
    const back = aCardScan({ source: 'mrz', name: 'NGUYEN THI HUONG LAN', expires: '2030-01-15' })
    expect(cardMeans(resumed, back)).toBe('back')
    expect(resumed.citizen === null ? null : onBothSides(resumed.citizen, back)).toMatchObject({
      applicant: { name: 'Nguyễn Thị Hương Lan' },
      differs: [],
      read: { card: { expires: '2030-01-15' } },
    })
  })
  test('scanned twice on one side is held against nothing', () => {
    expect(onBothSides(aCardScan(), aCardScan()).differs).toBeNull()
  })
  test('of the other person says at its name whether its sides agree, as long as it is on the form', () => {
    const compared = after(openForm(), { kind: 'compared', number: '087085006789', differs: ['name'] })
    expect(compared.compared).toEqual({ '087085006789': ['name'] })
    const without = after(compared, { kind: 'opened', weighed: aWeighed(aDraft()), citizen: aCitizen() })
    expect(without.compared).toEqual({})
  })
  test('of another person waits for a word', () => {
    expect(cardMeans(openForm(), other)).toBe('other')
    const waiting = after(openForm({ place: 'xã A' }), { kind: 'other', citizen: other })
    expect(valueOf(waiting, 'place')).toBe('xã A')
  })
})

test('a refused scan leaves the sitting as it is', () => {
  const sitting = openForm({ place: 'xã A' })
  const refused = after(sitting, { kind: 'refused', refusal: { faults: [inputFault('card.opaque')], raw: 'x' } })
  expect({ ...refused, refusal: null }).toEqual(sitting)
})

test('effort counts keys that hands pressed and the seconds since the sitting began', () => {
  let ms = 1000
  const meter = openEffortMeter(() => ms)
  meter.begin()
  meter.press(1)
  meter.press(4)
  meter.press(-4)
  ms = 13_340
  expect(meter.read()).toEqual({ keys: 1, seconds: 12.3, wordsByCitizen: 0 })
  meter.begin({ keys: 10, seconds: 5, wordsByCitizen: 0 })
  ms += 1000
  expect(meter.read()).toEqual({ keys: 10, seconds: 6, wordsByCitizen: 0 })
})
