import { type Ticket, isOpen } from './ticket.ts'

/**
 * Whether a ticket as another machine has it takes the place of the same ticket in this queue. That machine led before, or
 * served somebody while the host was away, and comes back; `counter`: its own.
 *
 *   Whoever was served there was served.
 *   Whoever was called there by a call that this queue never saw, and only waits here, is there.
 *   Whoever stands here as called there went on where that machine says.
 *
 * In all else this queue is right: somebody else has called the number since, or it has ended.
 */
export function isLater(theirs: Ticket, ours: Ticket, counter: number): boolean {
  // It had left this queue, and comes back to it.
  if (ours.state === 'handed') return true
  if (!isOpen(ours)) return false
  const isThere = ours.state !== 'waiting' && ours.counter === counter
  if (theirs.state === 'done') return ours.state === 'waiting' || isThere
  if (theirs.state === 'called' && ours.state === 'waiting') return theirs.calls > ours.calls
  return isThere && theirs.calls >= ours.calls && theirs.state !== ours.state
}
