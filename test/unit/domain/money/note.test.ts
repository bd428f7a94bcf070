import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DossierCode, dossierCode } from '#domain/dossier/code.ts'
import { Day } from '#domain/kernel/time.ts'
import { readNote, transferNote } from '#domain/money/note.ts'
import { Note } from '#domain/money/vietqr.ts'

const oldAgency = fc
  .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 63 }))
  .map(([a, b, c]) => `${String(a).padStart(3, '0')}.00.${String(b).padStart(2, '0')}.H${String(c).padStart(2, '0')}`)
const newAgency = fc
  .tuple(fc.constantFrom('H20', 'A05', 'Y63'), fc.array(fc.stringMatching(/^[0-9A-Z]{2,3}$/), { maxLength: 3 }))
  .map(([head, groups]) => [head, ...groups].join('.'))
const agency = fc.oneof(oldAgency, newAgency)
const day = fc.integer({ min: 0, max: 3000 }).map(days => Day.parse(new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)))
const coded = fc
  .tuple(agency, day, fc.integer({ min: 1001, max: 999_999 }))
  .map(([agency, day, number]) => ({ agency, code: dossierCode(agency, day, number) }))

describe('the note of a transfer', () => {
  it('is the dossier code without the characters that banks drop', () => {
    expect(transferNote(codeOf('000.00.20.H20', 3001))).toBe('HS 0000020H20 261123 3001')
  })

  it('fits the field of the code and finds its dossier again, for every agency and number', () => {
    fc.assert(
      fc.property(coded, ({ agency, code }) => {
        const note = transferNote(code)
        expect(Note.safeParse(note).success).toBe(true)
        expect(readNote(note, agency)[0]).toBe(code)
      }),
    )
  })

  it('finds it in the middle of what a bank writes around it', () => {
    const lines = [
      'MBVCB.1234567890.HS 0000020H20 261123 3001.CT tu 0123456789 NGUYEN THI HUONG LAN',
      'hs0000020h202611233001-261126-10:22:31',
      'HS 0000020H20\n261123 3001 FT26329000123',
      'IBFT HS-0000020H20-261123-3001',
    ]
    for (const line of lines) expect(readNote(line, '000.00.20.H20')).toContain(codeOf('000.00.20.H20', 3001))
  })

  it('finds nothing in the note of another agency, or in one that names no dossier', () => {
    for (const line of ['HS 0000021H20 261123 3001', 'ung ho lu lut', '', '0000020H20 269923 3001'])
      expect(readNote(line, '000.00.20.H20')).toEqual([])
  })
})

const codeOf = (agency: string, number: number): DossierCode => dossierCode(agency, Day.parse('2026-11-23'), number)
