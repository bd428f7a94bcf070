import { DossierCode } from '../dossier/code.ts'

/** A transfer's note holds this many characters. */
const LONGEST = 25

/**
 * The dossier code as the note of a transfer: `HS 0000020H20 261123 3001`. Banks drop dots and hyphens, so they are not
 * used; of an agency with a long identifier the spaces go too, and `HS` last. The agency stays: one account may serve several.
 */
export function transferNote(code: DossierCode): string {
  const { agency, day, number } = partsOf(code)
  const forms = [['HS', agency, day, number].join(' '), `HS${agency}${day}${number}`]
  return forms.find(form => form.length <= LONGEST) ?? `${agency}${day}${number}`.slice(0, LONGEST)
}

/**
 * The dossier codes a line of a bank statement can mean, for an office with this agency identifier: the likeliest first,
 * none where it names no dossier. Several where digits follow the number at once; only one of them was ever given.
 */
export function readNote(line: string, agency: string): readonly DossierCode[] {
  const letters = [...bare(agency)].join(BETWEEN)
  const found = new RegExp(`${letters}${BETWEEN}(${Array(6).fill('\\d').join(BETWEEN)})${BETWEEN}(\\d{4,})`).exec(line.toUpperCase())
  const day = bare(found?.[1] ?? '')
  const digits = found?.[2] ?? ''
  const lengths = digits.length <= 6 ? [digits.length, 4, 5] : [4, 5, 6]
  const codes = [...new Set(lengths.map(length => `${agency}-${day}-${digits.slice(0, length)}`))]
  return codes.flatMap(text => {
    const code = DossierCode.safeParse(text)
    return code.success ? [code.data] : []
  })
}

/** What a bank may put between two characters that it sends on. */
const BETWEEN = '[^0-9A-Z]*'

const bare = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, '')

function partsOf(code: DossierCode): { readonly agency: string; readonly day: string; readonly number: string } {
  const [number = '', day = '', ...agency] = code.split('-').reverse()
  return { agency: bare(agency.reverse().join('-')), day, number }
}
