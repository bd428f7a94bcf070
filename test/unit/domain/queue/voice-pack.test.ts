import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spellFigures, spellNumber } from '#domain/kernel/spoken-number.ts'
import { Accent, CHIME, NEEDED_PIECES, NamedPlace, announcement } from '#domain/queue/announcement.ts'
import { SERVICE_LETTERS, machineLetter } from '#domain/queue/service.ts'
import { type VoicePack, clipsOf, readVoicePack } from '#domain/queue/voice-pack.ts'
import { shippedVoices } from '#kit/voice.ts'

const letters = [...SERVICE_LETTERS, ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(machineLetter)]

const whole = {
  id: 'tiep-dan',
  name: 'Giọng của phường',
  accent: 'south',
  licence: 'Của UBND phường',
  madeBy: 'Thu tại phường',
  pieces: Object.fromEntries(NEEDED_PIECES.map((piece, at) => [piece, `${at}.wav`])),
}

const read = (foreign: unknown): VoicePack => {
  const result = readVoicePack(foreign)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value
}

/** What the chosen clips say, put together again from the manifest. */
function listener(pack: VoicePack): (phrases: readonly string[]) => string {
  const spoken = new Map(Object.entries(pack.pieces).map(([piece, file]) => [file, piece]))
  return phrases => {
    const clips = clipsOf(phrases, pack)
    return clips.ok ? clips.value.map(file => spoken.get(file)).join(' ') : JSON.stringify(clips.faults)
  }
}

describe.each(shippedVoices())('the voice in $folder', ({ folder, manifest }) => {
  const pack = read(manifest)
  const said = listener(pack)

  test('has every clip it names, names every clip it has, and is small', () => {
    const files = Object.values(pack.pieces)
    expect(files.filter(file => !existsSync(join(folder, file)))).toEqual([])
    expect(readdirSync(folder).toSorted()).toEqual([...new Set(files), 'voice.json'].toSorted())
    expect(new Set(files).size).toBe(files.length)
    expect(files.reduce((bytes, file) => bytes + statSync(join(folder, file)).size, 0)).toBeLessThan(1_500_000)
  })

  test('names its licence and who made it', () => {
    expect(pack.licence).toContain('GPL-3.0-or-later')
    expect(pack.madeBy).toContain('espeak-ng')
  })

  test('says every number of every letter, word for word, in the southern and the northern wording', () => {
    const missed: string[] = []
    for (const accent of Accent.options)
      for (const letter of letters)
        for (let n = 0; n < 1_000; n += 1) {
          const phrases = announcement({ number: `${letter}${String(n).padStart(3, '0')}`, to: (n % 99) + 1, accent })
          if (said(phrases) !== phrases.join(' ')) missed.push(phrases.join(' '))
        }
    expect(missed).toEqual([])
  })

  test('says any call: four figures, later calls, all counters, places without a number', () => {
    const number = fc.tuple(fc.constantFrom(...letters), fc.nat(9_999)).map(([letter, n]) => `${letter}${String(n).padStart(3, '0')}`)
    const to = fc.oneof(fc.integer({ min: 1, max: 99 }), fc.constantFrom(...NamedPlace.options))
    const call = fc.record({ number, to, time: fc.integer({ min: 1, max: 9 }), accent: fc.constantFrom(...Accent.options) })
    fc.assert(
      fc.property(call, called => {
        const phrases = announcement(called)
        expect(said(phrases)).toBe(phrases.join(' '))
      }),
      { numRuns: 2_000 },
    )
  })
})

test('three voices ship, one for each accent', () => {
  expect(
    shippedVoices()
      .map(({ manifest }) => read(manifest).accent)
      .toSorted(),
  ).toEqual(['central', 'north', 'south'])
})

describe('a pack of the office’s own', () => {
  test('is enough with single words, and says the same', () => {
    const pack = read(whole)
    expect(listener(pack)(announcement({ number: 'G724', to: 15, accent: 'south', time: 2 }))).toBe(
      'chime mời lần hai công dân có số gờ bảy trăm hai mươi tư đến quầy số mười lăm',
    )
    expect(clipsOf([spellNumber(724, 'south')], pack)).toMatchObject({ ok: true, value: { length: 5 } })
  })

  test('is said with a whole phrase where it has one', () => {
    const pack = read({ ...whole, pieces: { ...whole.pieces, 'hai mươi tư': 'x.wav' } })
    expect(clipsOf([spellFigures('024', 'south')], pack)).toEqual({ ok: true, value: [whole.pieces['không'], 'x.wav'] })
  })

  test('may be typed with capitals and with marks apart', () => {
    const { mười: ten, ...others } = whole.pieces
    expect(read({ ...whole, pieces: { ...others, ['Mười'.normalize('NFD')]: ten } }).pieces['mười']).toBe(ten)
  })

  test.each(NEEDED_PIECES)('without “%s” is refused by that name', piece => {
    const { [piece]: _, ...pieces } = whole.pieces
    expect(readVoicePack({ ...whole, pieces })).toMatchObject({ ok: false, faults: [{ code: 'voice.piece', data: { piece } }] })
  })

  test.each([
    ['a clip outside its folder', { pieces: { ...whole.pieces, a: '../a.wav' } }, 'pieces.a'],
    ['a clip that needs a paid codec', { pieces: { ...whole.pieces, a: 'a.m4a' } }, 'pieces.a'],
    ['no licence', { licence: ' ' }, 'licence'],
    ['an accent nobody has', { accent: 'west' }, 'accent'],
  ])('with %s is refused at that place', (_, wrong, field) => {
    expect(readVoicePack({ ...whole, ...wrong })).toMatchObject({ ok: false, faults: [{ code: 'catalog.invalid', field }] })
  })
})

test('a number of a letter nobody has is not said by halves', () => {
  expect(clipsOf(announcement({ number: 'W012', to: 1, accent: 'south' }), read(whole))).toMatchObject({
    ok: false,
    faults: [{ kind: 'failure', code: 'voice.piece', data: { piece: 'W' } }],
  })
  expect(clipsOf([CHIME], read(whole))).toMatchObject({ ok: true })
})
