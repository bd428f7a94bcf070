import { expect, test } from 'vitest'
import { HandoverId } from '#domain/kernel/id.ts'
import { inputFault } from '#domain/kernel/result.ts'
import type { Handover } from '#domain/post/handover.ts'
import { type HandoverState, changeHandover, emptyHandover, soundOf } from '#renderer/counter/handover/handover-desk.ts'
import { TrackingNumber } from '#domain/post/tracking.ts'
import { anId } from '#kit/dossier.ts'
import { MONDAY, aHandover, anItem } from '#kit/post.ts'

const looked = (list: Handover): HandoverState => changeHandover({ ...emptyHandover, chosen: list.id }, { kind: 'looked', list })

test('the desk opens with the list that is not signed yet', () => {
  const { office: _, items, ...list } = aHandover()
  const line = { ...list, signed: null, count: items.length }
  const open = { ...line, id: HandoverId.parse(anId()) }
  expect(changeHandover(emptyHandover, { kind: 'listed', lines: [{ ...line, signed: MONDAY }, open] }).chosen).toBe(open.id)
})

test('a good scan grows the list and is told', () => {
  const item = anItem()
  const state = changeHandover(looked(aHandover()), { kind: 'put', item })
  expect(state.list?.items).toEqual([item])
  expect(state.outcome).toEqual({ sound: 'good', item, faults: [], again: null })
})

test('a label that finds its thing changes that thing and adds none', () => {
  const item = anItem()
  const parcel = TrackingNumber.parse('RN123456785VN')
  const state = changeHandover(looked(aHandover({ items: [anItem(), item] })), { kind: 'put', item: { ...item, parcel } })
  expect(state.list?.items.map(one => one.parcel)).toEqual([null, parcel])
})

test('a refused scan changes no list; a label in doubt can be confirmed', () => {
  const before = looked(aHandover({ items: [anItem()] }))
  const double = changeHandover(before, { kind: 'not-added', faults: [inputFault('handover.item.double', 'code')], text: 'x' })
  expect(double.list).toBe(before.list)
  expect(double.outcome).toMatchObject({ sound: 'double', again: null })
  const doubt = changeHandover(before, { kind: 'not-added', faults: [inputFault('parcel.number.confirm', 'code')], text: 'RN123456784VN' })
  expect(doubt.outcome?.again).toBe('RN123456784VN')
})

test('what stands on another list sounds like a double, what is unknown like a foreign one', () => {
  expect(soundOf([inputFault('handover.item.elsewhere')])).toBe('double')
  expect(soundOf([inputFault('handover.item.foreign')])).toBe('foreign')
})

test('an item taken off is gone from its list', () => {
  const item = anItem()
  const state = changeHandover(looked(aHandover({ items: [item, anItem()] })), { kind: 'removed', dossier: item.dossier })
  expect(state.list?.items).toHaveLength(1)
  expect(state.list?.items[0]?.dossier).not.toBe(item.dossier)
})

test('another list that was chosen meanwhile is not replaced by one that comes late', () => {
  const late = aHandover()
  expect(changeHandover({ ...emptyHandover, chosen: HandoverId.parse(anId()) }, { kind: 'looked', list: late }).list).toBeNull()
})

test('who leaves the form of something brought keeps its label until it is on the list', () => {
  const parcel = TrackingNumber.parse('RN123456785VN')
  const left = changeHandover(changeHandover(looked(aHandover()), { kind: 'brings', parcel }), { kind: 'brings-nothing' })
  expect(changeHandover(left, { kind: 'brings', parcel: null }).brings).toEqual({ parcel })
  expect(changeHandover(left, { kind: 'put', item: anItem({ parcel }) }).label).toBeNull()
})
