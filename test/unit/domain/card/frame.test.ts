import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyFrame, feed, idle } from '#domain/card/frame.ts'

const A = '087190012345||Nguyen Thi Huong Lan|15011990|Nu|Ap 3, Thuong Lac|10052021'
const B = '087085006789|341234567|TRAN VAN DUC|20071985|Nam|So 12, Khom An Thanh|12082021'

/** Feeds pieces one after the other, then a long silence. */
function cut(pieces: readonly string[]): readonly string[] {
  const texts: string[] = []
  let frame = emptyFrame
  pieces.forEach((piece, n) => {
    const step = feed(frame, piece, n)
    frame = step.frame
    texts.push(...step.texts)
  })
  return [...texts, ...idle(frame, 10_000).texts]
}

describe('a scanner’s line', () => {
  test('is cut the same however it arrives', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(A.length * 2), { maxLength: 8 }), cuts => {
        const line = `${A}\r\n${B}\r\n`
        const at = [0, ...cuts.map(n => n % line.length).sort((a, b) => a - b), line.length]
        expect(cut(at.slice(1).map((end, n) => line.slice(at[n], end)))).toEqual([A, B])
      }),
    )
  })
  test('with two scans glued is cut where the second card begins', () => {
    expect(cut([`${A}${B}\r`])).toEqual([A, B])
    expect(cut([`${B}${A}${B}\r`])).toEqual([B, A, B])
  })
  test('without an end is whole after 300 ms', () => {
    const { frame } = feed(emptyFrame, A, 0)
    expect(idle(frame, 299).texts).toEqual([])
    expect(idle(frame, 300).texts).toEqual([A])
  })
  test('with three MRZ lines is one text', () => {
    const mrz = ['IDVNM1900123457087190012345<<8', '9001158F3001156VNM<<<<<<<<<<<6', 'NGUYEN<<THI<HUONG<LAN<<<<<<<<<']
    expect(cut([`${mrz.join('\r\n')}\r\n${A}\r\n`])).toEqual([mrz.join('\n'), A])
  })
  test('of noise stays small, and the next scan comes through', () => {
    let frame = emptyFrame
    for (let n = 0; n < 200; n += 1) frame = feed(frame, 'x'.repeat(1000), n).frame
    expect(frame.pending.length).toBeLessThanOrEqual(5096)
    expect(feed(frame, `\r${A}\r`, 999).texts.at(-1)).toBe(A)
  })
  test('of a card broken by a line end is one text', () =>
    expect(cut([`${A.slice(0, 30)}\r`, `${A.slice(30)}\r`])).toEqual([`${A.slice(0, 30).trim()}\n${A.slice(30)}`]))
  test('of a card that broke off does not touch the next one', () =>
    expect(cut([`${A.slice(0, 50)}${B}\r`])).toEqual([A.slice(0, 50).trim(), B]))
  test('with a cancelled number and a name behind the issue date is one card', () => {
    const card = '087218000456||Vo Minh Khoi|02092018|Nam|Khom 1|20012025|087190099999||Vo Van Anh|'
    expect(cut([`${card}\r`])).toEqual([card])
  })
  test('of noise says how much was dropped, up to its end', () => {
    const first = feed(emptyFrame, 'x'.repeat(5000), 0)
    const second = feed(first.frame, `yyyy\r${A}\r`, 1)
    expect([first.dropped, second.dropped, second.texts]).toEqual([5000, 4, [A]])
  })
})
