import { useEffect, useState } from 'react'
import type { Language } from './use-words.tsx'

/** How this counter likes its screen. Nothing of a citizen is ever kept in a window. */
export type Prefs = { readonly language: Language; readonly scale: '100' | '125' | '150'; readonly theme: 'light' | 'contrast' }

const scales: readonly Prefs['scale'][] = ['100', '125', '150']

export function usePrefs() {
  const [prefs, setPrefs] = useState<Prefs>(readPrefs)
  useEffect(() => {
    const { dataset } = document.documentElement
    document.documentElement.lang = prefs.language
    dataset['scale'] = prefs.scale
    dataset['theme'] = prefs.theme
    localStorage.setItem('language', prefs.language)
    localStorage.setItem('scale', prefs.scale)
    localStorage.setItem('theme', prefs.theme)
  }, [prefs])
  const scale = (step: number): void =>
    setPrefs(before => ({
      ...before,
      scale: scales[Math.min(Math.max(scales.indexOf(before.scale) + step, 0), scales.length - 1)] ?? '100',
    }))
  return {
    prefs,
    turnLanguage: (): void => setPrefs(before => ({ ...before, language: before.language === 'vi' ? 'en' : 'vi' })),
    turnTheme: (): void => setPrefs(before => ({ ...before, theme: before.theme === 'light' ? 'contrast' : 'light' })),
    larger: (): void => scale(1),
    smaller: (): void => scale(-1),
  }
}
export type PrefsDesk = ReturnType<typeof usePrefs>

const readPrefs = (): Prefs => ({
  language: localStorage.getItem('language') === 'en' ? 'en' : 'vi',
  scale: scales.find(scale => scale === localStorage.getItem('scale')) ?? '100',
  theme: localStorage.getItem('theme') === 'contrast' ? 'contrast' : 'light',
})
