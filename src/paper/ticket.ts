import { upper } from '#domain/kernel/text.ts'
import type { Block } from '#domain/paper/block.ts'
import type { TicketHanded } from '#domain/queue/ticket.ts'
import { reprintText, timeText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import { priorityWords, ticketWords as words } from '#words/ticket.ts'

export type TicketOptions = { readonly copy: number; readonly qr?: string | null }

/**
 * The ticket of somebody who waits. It has no place for a name, a number of a card or a phone: a ticket lies about, and is
 * called aloud. What it promises is what was written when it was given out, on every copy.
 */
export const ticketSlip = (ticket: Omit<TicketHanded, 'ticket'>, { copy, qr = null }: TicketOptions): readonly Block[] => [
  ...(copy > 1 ? [{ kind: 'text', text: reprintText(copy), align: 'center', style: 'bold' } as const] : []),
  { kind: 'text', text: upper(ticket.office), align: 'center', style: 'bold' },
  { kind: 'rule' },
  { kind: 'text', text: words.title, align: 'center' },
  small(words.titleEn),
  { kind: 'huge', text: ticket.number },
  ...(ticket.priority === null ? [] : [bold(priorityWords[ticket.priority])]),
  ...ticket.services.map((service, index): Block => ({ kind: 'pair', label: index === 0 ? words.service : '', value: service })),
  ...appointmentBlocks(ticket),
  { kind: 'rule' },
  ...aheadBlocks(ticket),
  ...waitBlocks(ticket),
  { kind: 'rule' },
  { kind: 'text', text: words.please, align: 'center' },
  small(words.pleaseEn),
  ...(ticket.alone ? [small(words.alone)] : []),
  ...(qr === null ? [] : [{ kind: 'qr', text: qr, caption: '' } as const]),
  { kind: 'pair', label: words.taken, value: timeText(ticket.at) },
  { kind: 'cut' },
]

const small = (text: string): Block => ({ kind: 'text', text, align: 'center', style: 'small' })
const bold = (text: string): Block => ({ kind: 'text', text, align: 'center', style: 'bold' })

const appointmentBlocks = ({ appointment }: Pick<TicketHanded, 'appointment'>): readonly Block[] =>
  appointment === null ? [] : [{ kind: 'pair', label: words.appointment, value: timeText(appointment) }, small(words.appointmentEn)]

function aheadBlocks({ ahead }: Pick<TicketHanded, 'ahead'>): readonly Block[] {
  if (ahead === 0) return [bold(words.next), small(words.nextEn)]
  return [bold(put(words.ahead, { count: ahead })), small(put(words.aheadEn, { count: ahead }))]
}

/** A range, so that nobody takes it for an appointment. */
function waitBlocks({ wait }: Pick<TicketHanded, 'wait'>): readonly Block[] {
  if (wait === null) return [{ kind: 'text', text: words.noWait, align: 'center' }]
  return [bold(put(wait.from === 0 ? words.waitLess : words.wait, wait)), small(put(words.waitEn, wait))]
}
