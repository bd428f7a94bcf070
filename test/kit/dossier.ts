import { DossierReceived } from '#domain/dossier/dossier.ts'
import { uuidv7 } from '#domain/kernel/id.ts'
import { Instant } from '#domain/kernel/time.ts'
import { randomness } from '#machine/randomness.ts'

export const anId = (): string => uuidv7(Instant.parse(1_795_000_000_000), randomness)

type Telling = {
  readonly code?: string
  readonly name?: string
  readonly number?: string | null
  readonly at?: number
  readonly id?: string
  readonly book?: number
}

/** A received dossier in which only the telling field is given. */
export const aDossier = ({
  code = '000.00.20.H20-261123-3001',
  name = 'Nguyễn Thị Hương Lan',
  number = '087190012345',
  at = 1_795_000_000_000,
  id = anId(),
  book = 1,
}: Telling = {}): DossierReceived =>
  DossierReceived.parse({
    dossier: id,
    code,
    book: { volume: '2026/Quầy 3', number: book },
    office: {
      id: 'O',
      name: 'Một cửa phường An Bình',
      authority: 'UBND PHƯỜNG AN BÌNH',
      unit: 'BỘ PHẬN MỘT CỬA',
      commune: 'phường An Bình',
      province: 'tỉnh Đồng Tháp',
      phone: '',
    },
    counter: 'Quầy 3',
    official: { id: anId(), name: 'Nguyễn Thị An' },
    procedure: { code: '2.000635', name: 'Cấp bản sao trích lục hộ tịch', edition: '2026-01', takes: 'same-day' },
    applicant: { name, number, birth: '1990-01-15', sex: 'female', address: 'Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp', phone: null },
    identity: 'qr21',
    answers: { copies: { value: '2', origin: { from: 'typed' } } },
    papers: [],
    fee: { lines: [], total: 0 },
    received: at,
    due: at + 3_600_000,
    dueSure: true,
    channel: 'direct',
    returnBy: 'counter',
    readBack: null,
    effort: { keys: 3, seconds: 12, wordsByCitizen: 0 },
  })
