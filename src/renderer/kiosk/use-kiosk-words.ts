import { useEffect, useState } from 'react'
import { hallEn } from '#words/hall-en.ts'
import { type HallWords, hallVi } from '#words/hall-vi.ts'

export type KioskWords = HallWords & {
  readonly language: 'vi' | 'en'
  /** A service by its name in the language that is read now. */
  readonly nameOf: (service: { readonly name: string; readonly nameEn: string }) => string
}

const vi: KioskWords = { ...hallVi, language: 'vi', nameOf: ({ name }) => name }
const en: KioskWords = { ...hallEn, language: 'en', nameOf: ({ nameEn }) => nameEn }

/** The kiosk speaks Vietnamese, and English for as long as one guest stands there. */
export function useKioskWords() {
  const [words, setWords] = useState(vi)
  useEffect(() => {
    document.documentElement.lang = words.language
  }, [words])
  return {
    words,
    turnLanguage: (): void => setWords(before => (before.language === 'vi' ? en : vi)),
    speakVietnamese: (): void => setWords(vi),
  }
}
