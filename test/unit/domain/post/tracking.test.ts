import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TrackingNumber, checkDigit, readSenderSlip, readTracking } from '#domain/post/tracking.ts'

const read = (text: string) => {
  const result = readTracking(text)
  return result.ok ? `${result.value.number} ${result.value.check}` : result.faults.map(({ code, field }) => `${field}: ${code}`).join()
}

describe('a tracking number', () => {
  /*
   * Published examples. S10 (UPU standard), Wikipedia: 47312482 → 9. github.com/bwipp/postscriptbarcode/wiki/UPU-S10: EE471108151FR,
   * RR47312482GB. npm s10 1.0.0, README and index.test.js: EB… and the serials below. github.com/jkeen/tracking_number_data,
   * couriers/s10.json: RB…. zint manual, UPU S10: EE876543216CA. Devart's S10 generator: RB167995284IT, LL572405406US.
   */
  test.each([
    'RR473124829GB',
    'EE471108151FR',
    'EB000717618HK',
    'EB000717595HK',
    'RB123456785GB',
    'RB123456785US',
    'RB123456785CV',
    'RB123456785CF',
    'EE876543216CA',
    'RB167995284IT',
    'LL572405406US',
    'RN123456785VN',
    'EA000000014VN',
    'RR000000005VN',
    'CP202600060VN',
    'EM870001234VN',
  ])('%s holds', number => expect(read(number)).toBe(`${number} right`))

  test.each([
    ['00071758', '1'],
    ['96633102', '0'],
    ['76129403', '8'],
    ['00071761', '8'],
    ['47312482', '9'],
    ['00000000', '5'],
    ['20260006', '0'],
  ])('the check digit of %s is %s', (serial, digit) => expect(checkDigit(serial)).toBe(digit))

  test.each([
    'RN 123 456 785 VN',
    'rn123456785vn',
    ' R N 1 2 3 4 5 6 7 8 5 V N ',
    'rn.123.456.785-VN',
    'RN–123456785—vn',
    ']C0RN123456785VN\r\n',
  ])('typed or scanned as %j is the same', text => expect(read(text)).toBe('RN123456785VN right'))

  test('of the Post’s own contract may fail its check digit: somebody compares', () => {
    expect(read('RN123456784VN')).toBe('RN123456784VN wrong')
  })

  test('with letters that S10 reserves promises no check digit', () => {
    expect(['JA', 'KT', 'SA', 'TA', 'WA'].map(letters => read(`${letters}123456785VN`))).toEqual(
      ['JA', 'KT', 'SA', 'TA', 'WA'].map(letters => `${letters}123456785VN none`),
    )
  })

  test.each([
    ['', 'parcel.number.missing'],
    [' - ', 'parcel.number.missing'],
    ['RN12345678VN', 'parcel.number.length'],
    ['RN1234567855VN', 'parcel.number.length'],
    ['R1123456785VN', 'parcel.number.letters'],
    ['1847176155123', 'parcel.number.letters'],
    ['RA184717615H1', 'parcel.number.letters'],
    // A keyboard set to Vietnamese (Telex) makes one letter of two.
    ['Ê471108151VN', 'parcel.number.letters'],
    ['RN12345678ßVN', 'parcel.number.letters'],
    ['SA123456785GB', 'parcel.number.letters'],
    ['RN12345678OVN', 'parcel.number.digits'],
    ['RB123456785XX', 'parcel.number.country'],
    ['RN123456785VM', 'parcel.number.country'],
    ['RB123456786US', 'parcel.number.check'],
    ['EB000717594HK', 'parcel.number.check'],
    ['EB000717535HK', 'parcel.number.check'],
  ])('%j is refused: %s', (text, code) => expect(read(text)).toBe(`parcel: ${code}`))

  test('never breaks, whatever is typed, and what it answers reads as itself', () => {
    const nearly = fc.stringMatching(/^[A-Za-z]{2}[ .-]?[0-9OI]{9}[ -]?[A-Za-z]{2}$/)
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearly), text => {
        const first = readTracking(text)
        if (first.ok) expect(readTracking(first.value.number)).toEqual(first)
      }),
      { numRuns: 2_000 },
    )
  })
})

/** The sum's rest, computed here by itself: eleven check digits would be needed, and there are ten. */
const restOf = (serial: string): number => [8, 6, 4, 2, 3, 5, 9, 7].reduce((sum, weight, at) => sum + weight * Number(serial[at]), 0) % 11

/** What nothing can find: both serials have the check digit 5, one because 11 − 6 is 5, the other because 11 − 0 becomes 5. */
const undetectable = (from: string, to: string): string | null =>
  Math.abs(restOf(from) - restOf(to)) === 6 && restOf(from) * restOf(to) === 0 ? 'rest 0 and rest 6 are both 5' : null

const SERIALS = Array.from({ length: 10_000 }, (_, n) => String((n * 7_919_333 + 17) % 100_000_000).padStart(8, '0'))
const put = (text: string, at: number, sign: string) => text.slice(0, at) + sign + text.slice(at + 1)
const DIGITS = Array.from('0123456789')
const wrongDigits = (text: string) =>
  Array.from(text).flatMap((right, at) => DIGITS.filter(digit => digit !== right).map(digit => put(text, at, digit)))
const transpositions = (text: string) =>
  Array.from(text.slice(1)).flatMap((sign, at) => (text[at] === sign ? [] : [put(put(text, at, sign), at + 1, text[at] ?? '')]))

