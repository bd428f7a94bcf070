import { useCallback, useEffect, useRef, useState } from 'react'
import { ticketsKept } from '#contract/hall-window.ts'
import type { Priority, TicketHanded } from '#domain/queue/ticket.ts'
import { ask, listen } from '../hatch.ts'
import type { Visit } from './visit.ts'

/** `none`: nothing was asked for yet. */
export type Taking =
  | { readonly kind: 'none' | 'busy' }
  | { readonly kind: 'failed'; readonly priority: Priority | null }
  | { readonly kind: 'taken'; readonly ticket: TicketHanded }

/** Takes the ticket, once however often the screen is touched. */
export function useTaking() {
  const [taking, setTaking] = useState<Taking>({ kind: 'none' })
  const busy = useRef(false)
  const take = useCallback(async ({ services, appointment }: Visit, priority: Priority | null): Promise<void> => {
    if (busy.current) return
    busy.current = true
    setTaking({ kind: 'busy' })
    const taken = await ask('hall.take', { services: [...services], priority, appointment })
    busy.current = false
    setTaking(taken.ok ? { kind: 'taken', ticket: taken.value } : { kind: 'failed', priority })
  }, [])
  const forget = useCallback((): void => setTaking({ kind: 'none' }), [])
  return { taking, take, forget }
}

/** Whether tickets come out on paper: as it was said at the start, and as it changes. */
export function usePaper(atStart: string | null): boolean {
  const [told, setTold] = useState<{ readonly kept: string | null } | null>(null)
  useEffect(() => listen('status', ({ printer }) => setTold({ kept: ticketsKept(printer) })), [])
  return (told ?? { kept: atStart }).kept === null
}
