import bwip from 'bwip-js/node'

/** The dark modules of a QR Code (level M), row by row, neighbours as one run. Throws where no QR Code holds the text. */
export function qrRuns(text: string): {
  readonly modules: number
  readonly runs: readonly { readonly row: number; readonly from: number; readonly length: number }[]
} {
  const [made] = bwip.raw('qrcode', text, 'eclevel=M')
  if (made === undefined || !('pixs' in made)) throw new Error('no QR Code was made')
  const { pixx, pixs } = made
  const isDark = (row: number, column: number): boolean => column >= 0 && column < pixx && pixs[row * pixx + column] === 1
  const runs = Array.from({ length: pixx }, (_, row) => row).flatMap(row =>
    Array.from({ length: pixx }, (_, column) => column)
      .filter(column => isDark(row, column) && !isDark(row, column - 1))
      .map(from => {
        let length = 1
        while (isDark(row, from + length)) length += 1
        return { row, from, length }
      }),
  )
  return { modules: pixx, runs }
}
