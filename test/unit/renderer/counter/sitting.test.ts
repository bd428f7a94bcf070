import { describe, expect, test } from 'vitest'
import type { Draft } from '#domain/dossier/dossier.ts'
import { inputFault } from '#domain/kernel/result.ts'
import { Instant } from '#domain/kernel/time.ts'
import type { Answers } from '#domain/procedure/answer.ts'
import { cardMeans, withBack } from '#renderer/counter/citizen/citizen.ts'
import { openEffortMeter } from '#renderer/counter/sitting/effort.ts'
import { type Change, type Sitting, changeSitting, emptySitting } from '#renderer/counter/sitting/sitting.ts'
import { aCardScan, aCitizen, aDraft, aProcedure, aWeighed } from '#kit/sitting.ts'

const at = Instant.parse(1_795_000_000_000)
const after = (sitting: Sitting, ...changes: readonly Change[]): Sitting => changes.reduce(changeSitting, sitting)
const openForm = (values: Readonly<Record<string, string>> = {}): Sitting =>
  after(
    emptySitting,
    { kind: 'seated', citizen: aCitizen() },
    { kind: 'opened', weighed: aWeighed(aDraft(values)), procedure: aProcedure(), citizen: aCitizen() },
  )
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
    const known = back.read === null ? front : withBack(front, back.read)
    expect(known.applicant.name).toBe('Nguyễn Thị Hương Lan')
    expect(known.read?.card.expires).toBe('2030-01-15')
    expect(known.differs).toEqual([])
  })
  test('whose two sides do not agree says in what', () => {
    const back = aCardScan({ source: 'mrz', name: 'NGUYEN THI HOA', birth: '1991-01-15' })
    expect(back.read === null ? [] : withBack(aCardScan(), back.read).differs).toEqual(['birth', 'name'])
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
