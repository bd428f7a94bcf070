import type { Status } from '#contract/events.ts'
import { useWords } from '../../parts/use-words.tsx'
import { type Light, lightsOf } from './lights.ts'

const marks: Readonly<Record<Light['tone'], string>> = { good: '●', warn: '▲', wrong: '✖', away: '○' }

/** One line that always tells the truth. Each light opens the doctor's page. */
export function StatusLine({ status, onDoctor }: { readonly status: Status; readonly onDoctor: () => void }) {
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
      <button type="button" className="light light-plain" aria-keyshortcuts="F10" onClick={onDoctor}>
        <kbd className="key-cap" aria-hidden="true">
          F10
        </kbd>
        <span>{words.status.doctor}</span>
      </button>
    </footer>
  )
}
