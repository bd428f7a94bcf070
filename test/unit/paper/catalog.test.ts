import { describe, expect, test } from 'vitest'
import { checkAnswers } from '#domain/procedure/check.ts'
import { feeOf } from '#domain/procedure/fee.ts'
import { valueIn } from '#domain/procedure/answer.ts'
import { missingFields } from '#domain/procedure/fill.ts'
import { readProcedure } from '#domain/procedure/procedure-file.ts'
import { declarationPages } from '#paper/declaration.ts'
import { TODAY, answered, filled, foreignFile, office, shipped, shippedFiles } from './shipped.ts'

/** The counter's procedures with their codes in the national database. */
const CIVIL_STATUS = '1.001193 1.000894 1.000656 1.004873 2.000635 1.004859 1.001022 1.000689 1.004837 1.004884 1.004746 1.005461'
const OTHERS = 'BHYT-01 2.000815 2.000884 2.001035 2.001019 2.000908 1.001612 1.001776 1.014027 1.004222 1.004194 3.000722 2.002913'
const CODES = `${CIVIL_STATUS} ${OTHERS}`.split(' ')

test('every procedure of the counter ships, each in the file of its code', () => {
  const first = shippedFiles().filter(file => !file.includes('@'))
  expect(first.toSorted()).toEqual(CODES.map(code => `${code}.json`).toSorted())
})

/** Another edition of a code lies beside it as `CODE@EDITION.json`. */
const codeOf = (file: string): string => file.replace(/(@.*)?\.json$/, '')

describe.each(shippedFiles())('%s', file => {
  const procedure = shipped(file.replace('.json', ''))

  test('is taken whole', () => {
    expect(readProcedure(foreignFile(file))).toMatchObject({ ok: true, value: { code: codeOf(file) } })
  })

  test('can be filled and finished, and its declaration has a line for every answer', () => {
    const answers = answered(procedure, filled(procedure))
    expect(checkAnswers(procedure, answers, TODAY)).toEqual([])
    const said = JSON.stringify(declarationPages(procedure, answers, { office, day: TODAY, applicantName: 'X' }, { copy: 1 }))
    expect(said).not.toContain('undefined')
    for (const field of missingFields(procedure, filled(procedure)))
      if (field.kind === 'name') expect(said.normalize('NFC')).toContain('TRẦN VĂN ĐỨC')
  })

  test('asks in words for what the card does not tell', () => {
    const mute = missingFields(procedure, filled(procedure)).filter(field => (field.ask ?? '') === '')
    expect(mute.map(field => field.id)).toEqual([])
  })
})

describe('an extract of the civil status', () => {
  const procedure = shipped('2.000635')

  test('for oneself asks one thing: where it was registered', () => {
    expect(missingFields(procedure, filled(procedure)).map(field => field.id)).toEqual(['registered.place'])
  })

  test('for another asks who that is, and never prints the own card in that place', () => {
    const answers = filled(procedure, { relation: 'family' })
    expect(missingFields(procedure, answers).map(field => field.id)).toContain('other.name')
    const said = JSON.stringify(declarationPages(procedure, answers, { office, day: TODAY, applicantName: 'X' }, { copy: 1 }))
    expect(said.match(/087190012345/g)).toHaveLength(1)
  })

  test.each([
    [{ copies: '2' }, 16_000],
    [{ copies: '3', vneid: 'yes' }, 0],
    [{ copies: '1', exempt: 'yes' }, 0],
  ])('with %o costs %i đ', (said, total) => {
    expect(feeOf(procedure.fee, valueIn(filled(procedure, said)), TODAY).total).toBe(total)
  })
})

describe('certified copies', () => {
  const procedure = shipped('2.000815')

  test.each([
    ['1', '1', 2_000],
    ['2', '1', 4_000],
    ['5', '1', 7_000],
    ['198', '1', 200_000],
    ['40', '1', 42_000],
    ['500', '2', 400_000],
  ])('%s pages, %s copies', (pages, copies, total) => {
    expect(
      feeOf(procedure.fee, valueIn(filled(procedure, { 'originals.1.pages': pages, 'originals.1.copies': copies })), TODAY).total,
    ).toBe(total)
  })

  test('need nothing but the papers', () => {
    expect(missingFields(procedure, filled(procedure))).toEqual([])
  })
})

test('a birth registered in time is free, a late one is not', () => {
  const { fee } = shipped('1.001193')
  expect(feeOf(fee, valueIn(filled(shipped('1.001193'), { 'child.birth': '2026-11-15' })), TODAY).total).toBe(0)
  expect(feeOf(fee, valueIn(filled(shipped('1.001193'), { 'child.birth': '2026-09-01' })), TODAY).total).toBe(5000)
  expect(feeOf(fee, valueIn(filled(shipped('1.001193'), { inTime: 'no', wantsCopy: 'yes', copies: '2' })), TODAY).total).toBe(21_000)
})
