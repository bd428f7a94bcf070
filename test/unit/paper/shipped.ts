import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Day, Instant } from '#domain/kernel/time.ts'
import type { Card } from '#domain/card/card.ts'
import type { Answers } from '#domain/procedure/answer.ts'
import { fill, missingFields } from '#domain/procedure/fill.ts'
import { readProcedure } from '#domain/procedure/procedure-file.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { RESOURCES, got } from '#kit/basics.ts'
import { sampleFor } from '#kit/complete.ts'

const FOLDER = join(RESOURCES, 'catalog/procedures')

export const shippedFiles = (): readonly string[] => readdirSync(FOLDER).filter(name => name.endsWith('.json'))

export const foreignFile = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))

/** A procedure as it ships. */
export const shipped = (code: string): Procedure => got(readProcedure(foreignFile(`${code}.json`)))

/** 09:41 of the demo's day. */
export const MORNING = Instant.parse(Date.parse('2026-11-23T09:41:00+07:00'))
export const TODAY = Day.parse('2026-11-23')

export const office = {
  id: 'DEMO-01',
  name: 'Trung tâm Phục vụ hành chính công phường An Bình',
  authority: 'ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH',
  unit: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
  commune: 'phường An Bình',
  province: 'tỉnh Đồng Tháp',
  phone: '0277 000 0000',
}

export const card: Card = {
  source: 'qr21',
  number: '087190012345',
  oldNumber: null,
  name: 'Nguyễn Thị Hương Lan',
  birth: Day.parse('1990-01-15'),
  sex: 'female',
  address: 'Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp',
  issued: Day.parse('2021-05-10'),
  expires: null,
}

/** The form after a scan, with `said` typed into it and all filled that follows from it. */
export const filled = (procedure: Procedure, said: Readonly<Record<string, string>> = {}): Answers =>
  fill(
    procedure,
    { card, earlier: [], office, today: TODAY },
    Object.fromEntries(Object.entries(said).map(([id, value]) => [id, { value, origin: { from: 'typed' as const } }])),
  )

/** Everything that is still missing answered with something that fits. */
export function answered(procedure: Procedure, answers: Answers): Answers {
  const missing = missingFields(procedure, answers)
  if (missing.length === 0) return answers
  const said = missing.map(field => [field.id, { value: sampleFor(field), origin: { from: 'typed' as const } }] as const)
  return answered(procedure, { ...answers, ...Object.fromEntries(said) })
}
