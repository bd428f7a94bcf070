import type { PostFileTaken } from '#contract/post.ts'
import { put } from '#words/say.ts'
import { Band } from '../../parts/band.tsx'
import { keyed } from '../../parts/keyed.ts'
import { useWords } from '../../parts/use-words.tsx'

/** What the Post's file came to, and by row what did not fit or was left out. */
export function TakenFile({ taken }: { readonly taken: PostFileTaken }) {
  const { words, say } = useWords()
  const { moved, known, skipped, misfits, faults } = taken
  return (
    <>
      <Band tone={misfits.length + faults.length === 0 ? 'good' : 'warn'} live>
        {put(words.postFile.taken, { moved, known, skipped })}
      </Band>
      {misfits.length === 0 ? null : (
        <section>
          <h2 className="zone-title">{words.postFile.misfits}</h2>
          <ul className="said">
            {misfits.map(({ row, number, why }) => (
              <li key={row}>▲ {put(words.postFile[why], { row, number })}</li>
            ))}
          </ul>
        </section>
      )}
      {faults.length === 0 ? null : (
        <section>
          <h2 className="zone-title">{words.postFile.faults}</h2>
          <ul className="said post-faults">
            {keyed(faults, ({ row, fault }) => `${String(row)} ${fault.code}`).map(({ key, thing: { row, fault } }) => (
              <li key={key}>✖ {fault.code.startsWith('post.row.') ? say(fault) : `${put(words.postFile.row, { row })} ${say(fault)}`}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