/** Tries every error in every number: how many there are, and those that pass, by the reason why nothing could find them. */
function tried(errors: (serial: string) => readonly string[]) {
  const passed = new Map<string, number>()
  let all = 0
  for (const serial of SERIALS) {
    const check = checkDigit(serial)
    for (const wrong of errors(serial)) {
      all += 1
      if (checkDigit(wrong) !== check) continue
      const why = undetectable(serial, wrong) ?? `outside every class: ${serial} ${wrong}`
      passed.set(why, (passed.get(why) ?? 0) + 1)
    }
  }
  return { all, passed: Object.fromEntries(passed) }
}

describe('the check digit of 10,000 numbers', () => {
  test('finds every wrong digit of the serial but where rest 0 becomes rest 6 or back', () => {
    expect(tried(wrongDigits)).toEqual({ all: 720_000, passed: { 'rest 0 and rest 6 are both 5': 13_188 } })
  })

  test('finds every pair of neighbours of the serial that changed places but where rest 0 becomes rest 6 or back', () => {
    expect(tried(transpositions)).toEqual({ all: 63_001, passed: { 'rest 0 and rest 6 are both 5': 1_170 } })
  })

  test('finds every wrong check digit: a serial has one', () => {
    const wrong = SERIALS.flatMap(serial => DIGITS.map(digit => readTracking(`RN${serial}${digit}VN`))).filter(
      result => result.ok && result.value.check === 'wrong',
    )
    expect(wrong).toHaveLength(90_000)
  })

  test('the other collapse hides nothing: only rest 1 has the check digit 0', () => {
    const rests = Map.groupBy(SERIALS, checkDigit)
    expect(new Set(rests.get('0')?.map(restOf))).toEqual(new Set([1]))
    expect(new Set(rests.get('5')?.map(restOf))).toEqual(new Set([0, 6]))
    for (const digit of Array.from('12346789')) expect(new Set(rests.get(digit)?.map(restOf))).toEqual(new Set([11 - Number(digit)]))
  })
})

describe('a sender slip', () => {
  const CODE = '000.00.20.H20-261123-0042'
  const parcel = { number: 'RN123456785VN', check: 'right' }

  test.each([
    'RN123456785VN',
    'rn 123 456 785 vn',
    'https://tracking.example/parcel/RN123456785VN?from=slip',
    'https://tracking.example/?id=RN123456785VN&lang=vi',
    'https://tracking.example/?id=RN123456785VN#RN123456785VN',
    'https://tracking.example/?q=a%7CRN123456785VN',
    'Số hiệu: RN 123 456 785 VN',
    '{"parcel":"RN123456785VN","weight":250}',
  ])('%j names its parcel', text => expect(readSenderSlip(text)).toEqual({ ok: true, value: { parcel, dossier: null } }))

  test.each([
    `RN123456785VN|${CODE}`,
    `${CODE};RN 123 456 785 VN`,
    `${CODE.toLowerCase()}\r\nrn123456785vn`,
    `Hồ sơ ${CODE} bưu gửi RN 123 456 785 VN`,
    `https://mot-cua.example/${CODE}/2?parcel=RN123456785VN`,
    `RN123456785VN|${CODE}|RN 123 456 785 VN|${CODE}`,
  ])('%j names parcel and dossier', text => expect(readSenderSlip(text)).toEqual({ ok: true, value: { parcel, dossier: CODE } }))

  test('with a dossier alone names that', () => {
    expect(readSenderSlip(`${CODE}|250 g`)).toEqual({ ok: true, value: { parcel: null, dossier: CODE } })
  })

  test('of a contract number that fails its check digit says so', () => {
    expect(readSenderSlip(`RN123456784VN|${CODE}`)).toMatchObject({ value: { parcel: { number: 'RN123456784VN', check: 'wrong' } } })
  })

  test.each([
    ['RN123456785VN|EA000000014VN', 'parcel.number.two'],
    [`${CODE}|000.00.20.H20-261123-0043|RN123456785VN`, 'parcel.dossier.two'],
    ['RN12345678VN', 'parcel.number.length'],
    ['RN12345678OVN', 'parcel.number.digits'],
    [`RB123456786US|${CODE}`, 'parcel.number.check'],
    ['https://tracking.example/', 'parcel.slip.unknown'],
    ['100 %|mở', 'parcel.slip.unknown'],
    ['', 'parcel.number.missing'],
  ])('%j is refused: %s', (text, code) => expect(readSenderSlip(text)).toMatchObject({ ok: false, faults: [{ code, field: 'parcel' }] }))

  test('longer than any QR code is none', () => {
    expect(readSenderSlip(`RN123456785VN|${'x'.repeat(5_000)}`)).toMatchObject({ faults: [{ code: 'parcel.slip.unknown' }] })
  })

  test('two different numbers are never chosen between, whatever stands between them', () => {
    const number = fc.integer({ min: 0, max: 99_999_999 }).map(serial => {
      const digits = String(serial).padStart(8, '0')
      return TrackingNumber.parse(`EM${digits}${checkDigit(digits)}VN`)
    })
    fc.assert(
      fc.property(number, number, fc.constantFrom('|', ';', ' ', '\n', '/', '&id=', '%7C', ', '), (one, other, between) => {
        const slip = readSenderSlip(`${one}${between}${other}`)
        if (one === other) expect(slip).toMatchObject({ value: { parcel: { number: one } } })
        else expect(slip).toMatchObject({ faults: [{ code: 'parcel.number.two' }] })
      }),
    )
  })
})
