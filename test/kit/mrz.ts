import { checkDigit } from '#domain/card/mrz.ts'

type Back = { readonly number: string; readonly name: string; readonly birth: string; readonly expires: string; readonly sex: 'M' | 'F' }

const padded = (text: string, length: number): string => text.padEnd(length, '<').slice(0, length)
const checked = (text: string): string => `${text}${checkDigit(text)}`

/** The three lines on the back of a citizen card (ICAO 9303-5, domain.md D5); days as `YYMMDD`, the name in capitals without marks. */
export function zoneOf({ number, name, birth, expires, sex }: Back): string {
  const one = `IDVNM${checked(number.slice(3))}${checked(`${number}<<`)}`
  const [born, until] = [checked(birth), checked(expires)]
  const two = `${born}${sex}${until}VNM${'<'.repeat(11)}`
  const composite = checkDigit(one.slice(5) + born + until + '<'.repeat(11))
  const [family = '', ...given] = name.split(' ')
  return [one, `${two}${composite}`, padded(`${family}<<${given.join('<')}`, 30)].join('\n')
}
