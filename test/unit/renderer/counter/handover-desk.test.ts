import { expect, test } from 'vitest'
import { DossierCode } from '#domain/dossier/code.ts'
import { DossierId, HandoverId, OfficialId } from '#domain/kernel/id.ts'
import { inputFault } from '#domain/kernel/result.ts'
import { Instant } from '#domain/kernel/time.ts'
import type { Handover, HandoverItem } from '#domain/post/handover.ts'
import { type HandoverState, changeHandover, chosenList, emptyHandover, soundOf } from '#renderer/counter/handover/handover-desk.ts'
import { anId } from '#kit/dossier.ts'

const at = Instant.parse(1_795_000_000_000)
const aList = (part: Partial<Handover> = {}): Handover => ({
  id: HandoverId.parse(anId()),
  code: 'BG-261123-3-01',
  direction: 'to-post',
  office: 'O',
  partner: 'Bưu điện',
  opened: at,
  items: [],
  signed: null,
  ...part,
})
const anItem = (): HandoverItem => ({
  dossier: DossierId.parse(anId()),
  code: DossierCode.parse('000.00.20.H20-261123-3001'),
  owner: 'Lan',
  procedure: 'x',
  papers: 1,
  added: at,
})
const signer = { id: OfficialId.parse(anId()), name: 'An', role: 'reception' as const }

test('the desk opens with the list that is not signed yet', () => {
  const open = aList()
  const signed = aList({ signed: { at, official: signer, clerk: signer } })
  expect(chosenList(changeHandover(emptyHandover, { kind: 'listed', lists: [signed, open] }))?.id).toBe(open.id)
})

test('a good scan grows the list and is told', () => {
  const list = aList()
  const item = anItem()
  const state = changeHandover({ ...emptyHandover, lists: [list], chosen: list.id }, { kind: 'added', id: list.id, item })
  expect(chosenList(state)?.items).toEqual([item])
  expect(state.outcome).toEqual({ sound: 'good', item, faults: [] })
})

test('a refused scan changes no list', () => {
  const list = aList({ items: [anItem()] })
  const before: HandoverState = { ...emptyHandover, lists: [list], chosen: list.id }
  const state = changeHandover(before, { kind: 'not-added', faults: [inputFault('handover.item.double', 'code')] })
  expect(state.lists).toBe(before.lists)
  expect(state.outcome?.sound).toBe('double')
})

test('what stands on another list sounds like a double, what is unknown like a foreign one', () => {
  expect(soundOf([inputFault('handover.item.elsewhere')])).toBe('double')
  expect(soundOf([inputFault('handover.item.foreign')])).toBe('foreign')
})

test('an item taken off is gone from its list alone', () => {
  const item = anItem()
  const [one, two] = [aList({ items: [item] }), aList({ items: [item] })]
  const state = changeHandover(
    { ...emptyHandover, lists: [one, two], chosen: one.id },
    { kind: 'removed', id: one.id, dossier: item.dossier },
  )
  expect(state.lists.map(list => list.items.length)).toEqual([0, 1])
})
