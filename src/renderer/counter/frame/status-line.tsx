import type { Status } from '#contract/events.ts'
import { useWords } from '../../parts/use-words.tsx'
import type { QueueDesk } from '../queue/queue-desk.ts'
import { QueueStatus } from '../queue/queue-status.tsx'
import { type Light, lightsOf } from './lights.ts'

const marks: Readonly<Record<Light['tone'], string>> = { good: '●', warn: '▲', wrong: '✖', away: '○' }

type Props = {
  readonly status: Status
  readonly queue: QueueDesk
  readonly onQueue: () => void
  readonly onDoctor: () => void
}

/** One line that always tells the truth. Each light opens the doctor's page; the queue's opens the line. */
export function StatusLine({ status, queue, onQueue, onDoctor }: Props) {
  const { words, sayCode } = useWords()
  return (
    <footer className="status-line" aria-label={words.status.title} role="contentinfo">
      {lightsOf(status, words.status, sayCode).map(light => (
        <button
          type="button"
          className={`light light-${light.tone}`}
          key={light.what}
          title={light.said}
          aria-keyshortcuts="F10"
          onClick={onDoctor}
        >
          <span aria-hidden="true">{marks[light.tone]}</span>
          <span>{light.said}</span>
        </button>
      ))}
      <QueueStatus queue={queue} onList={onQueue} />
      <button type="button" className="light light-plain" aria-keyshortcuts="F10" onClick={onDoctor}>
        <kbd className="key-cap" aria-hidden="true">
          F10
        </kbd>
        <span>{words.status.doctor}</span>
      </button>
    </footer>
  )
}
