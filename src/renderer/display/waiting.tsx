import type { Hall } from '#contract/queue.ts'
import { put } from '#words/say.ts'
import { wallWords as words } from '#words/wall.ts'

/** How many wait, service by service. */
export const Waiting = ({ services }: { readonly services: Hall['services'] }) => (
  <section className="waiting" aria-label={words.waiting}>
    <h2 className="wall-title">{words.waiting}</h2>
    <ul className="waiting-list">
      {services.map(({ id, letter, name, waiting }) => (
        <li className={waiting === 0 ? 'waiting-one waiting-none' : 'waiting-one'} key={id}>
          <span className="waiting-letter">{letter}</span>
          <span className="waiting-name">{name}</span>
          <span className="waiting-count" aria-label={put(words.people, { count: waiting })}>
            {waiting}
          </span>
        </li>
      ))}
    </ul>
  </section>
)
