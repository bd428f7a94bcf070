import { completed } from './complete.ts'
import { handClock } from './hand-clock.ts'
import { hallMachine } from './hall.ts'
import { aRequest } from './home.ts'
import { type TempOffice, draftOf, personOf } from './office.ts'

/** The counter of an office, or its laptop, with the office's pairing code; its clock stands on the morning of the route. */
export async function homeMachine(number: number, dataDir?: string): Promise<TempOffice> {
  const clock = handClock('2026-11-25T07:05:00+07:00')
  const machine = await hallMachine({ number, role: 'alone', port: 7878, clock, ...(dataDir === undefined ? {} : { dataDir }) })
  return { ...machine, clock }
}

/** A visit that is asked for and planned for the first official. */
export async function plannedAt(office: TempOffice, slot: string, part: Parameters<typeof aRequest>[0] = {}) {
  const asked = await office.get('home.ask', { request: aRequest(part) })
  const { id } = await personOf(office, 'reception')
  return office.get('home.plan', { visit: asked.visit, day: asked.request.wish.day, slot, official: id })
}

/** A dossier of Nguyễn Thị Hương Lan whose result is ready: its code. */
export async function readyDossier(office: TempOffice): Promise<string> {
  const card = '087190012345||Nguyễn Thị Hương Lan|15011990|Nữ|Ấp 3, Thường Lạc, Hồng Ngự, Đồng Tháp|10052021'
  const { draft } = await draftOf(office, card, '2.000815')
  const { dossier } = await office.get('dossier.finish', { draft: await completed(office, draft) })
  await office.get('dossier.step', { code: dossier.code, step: { kind: 'ready', result: 'Bản sao có chứng thực' } })
  return dossier.code
}

export const OWNER = { right: 'owner', name: 'Nguyễn Thị Hương Lan', number: '087190012345', paper: null } as const
