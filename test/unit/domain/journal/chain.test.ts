import { CounterId } from '#domain/kernel/id.ts'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakOf, chain, readEntry, verifyExport, writeEntry } from '#domain/journal/chain.ts'
import { type Entry, type Head, genesis } from '#domain/journal/line.ts'
import { Instant } from '#domain/kernel/time.ts'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const counter = CounterId.parse('DEMO-01.Q3')

function journalOf(bodies: readonly string[]): readonly Entry[] {
  let head: Head = genesis(counter, digest)
  return bodies.map((body, index) => {
    const entry = chain(
      head,
      counter,
      {
        kind: 'dossier.received',
        version: 1,
        subject: `d${index}`,
        at: Instant.parse(1_700_000_000_000 + index),
        actor: 'a',
        salt: digest(body).slice(0, 32),
        body,
      },
      digest,
    )
    head = entry
    return entry
  })
}

const sample = journalOf(['{"name":"Nguyễn Thị Hương Lan"}', '{"n":2}', '{"n":3}'])
const lines = sample.map(writeEntry)

describe('a journal', () => {
  test('that nobody touched is whole, and says how long it is', () => {
    expect(verifyExport(lines, digest)).toEqual({ ok: true, entries: 3, head: sample[2]?.hash })
  })

  test('names the entry of any single changed byte', () => {
    for (const [index, line] of lines.entries()) {
      const bytes = Buffer.from(line)
      for (let at = 0; at < bytes.length; at += 1) {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ 1
        const text = changed.toString('latin1') === bytes.toString('latin1') ? line : decode(changed)
        const verdict = verifyExport(
          lines.map((other, i) => (i === index ? text : other)),
          digest,
        )
        expect(verdict.ok, `byte ${at} of entry ${index + 1}`).toBe(false)
        if (!verdict.ok) expect([index + 1, index + 2]).toContain(verdict.at)
      }
    }
  })

  test('misses no entry that was left out, doubled or moved', () => {
    const [a = '', b = '', c = ''] = lines
    for (const wrong of [
      [b, c],
      [a, c],
      [a, a, b, c],
      [a, c, b],
      [a, b, b],
    ])
      expect(verifyExport(wrong, digest).ok).toBe(false)
  })

  test('proves itself without a body that was forgotten', () => {
    const forgotten = sample.map((entry, index) => writeEntry(index === 1 ? { ...entry, body: null } : entry))
    expect(verifyExport(forgotten, digest)).toMatchObject({ ok: true, entries: 3 })
  })

  test('travels: what is written is read back, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), bodies => {
        const entries = journalOf(bodies.map(text => JSON.stringify({ text })))
        expect(entries.map(entry => readEntry(writeEntry(entry)))).toEqual(entries)
        expect(verifyExport(entries.map(writeEntry), digest).ok).toBe(true)
      }),
    )
  })

  test('of another counter does not continue this one', () => {
    const [first] = sample
    if (first === undefined) throw new Error('no sample')
    expect(breakOf(genesis(counter, digest), CounterId.parse('OTHER'), first, digest)).toBe('counter')
  })
})

const decode = (bytes: Buffer): string =>
  Buffer.from(bytes.toString('utf8')).equals(bytes) ? bytes.toString('utf8') : bytes.toString('latin1')
