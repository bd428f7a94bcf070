import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Verdict, press, quietWedge, silence } from '#domain/card/wedge.ts'

/** A text field and a person who watches it: types keys at given times and answers with what the field holds and what was scanned. */
function watch(keys: readonly { key: string; at: number }[]): { field: string; scans: readonly string[] } {
  let wedge = quietWedge
  let field = ''
  let before = ''
  const scans: string[] = []
  const obey = (verdict: Verdict, key: string): void => {
    if (verdict.do === 'pass') {
      if (verdict.begins) before = field
      if (key.length === 1) field += key
    }
    if (verdict.do === 'take-back') field = before
    if (verdict.do === 'scan') scans.push(verdict.text)
    if (verdict.do === 'give-back') field += verdict.text
  }
  for (const { key, at } of [...keys, { key: 'Shift', at: (keys.at(-1)?.at ?? 0) + 1000 }]) {
    const quiet = silence(wedge, at)
    wedge = quiet.wedge
    if (quiet.verdict !== null) obey(quiet.verdict, '')
    const pressed = press(wedge, key, at)
    wedge = pressed.wedge
    obey(pressed.verdict, key)
  }
  return { field, scans }
}

const typedAt = (text: string, start: number, gap: number) => [...text].map((key, n) => ({ key, at: start + n * gap }))
const CARD = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'

describe('a wedge scan', () => {
  test.each([1, 5, 20])('at %i ms a key comes out whole and leaves nothing in the field', gap => {
    const end = 1000 + CARD.length * gap
    expect(watch([...typedAt('Lan', 0, 120), ...typedAt(CARD, 1000, gap), { key: 'Enter', at: end }])).toEqual({
      field: 'Lan',
      scans: [CARD],
    })
  })
  test('without an end is whole after a silence', () => expect(watch(typedAt(CARD, 1000, 5))).toEqual({ field: '', scans: [CARD] }))
  test('of a slip, and of three MRZ lines, is one text', () => {
    const mrz = 'IDVNM1900123457087190012345<<8\n9001158F3001156VNM<<<<<<<<<<<6\nNGUYEN<<THI<HUONG<LAN<<<<<<<<<'
    const keys = [...mrz].map((letter, n) => ({ key: letter === '\n' ? 'Enter' : letter, at: 1000 + n * 5 }))
    expect(watch([...keys, { key: 'Enter', at: 2000 - 100 }]).scans).toEqual([mrz])
    expect(watch(typedAt('000.00.20.H20-261123-3001', 0, 4)).scans).toEqual(['000.00.20.H20-261123-3001'])
  })
  test('leaves what was typed before and after it, whatever that was', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcnguyễđ 0123456789'), maxLength: 12 })
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 1, max: 25 }), fc.integer({ min: 35, max: 300 }), (before, after, fast, slow) => {
        const start = 1000 + before.length * slow
        const end = start + CARD.length * fast
        const keys = [
          ...typedAt(before, 0, slow),
          ...typedAt(CARD, start, fast),
          { key: 'Enter', at: end },
          ...typedAt(after, end + 200, slow),
        ]
        expect(watch(keys)).toEqual({ field: before + after, scans: [CARD] })
      }),
    )
  })
})

describe('a wedge scan beside a hand', () => {
  const end = 1000 + CARD.length * 5
  const scan = [...typedAt(CARD, 1000, 5), { key: 'Enter', at: end }]
  test('comes out whole when a letter was typed just before it', () =>
    expect(watch([{ key: 'n', at: 990 }, ...scan])).toEqual({ field: 'n', scans: [CARD] }))
  test('keeps no digit that was typed just before it', () => {
    let wedge = quietWedge
    const verdicts = [{ key: '5', at: 990 }, ...scan].map(({ key, at }) => {
      const step = press(wedge, key, at)
      wedge = step.wedge
      return step.verdict
    })
    expect(verdicts.at(-1)).toEqual({ do: 'scan', text: CARD, typed: '5' })
  })
  test('presses no button with a second or a late Enter', () => {
    let wedge = quietWedge
    for (const { key, at } of scan) wedge = press(wedge, key, at).wedge
    expect(press(wedge, 'Enter', end + 5).verdict).toEqual({ do: 'swallow' })
    expect(press(wedge, 'Enter', end + 250).verdict).toEqual({ do: 'pass', begins: false })
  })
  test('broken by Enter is one text', () => {
    const keys = [...CARD.replace(' Hương', '\n Hương')].map((key, n) => ({ key: key === '\n' ? 'Enter' : key, at: 1000 + n * 5 }))
    expect(watch(keys)).toEqual({ field: '', scans: [CARD.replace(' Hương', '\n Hương')] })
  })
  test('in which an input method took letters away shows that they are lost', () => {
    const keys = [...typedAt(CARD.slice(0, 20), 1000, 5), { key: 'Backspace', at: 1098 }, ...typedAt(CARD.slice(20), 1100, 5)]
    expect(watch(keys).scans).toEqual([`${CARD.slice(0, 20)}\uFFFD${CARD.slice(20)}`])
  })
  test('is not what an input method retypes', () => expect(watch(typedAt('đường', 1000, 1))).toEqual({ field: 'đường', scans: [] }))
})

describe('typing', () => {
  test('passes at once and whole at any human speed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcđêô0123456789 '), maxLength: 40 }),
        fc.array(fc.integer({ min: 31, max: 400 }), { minLength: 40, maxLength: 40 }),
        (text, gaps) => {
          let at = 0
          const keys = [...text].map((key, n) => ({ key, at: (at += gaps[n] ?? 50) }))
          expect(watch(keys)).toEqual({ field: text, scans: [] })
        },
      ),
    )
  })
  test('that begins with letters is no scan at any speed', () =>
    expect(watch(typedAt('nguyen thi huong lan 1990', 0, 3))).toEqual({ field: 'nguyen thi huong lan 1990', scans: [] }))
  test('of a few digits too fast is given back', () => expect(watch(typedAt('20011990', 0, 10))).toEqual({ field: '20011990', scans: [] }))
})
