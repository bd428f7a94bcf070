/** A line printed in the printer's own letters; `tables`: the code pages it was told to take within it. */
export type PrintedLine = {
  readonly text: string
  readonly align: number
  readonly bold: boolean
  readonly scale: number
  readonly tables: readonly number[]
}

/**
 * What a printer would have put on paper. `rows`: one byte a dot, 1 is ink. `cuts`: rows after which the knife fell. `text`: letters
 * printed as text, a line each; `pulses`: drawer pins that got one.
 */
export type Printout = {
  readonly lines: readonly PrintedLine[]
  readonly pulses: readonly number[]
  readonly width: number
  readonly rows: readonly Uint8Array[]
  readonly cuts: readonly number[]
  readonly text: string
}

/**
 * A strict ESC/POS printer with a head of `width` dots, whose own motion unit is 1/360 inch.
 * Written without the encoder; throws on a command it does not know and on a feed that is no whole dot.
 */
export function decodeEscPos(bytes: Uint8Array, width = 576, dpi = 203): Printout {
  const paper: Uint8Array[] = []
  const cuts: number[] = []
  const lines: PrintedLine[] = []
  const pulses: number[] = []
  let letters = ''
  let tables: number[] = []
  let [table, scale, bold, single] = [0, 1, false, false]
  let at = 0
  let unit = 360
  let justify = 0

  const next = (): number => {
    const byte = bytes[at]
    at += 1
    if (byte === undefined) throw new Error('the bytes end inside a command')
    return byte
  }
  const feedInches = (inches: number): void => {
    const dots = inches * dpi
    if (Math.abs(dots - Math.round(dots)) > 1e-9) throw new Error(`a feed of ${dots} dots`)
    for (let row = 0; row < Math.round(dots); row += 1) paper.push(new Uint8Array(width))
  }
  const raster = (): void => {
    const [m, xl, xh, yl, yh] = [next(), next(), next(), next(), next()]
    if (m !== 0) throw new Error(`raster mode ${m}`)
    const across = (xl + xh * 256) * 8
    const slack = width - across
    if (slack < 0) throw new Error(`a band of ${across} dots on ${width}`)
    const left = [0, slack / 2, slack][justify] ?? 0
    for (let y = yl + yh * 256; y > 0; y -= 1) {
      const row = new Uint8Array(width)
      for (let x = 0; x < across; x += 8) {
        const eight = next()
        for (const bit of [0, 1, 2, 3, 4, 5, 6, 7]) row[left + x + bit] = eight & (0x80 >> bit) ? 1 : 0
      }
      paper.push(row)
    }
  }
  const escape: Record<number, () => void> = {
    0x40: () => {
      unit = 360
      justify = 0
      ;[table, scale, bold, single] = [0, 1, false, false]
    },
    0x45: () => {
      bold = (next() & 1) === 1
    },
    0x70: () => {
      pulses.push(next() === 0 ? 2 : 5)
      next()
      next()
    },
    0x74: () => {
      table = next()
      tables.push(table)
    },
    0x4a: () => feedInches(next() / unit),
    0x61: () => {
      justify = next()
    },
    // Lines of 1/6 inch, rounded to the dot.
    0x64: () => feedInches((next() * 34) / dpi),
  }
  const group: Record<number, () => void> = {
    0x21: () => {
      const size = next()
      if (size >> 4 !== (size & 15)) throw new Error(`letters wider than high: ${size}`)
      scale = 1 + (size & 15)
    },
    0x50: () => {
      next()
      unit = next()
    },
    0x56: () => {
      const m = next()
      if (m > 1) throw new Error(`cut mode ${m}`)
      cuts.push(paper.length)
    },
    0x72: () => void next(),
    0x76: () => {
      if (next() !== 0x30) throw new Error('GS v without 0')
      raster()
    },
  }
  while (at < bytes.length) {
    const byte = next()
    if (byte === 0x1b || byte === 0x1d) {
      const name = next()
      const command = (byte === 0x1b ? escape : group)[name]
      if (command === undefined) throw new Error(`unknown command ${byte.toString(16)} ${name.toString(16)}`)
      command()
    } else if (byte === 0x10) {
      next()
      next()
    } else if (byte === 0x1c) {
      if (next() !== 0x2e) throw new Error('unknown FS command')
      single = true
    } else if (byte === 0x0a) {
      lines.push({ text: letters.normalize('NFC'), align: justify, bold, scale, tables })
      for (let row = 0; row < 34 * scale; row += 1) paper.push(new Uint8Array(width))
      letters = ''
      tables = []
    } else if (byte < 0x80) letters += String.fromCharCode(byte)
    else if (single) letters += letterOf(table, byte)
    else throw new Error('a byte that a printer for China takes for half a letter')
  }
  if (letters !== '') throw new Error('letters without a line end')
  return { width, rows: paper, cuts, lines, pulses, text: lines.map(line => line.text).join('\n') }
}

/** Upper halves of the tables: Windows 1258 as the platform knows it, TCVN 5712:1993 VN3 written down byte by byte. */
function letterOf(table: number, byte: number): string {
  if (table === 52 || table === 27 || table === 94) return new TextDecoder('windows-1258').decode(Uint8Array.of(byte))
  const small = VN3[byte - 0xa1]
  if (small === undefined || small === '.' || (table !== 30 && table !== 31)) throw new Error(`no letter ${byte} in table ${table}`)
  return table === 31 ? small.toUpperCase() : small
}

/** From 0xA1; a dot where nothing stands. */
const VN3 = Array.from('ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ.')
