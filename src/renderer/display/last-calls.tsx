import type { Instant } from '#domain/kernel/time.ts'
import { wallWords as words } from '#words/wall.ts'
import type { Heard } from './heard-calls.ts'

/** Whoever was called before: one that is still new is marked, because another call took its place. */
export const LastCalls = ({ calls, isNew }: { readonly calls: readonly Heard[]; readonly isNew: (heard: Instant) => boolean }) =>
  calls.length === 0 ? null : (
    <section className="last" aria-label={words.before}>
      <h2 className="wall-title">{words.before}</h2>
      <ol className="last-list">
        {calls.map(({ id, number, counter, heard }) => (
          <li className={isNew(heard) ? 'last-call last-new' : 'last-call'} key={id}>
            <span className="last-number">{number}</span>
            <span className="last-counter">
              <span className="last-word">{words.quay}</span> {counter}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
