import type { Handlers } from '#contract/calls.ts'
import type { DossierReceived } from '#domain/dossier/dossier.ts'
import { HandoverId } from '#domain/kernel/id.ts'
import { inputFault, ok, refuse } from '#domain/kernel/result.ts'
import type { Instant } from '#domain/kernel/time.ts'
import { type Handover, type Signer, addItem, signHandover } from '#domain/post/handover.ts'

type Around = {
  readonly now: () => Instant
  readonly id: () => string
  readonly office: string
  readonly officials: readonly Signer[]
  readonly received: () => readonly DossierReceived[]
  readonly print: (code: string) => void
}

type HandoverCall = 'handover.open' | 'handover.list' | 'handover.scan' | 'handover.remove' | 'handover.sign'

/** The handover desk of the window's preview. */
export function fakeHandover({ now, id, office, officials, received, print }: Around): Pick<Handlers, HandoverCall> {
  const lists: Handover[] = []
  return {
    'handover.open': async ({ direction, partner }) => {
      const list: Handover = {
        id: HandoverId.parse(id()),
        code: `BG-261123-3-0${String(lists.length + 1)}`,
        direction,
        office: office,
        partner,
        opened: now(),
        items: [],
        signed: null,
      }
      lists.unshift(list)
      return ok(list)
    },
    'handover.list': async () => ok([...lists]),
    'handover.scan': async ({ handover, text }) => {
      const at = lists.findIndex(list => list.id === handover)
      const list = lists[at]
      if (list === undefined) return refuse(inputFault('handover.unknown'))
      const found = received().find(({ code }) => code === text.trim().toUpperCase())
      const candidate =
        found === undefined
          ? null
          : {
              dossier: found.dossier,
              code: found.code,
              owner: found.applicant.name,
              procedure: found.procedure.name,
              papers: found.papers.length,
              elsewhere: null,
            }
      const item = addItem(list, text, candidate, now())
      if (item.ok) lists[at] = { ...list, items: [...list.items, item.value] }
      return item
    },
    'handover.remove': async ({ handover, dossier }) => {
      const at = lists.findIndex(list => list.id === handover)
      const list = lists[at]
      if (list !== undefined) lists[at] = { ...list, items: list.items.filter(item => item.dossier !== dossier) }
      return ok({})
    },
    'handover.sign': async ({ handover, official, clerk }) => {
      const at = lists.findIndex(list => list.id === handover)
      const list = lists[at]
      const signers = [official, clerk].map(({ id }) => officials.find(one => one.id === id))
      const [giver, taker] = signers
      if (list === undefined || giver === undefined || taker === undefined) return refuse(inputFault('handover.unknown'))
      if (official.pin !== '2468') return refuse(inputFault('official.pin', 'official.pin'))
      if (clerk.pin !== '2468') return refuse(inputFault('official.pin', 'clerk.pin'))
      const signed = signHandover(list, giver, taker, now())
      if (signed.ok) {
        lists[at] = signed.value
        print(signed.value.code)
      }
      return signed
    },
  }
}
