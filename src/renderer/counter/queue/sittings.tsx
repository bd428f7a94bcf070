import type { Figures } from '#contract/queue.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { useWords } from '../../parts/use-words.tsx'

type Props = { readonly sittings: Figures['procedures']; readonly procedures: readonly Pick<Procedure, 'code' | 'name'>[] }

const SHOWN = 8

/** How long a sitting takes, by procedure. One that is offered no more is known by its code alone. */
export function Sittings({ sittings, procedures }: Props) {
  const { words } = useWords()
  const nameOf = (code: string): string | null => procedures.find(one => one.code === code)?.name ?? null
  return (
    <section>
      <h2 className="zone-title" id="hall-sittings">
        {words.hallPage.procedures}
      </h2>
      {sittings.length === 0 ? (
        <p className="quiet">{words.hallPage.none}</p>
      ) : (
        <table className="hall-table" aria-labelledby="hall-sittings">
          <thead>
            <tr>
              <th scope="col">{words.hallPage.procedure}</th>
              <th scope="col">{words.hallPage.sittings}</th>
              <th scope="col">{words.hallPage.minutes}</th>
            </tr>
          </thead>
          <tbody>
            {sittings.slice(0, SHOWN).map(({ code, sittings: count, minutes }) => (
              <tr key={code}>
                <th scope="row" className="hall-procedure">
                  {nameOf(code)} <small className="number">{code}</small>
                </th>
                <td>{count}</td>
                <td>{minutes.toFixed(1).replace('.', ',')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
