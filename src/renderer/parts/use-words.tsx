import { type ReactNode, createContext, use, useMemo } from 'react'
import { type Fault } from '#domain/kernel/result.ts'
import { faultCodes } from '#domain/kernel/fault.ts'
import { sayFault } from '#words/faults.ts'
import { screenEn } from '#words/screen-en.ts'
import { type ScreenWords, screenVi } from '#words/screen-vi.ts'

export type Language = 'vi' | 'en'

export type Words = {
  readonly language: Language
  readonly words: ScreenWords
  /** A fault as a sentence: what is so, why, what to do. */
  readonly say: (fault: Fault) => string
  /** The same for a code that crossed the hatch as text. */
  readonly sayCode: (code: string) => string
}

const WordsContext = createContext<Words>(wordsIn('vi'))

export function WordsIn({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const words = useMemo(() => wordsIn(language), [language])
  return <WordsContext value={words}>{children}</WordsContext>
}

export const useWords = (): Words => use(WordsContext)

function wordsIn(language: Language): Words {
  const say = (fault: Fault): string => sayFault(fault, language)
  return {
    language,
    words: language === 'vi' ? screenVi : screenEn,
    say,
    sayCode: code => {
      const known = faultCodes.find(one => one === code)
      return known === undefined ? code : say({ kind: 'failure', code: known })
    },
  }
}
