import type { Draft } from '#domain/dossier/dossier.ts'
import type { FaultCode } from '#domain/kernel/fault.ts'
import { DossierId, type HandoverId, uuidv7 } from '#domain/kernel/id.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { ParcelStep } from '#domain/post/parcel.ts'
import { got } from '#kit/basics.ts'
import { LAN } from '#kit/cards.ts'
import { completed } from '#kit/complete.ts'
import type { Clock } from '#machine/clock.ts'
import { randomness } from '#machine/randomness.ts'
import { keepSettings, keptSettings } from '#office/settings.ts'
import { PIN, type TempOffice, demoOffice, draftOf, personOf, tempOffice } from '../kit/office.ts'
import type { Thing, World } from './post-world.ts'

const PROCEDURE = '2.000815'
const FEE = 6000

/** The hands at one office: what they ask of it, and what it refused though it should not have, or took though it should not have. */
export type Clerk = Awaited<ReturnType<typeof openClerk>>

/** Opens an office of its own agency, printing nothing, with its official signed in. */
export async function openClerk(number: number, clock: Clock, world: World) {
  const office = await openAgency(number, clock)
  const [official, postal] = [await personOf(office, 'reception'), await personOf(office, 'postal')]
  const { draft } = await draftOf(office, LAN, PROCEDURE)
  const whole = { ...(await completed(office, draft)), returnBy: 'post' } as const
  const wrong: string[] = []

  const finish = async (ready: Draft) => (await office.get('dossier.finish', { draft: ready })).dossier

  /** Something that must be refused with this fault and no other. */
  const refused = async (what: string, fault: FaultCode, asked: Promise<Result<unknown>>): Promise<void> => {
    const result = await asked
    const codes = result.ok ? 'taken' : result.faults.map(({ code }) => code).join(', ')
    if (codes !== fault) wrong.push(`${what}: ${codes} instead of ${fault}`)
  }
  const taken = async (what: string, asked: Promise<Result<unknown>>): Promise<void> => {
    const result = await asked
    if (!result.ok) wrong.push(`${what}: ${result.faults.map(({ code }) => code).join(', ')}`)
  }

  return {
    office,
    wrong,
    refused,
    taken,
    scan: (handover: HandoverId, text: string | null) => office.ask('handover.scan', { handover, text: text ?? '' }),
    move: (key: { handover: HandoverId; dossier: DossierId }, step: ParcelStep) =>
      office.ask('post.move', { ...key, step, at: clock.now() }),
    open: (direction: 'to-post' | 'from-post') => office.get('handover.open', { direction, partner: 'Bưu điện Hồng Ngự' }),

    /** Receives a dossier and makes its result ready. */
    makeReady: async (): Promise<Pick<Thing, 'dossier' | 'code'>> => {
      const { dossier, code } = await finish({ ...whole, id: DossierId.parse(uuidv7(clock.now(), randomness)) })
      await office.get('dossier.step', { code, step: { kind: 'ready', result: 'Bản sao đã chứng thực' } })
      return { dossier, code }
    },

    /** Puts a thing on a list to the Post under a new label, slip first or label first. */
    send: async (handover: HandoverId, thing: Thing): Promise<void> => {
      const [text, parcel] = [thing.code ?? '', world.newLabel()]
      const first = await office.get('handover.scan', { handover, text: world.chance() < 0.5 ? parcel : text })
      const last = await office.get('handover.scan', first.kind === 'label' ? { handover, text, parcel } : { handover, text: parcel })
      if ((last.kind !== 'added' && last.kind !== 'labelled') || last.item.code !== text || last.item.parcel !== parcel)
        throw new Error(`${text} is not on its list under ${parcel}`)
      Object.assign(thing, { label: parcel, list: handover, cod: last.item.cod })
    },

    /** Writes down on a list what the Post brought under a label that nobody knows. */
    bring: async (handover: HandoverId): Promise<Pick<Thing, 'dossier' | 'code' | 'label'>> => {
      const label = world.newLabel()
      await office.get('handover.scan', { handover, text: label })
      const brought = { procedure: PROCEDURE, number: '087190012345', phone: null, address: null, missing: null }
      const asked = { handover, owner: 'Nguyễn Thị Hương Lan', parcel: label, papers: 2, weight: 100, fee: FEE, brought }
      const { dossier } = await office.get('handover.bring', asked)
      return { dossier, code: null, label }
    },

    /** Receives a dossier that the Post brought: its code, and what of the fee that came with it belongs into the books. */
    receive: async (handover: HandoverId, dossier: DossierId): Promise<Pick<Thing, 'code' | 'collected'>> => {
      const { draft: begun } = await office.get('handover.receive', { handover, dossier })
      const { code, fee } = await finish({ ...begun, answers: whole.answers, papers: whole.papers })
      return { code, collected: Math.min(FEE, fee.total) }
    },

    sign: (handover: HandoverId, paidIn: readonly Thing[]) =>
      office.get('handover.sign', {
        handover,
        official: { id: official.id, pin: PIN },
        clerk: { id: postal.id, pin: PIN },
        paidIn: paidIn.flatMap(({ list, dossier }) => (list === null ? [] : [{ handover: list, dossier }])),
      }),
  }
}

async function openAgency(number: number, clock: Clock): Promise<TempOffice> {
  const demo = await tempOffice({}, { clock })
  await demo.get('office.demo', {})
  await demo.close()
  const settings = got(keptSettings(demo.dataDir))
  keepSettings(demo.dataDir, { ...settings, agency: `000.00.2${number}.H20`, printer: null, pagePrinter: null })
  return demoOffice({ dataDir: demo.dataDir }, { clock })
}
