import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEntry } from '#domain/journal/chain.ts'
import { aJournal, counterId, journalOf, unchained } from '#kit/journal.ts'
import { takeBatch } from '#sync/batch.ts'

const counter = counterId('HN-1')

test('a batch holds the first entries, in order, as many as fit', () => {
  const journal = aJournal(counter, 12)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12_000 }), bytes => {
      const batch = takeBatch(journal, bytes)
      const sent = batch?.text.trimEnd().split('\n').map(readEntry)
      expect(sent).toEqual(journal.slice(0, batch?.count))
      expect(batch?.last).toEqual(journal[(batch?.count ?? 0) - 1])
      if ((batch?.count ?? 0) > 1) expect(Buffer.byteLength(batch?.text ?? '')).toBeLessThanOrEqual(bytes)
    }),
  )
})

test('an entry larger than a batch travels alone', () => {
  const journal = journalOf(counter, [unchained('dossier.received', { text: 'ế'.repeat(5_000) }), unchained('dossier.received', {})])
  expect(takeBatch(journal, 1_000)?.count).toBe(1)
})

test('nothing to send is no batch', () => {
  expect(takeBatch([], 1_000)).toBeNull()
})
