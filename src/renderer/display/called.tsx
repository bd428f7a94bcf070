import { put } from '#words/say.ts'
import { wallWords as words } from '#words/wall.ts'
import type { Heard } from './heard-calls.ts'

/** The call that came last, as large as the wall allows. A new one moves once, shortly, and then stands still. */
export function Called({ call, isNew }: { readonly call: Heard | null; readonly isNew: boolean }) {
  if (call === null) {
    return (
      <section className="called called-nobody">
        <p className="called-nobody-what">{words.nobody}</p>
        <p className="called-nobody-how">{words.nobodyHow}</p>
      </section>
    )
  }
  return (
    <section
      className={`called${isNew ? ' called-new' : ''}${call.number.length > 4 ? ' called-long' : ''}`}
      key={call.id}
      aria-live="polite"
      aria-atomic="true"
    >
      <div className="called-box">
        <div className="called-part">
          <p className="called-label">
            {words.called} <small lang="en">{words.calledEn}</small>
            {call.times > 1 ? <span className="called-again">{put(words.again, { times: call.times })}</span> : null}
          </p>
          <p className="called-number">{call.number}</p>
        </div>
        <div className="called-part called-counter">
          <p className="called-label">
            {words.counter} <small lang="en">{words.counterEn}</small>
          </p>
          <p className="called-number">{call.counter}</p>
        </div>
      </div>
    </section>
  )
}
