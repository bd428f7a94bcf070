import { missingCase } from '#domain/kernel/missing-case.ts'
import { put } from '#words/say.ts'
import type { Answer } from '#domain/procedure/answer.ts'
import { dayText } from '#words/paper.ts'
import { useWords } from '../../parts/use-words.tsx'

type Props = { readonly answer: Answer | undefined; readonly need: boolean; readonly doubtful: boolean }

/** Where a value comes from, at its right edge: ▣ card, ↺ earlier dossier with its year, ⌂ office, ✎ typed. */
export function OriginMark({ answer, need, doubtful }: Props) {
  const { words } = useWords()
  if (answer === undefined || answer.value === '')
    return need ? <span className="origin origin-need">{words.form.toAsk}</span> : <span className="origin" />
  const { mark, said } = spoken(answer, words.origin)
  const whole = doubtful ? `${said}. ${words.origin.doubt}` : said
  return (
    <span className={doubtful ? 'origin origin-doubt' : 'origin'} title={whole}>
      <span aria-hidden="true">{doubtful ? `${mark} ?` : mark}</span>
      <span className="unseen">{whole}</span>
    </span>
  )
}

/** What is missing when it is time to finish. One word a line: the whole form may be missing. */
export function MissingMark({ id }: { readonly id: string }) {
  const { words } = useWords()
  return (
    <span className="origin origin-missing" id={id}>
      <span aria-hidden="true">✖ </span>
      {words.form.missing}
    </span>
  )
}

type OriginWords = Readonly<Record<'card' | 'earlier' | 'office' | 'rule' | 'typed', string>>

function spoken({ origin }: Answer, words: OriginWords): { mark: string; said: string } {
  switch (origin.from) {
    case 'card':
      return { mark: '▣', said: words.card }
    case 'earlier':
      return { mark: `↺ ${origin.day.slice(0, 4)}`, said: put(words.earlier, { day: dayText(origin.day) }) }
    case 'office':
      return { mark: '⌂', said: words.office }
    case 'rule':
      return { mark: '≡', said: words.rule }
    case 'typed':
      return { mark: '✎', said: words.typed }
    default:
      return missingCase(origin)
  }
}
