import { describe, expect, test } from 'vitest'
import { type Profile, profiles } from '#devices/profile.ts'
import { FONTS, drawSlip } from '#devices/slip/draw.ts'
import { slipBytes } from '#devices/slip/slip-bytes.ts'
import { slipText } from '#devices/slip/text.ts'
import { Instant } from '#domain/kernel/time.ts'
import { type CodePageName, codePageNames } from '#domain/paper/code-page.ts'
import { testSlip } from '#paper/test-slip.ts'
import { decodeEscPos } from '#kit/escpos-decode.ts'

const at = Instant.parse(1_795_401_660_000)
const slip = testSlip({ printer: 'tcp://192.168.1.50:9100', at })
const printed = (profile: Profile, letters: CodePageName | null) =>
  decodeEscPos(Buffer.concat([...slipBytes(slip, { ...profile, letters, fonts: FONTS })]), profile.dots, profile.dpi)

/** The letters of TCVN 6909 written down one by one, without the templates's way of making them. */
const LETTERS =
  'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ' +
  'AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴĐ'

test('the test slip shows every Vietnamese letter with every tone, as one sign each', () => {
  const text = slip.map(block => ('text' in block ? block.text : '')).join('')
  expect([...LETTERS].filter(letter => !text.includes(letter))).toEqual([])
  expect(text).toBe(text.normalize('NFC'))
  expect(slip.at(-1)).toEqual({ kind: 'cut' })
})

describe('the proof of code pages', () => {
  /** Which tables of a printer each line is to show, first met first. */
  const tables = { tcvn3: [30, 31], cp1258: [52], 'cp1258-27': [27], 'cp1258-94': [94] } as const satisfies Record<CodePageName, unknown>
  const PROOF = 'Đỗ Ẩn, NGUYỄN THỊ Ý, Đặng Hòa Sử'

  test.each(['80', '58', 'tm-t88', 'generic-58'] as const)('stands on one line each in the letters of a %s, the rest drawn', name => {
    const { lines, rows } = printed(profiles[name], null)
    expect(lines.map(line => line.text)).toEqual(codePageNames.map(() => PROOF))
    expect(lines.map(line => [...new Set(line.tables)])).toEqual(codePageNames.map(page => tables[page]))
    expect(rows.filter(row => row.includes(1)).length).toBeGreaterThan(400)
  })

  test('is the same at a printer that prints in letters, and the line to compare with is drawn there too', () => {
    const { lines, rows } = printed(profiles['80'], 'tcvn3')
    expect(lines.slice(-codePageNames.length).map(line => line.text)).toEqual(codePageNames.map(() => PROOF))
    const sample = drawSlip([{ kind: 'text', text: PROOF }], 576)
    const inked = rows
      .map(row => row.join(''))
      .filter(row => row.includes('1'))
      .join('\n')
    expect(inked).toContain(inkOf(sample))
  })

  test.each([
    ['tcp://192.168.1.50:9100', 'tcp://192.168.1.50:9100?text=…'],
    ['tcp://192.168.1.50?profile=xp-80', 'tcp://192.168.1.50?profile=xp-80&text=…'],
    ['serial:/dev/ttyS0?text=cp1258&baud=9600', 'serial:/dev/ttyS0?baud=9600&text=…'],
  ])('tells what to write in place of %s', (printer, told) => {
    const text = slipText(testSlip({ printer, at }))
    expect(text).toContain(`là ${told} với tên ở dòng ấy`)
    for (const page of codePageNames) expect(text).toContain(`text=${page}\n`)
  })
})

/** The rows of a drawn slip that have ink, dot by dot. */
const inkOf = ({ width, height, bits }: ReturnType<typeof drawSlip>): string =>
  Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => ((bits[(y * width + x) >> 3] ?? 0) >> (7 - (x & 7))) & 1).join(''),
  )
    .filter(row => row.includes('1'))
    .join('\n')
