import type { Weighed } from '#contract/calls.ts'
import { Card } from '#domain/card/card.ts'
import { Draft } from '#domain/dossier/dossier.ts'
import { Instant } from '#domain/kernel/time.ts'
import { Procedure } from '#domain/procedure/procedure.ts'
import { citizenOfCard, citizenOfHand } from '#renderer/counter/citizen/citizen.ts'
import type { Citizen } from '#renderer/counter/sitting/sitting.ts'
import { anId } from './dossier.ts'

/** A small procedure with every turn a form can take. */
export const aProcedure = (part: Partial<Procedure> = {}): Procedure => ({
  ...Procedure.parse({
    code: '2.000635',
    name: 'Cấp bản sao trích lục hộ tịch',
    edition: '2026-01',
    effectiveFrom: '2026-01-01',
    sector: { code: 'HT', name: 'Hộ tịch' },
    law: ['x'],
    words: ['ban sao khai sinh'],
    takes: { sameDay: true },
    papers: [
      { id: 'card', name: 'Căn cước', need: 'shown' },
      { id: 'proxy', name: 'Ủy quyền', need: 'original', when: { field: 'for', is: 'other' } },
    ],
    result: 'Bản sao',
    comes: 'ai cũng được',
    declaration: null,
    form: [
      { id: 'who', kind: 'heading', label: 'Người yêu cầu' },
      { id: 'name', kind: 'name', label: 'Họ tên', from: ['card.name'], need: true },
      {
        id: 'for',
        kind: 'choice',
        label: 'Cấp cho',
        need: true,
        choices: [
          { value: 'self', label: 'bản thân' },
          { value: 'other', label: 'người khác' },
        ],
      },
      { id: 'other.name', kind: 'name', label: 'Tên người ấy', need: true, when: { field: 'for', is: 'other' } },
      { id: 'place', kind: 'text', label: 'Đã đăng ký tại' },
      { id: 'copies', kind: 'number', label: 'Số bản', need: true, min: 1 },
    ],
  }),
  ...part,
})

export const aDraft = (values: Readonly<Record<string, string>> = {}, papers: Readonly<Record<string, number>> = {}): Draft =>
  Draft.parse({
    id: anId(),
    procedure: { code: '2.000635', edition: '2026-01' },
    applicant: { name: 'Nguyễn Thị Hương Lan', number: '087190012345', birth: '1990-01-15', sex: 'female', address: null, phone: null },
    identity: 'qr21',
    answers: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, origin: { from: 'typed' } }])),
    papers,
    channel: 'direct',
    returnBy: 'counter',
    readBack: null,
    effort: { keys: 0, seconds: 0, wordsByCitizen: 0 },
  })

export const aWeighed = (draft: Draft, procedure: Procedure = aProcedure()): Weighed => ({
  draft,
  procedure,
  fee: { lines: [], total: 0 },
  due: { at: Instant.parse(1_795_000_000_000), sure: true, skipped: [] },
  warnings: [],
})

export const aCitizen = (name = 'Nguyễn Thị Hương Lan', number: string | null = '087190012345'): Citizen =>
  citizenOfHand({ name, number, birth: null, sex: null, address: null, phone: null }, Instant.parse(1_795_000_000_000))

/** A citizen as a card names her, with only the telling parts given. */
export const aCardScan = (part: Readonly<Record<string, string | null>> = {}): Citizen => {
  const card = Card.parse({
    source: 'qr21',
    number: '087190012345',
    oldNumber: null,
    name: 'Nguyễn Thị Hương Lan',
    birth: '1990-01-15',
    sex: 'female',
    address: 'Ấp 3, Thường Lạc',
    issued: '2021-05-10',
    expires: null,
    ...part,
  })
  const read = { kind: 'citizen-card' as const, source: card.source, card, partial: false, repairs: [], warnings: [], extra: [], raw: '' }
  return citizenOfCard({ kind: 'card', read, citizen: { earlier: [] } }, Instant.parse(1_795_000_000_000))
}
