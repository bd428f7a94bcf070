import { missingCase } from '#domain/kernel/missing-case.ts'
import type { Fault } from '#domain/kernel/result.ts'
import { dayText } from '#words/paper.ts'
import { put } from '#words/say.ts'
import type { ScreenWords } from '#words/screen-vi.ts'
import { Band } from '../../parts/band.tsx'
import { useWords } from '../../parts/use-words.tsx'
import type { HomeSaid } from './use-home.ts'

/** What was done last, as a fact: what was sealed into which file, what came back. */
export function SaidBand({ said }: { readonly said: HomeSaid }) {
  const { words, say } = useWords()
  const wrong = said.kind === 'imported' ? said.brought.wrong : []
  const isDoubtful = wrong.length > 0 || (said.kind === 'joined' && said.counts.differing + said.counts.unknown > 0)
  return (
    <div aria-live="polite">
      <Band tone={isDoubtful ? 'warn' : 'good'}>
        {saidText(said, words.homeScreen)}
        <ul>
          {wrong.map(({ line, faults }) => (
            <li key={line}>
              {put(words.homeScreen.importLine, { line, said: faults.map(fault => sayIn(fault, words.homeField, say)).join(' ') })}
            </li>
          ))}
        </ul>
      </Band>
    </div>
  )
}

function saidText(said: HomeSaid, say: ScreenWords['homeScreen']): string {
  switch (said.kind) {
    case 'asked':
      return put(say.asked, { name: said.name })
    case 'carried':
      return put(say.carriedFile, said.file)
    case 'outcome':
      return put(say.outcomeFile, said.file)
    case 'opened':
      return put(say.opened, { count: said.route.count, day: dayText(said.route.day), name: said.route.official.name })
    case 'imported':
      return put(say.imported, { asked: said.brought.asked, known: said.brought.known, wrong: said.brought.wrong.length })
    case 'joined': {
      const { joined, known, differing, unknown } = said.counts
      return [
        put(say.joined, { joined, known }),
        ...(differing === 0 ? [] : [put(say.joinedDiffering, { count: differing })]),
        ...(unknown === 0 ? [] : [put(say.joinedUnknown, { count: unknown })]),
      ].join(' ')
    }
    default:
      return missingCase(said)
  }
}

/** What is wrong in a line, after the name of its column. */
function sayIn(fault: Fault, fields: Readonly<Record<string, string>>, say: (fault: Fault) => string): string {
  const field = fields[fault.field ?? '']
  return field === undefined ? say(fault) : `${field}: ${say(fault)}`
}
