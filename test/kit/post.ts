import { DossierCode } from '#domain/dossier/code.ts'
import { DossierId, HandoverId, OfficialId } from '#domain/kernel/id.ts'
import { Instant } from '#domain/kernel/time.ts'
import type { Handover, HandoverItem, Role, Signer } from '#domain/post/handover.ts'
import type { Parcel } from '#domain/post/parcel.ts'
import { anId } from './dossier.ts'

/** 23/11/2026 09:00. */
export const MONDAY = Instant.parse(Date.UTC(2026, 10, 23, 2))

export const aSigner = (role: Role): Signer => ({ id: OfficialId.parse(anId()), name: 'Nguyễn Thị Ánh Tuyết', role })

export const anItem = (part: Partial<HandoverItem> = {}): HandoverItem => ({
  dossier: DossierId.parse(anId()),
  code: DossierCode.parse('000.00.20.H20-261123-3001'),
  content: 'result',
  owner: 'Nguyễn Thị Hương Lan',
  procedure: 'Cấp bản sao trích lục hộ tịch',
  papers: 1,
  parcel: null,
  weight: null,
  postage: null,
  fee: 0,
  cod: 0,
  brought: null,
  added: MONDAY,
  ...part,
})

export const aHandover = (part: Partial<Handover> = {}): Handover => ({
  id: HandoverId.parse(anId()),
  code: 'BG-261123-3-01',
  direction: 'to-post',
  office: 'Bộ phận Một cửa phường Hồng Ngự',
  partner: 'Bưu điện Hồng Ngự',
  opened: MONDAY,
  corrects: null,
  items: [],
  signed: null,
  ...part,
})

export const aParcel = (part: Partial<Parcel> = {}): Parcel => ({
  handover: HandoverId.parse(anId()),
  dossier: DossierId.parse(anId()),
  state: 'away',
  since: MONDAY,
  tries: 0,
  receiver: null,
  reason: null,
  collected: 0,
  paidIn: null,
  ...part,
})
