import { useWords } from '../../parts/use-words.tsx'
import { type QueueDesk, useQueue } from './queue-desk.ts'
import { queueLight } from './queue-light.ts'

const marks = { good: '●', away: '○' } as const

/** Who leads the queue, on every screen; it opens the line. */
export function QueueStatus({ queue, onList }: { readonly queue: QueueDesk; readonly onList: () => void }) {
  const { words } = useWords()
  const { view } = useQueue(queue)
  if (view === null) return null
  const { tone, said } = queueLight(view, words.queueLight)
  return (
    <button type="button" className={`light light-queue light-${tone}`} title={said} aria-keyshortcuts="Control+Q" onClick={onList}>
      <span aria-hidden="true">{marks[tone]}</span>
      <span>{said}</span>
    </button>
  )
}
