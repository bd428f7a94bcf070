import { CSPProvider } from '@base-ui/react/csp-provider'
import { Band } from '../parts/band.tsx'
import { RevealWhileCtrl } from '../parts/use-reveal.tsx'
import { usePrefs } from '../parts/use-prefs.ts'
import { useKeys } from '../parts/use-keys.ts'
import { WordsIn, useWords } from '../parts/use-words.tsx'
import { FirstRun } from './start/first-run.tsx'
import { useOffice } from './use-office.ts'
import { Workplace } from './workplace.tsx'

/** The counter's window. */
export function App() {
  const desk = usePrefs()
  const { prefs } = desk
  useKeys({
    'Ctrl+L': desk.turnLanguage,
    'Alt+T': desk.turnTheme,
    'Ctrl+=': desk.larger,
    'Ctrl++': desk.larger,
    'Ctrl+Shift++': desk.larger,
    'Ctrl+-': desk.smaller,
  })
  return (
    <CSPProvider disableStyleElements>
      <WordsIn language={prefs.language}>
        <RevealWhileCtrl>
          <Door prefs={desk} />
        </RevealWhileCtrl>
      </WordsIn>
    </CSPProvider>
  )
}

function Door({ prefs }: { readonly prefs: ReturnType<typeof usePrefs> }) {
  const { say } = useWords()
  const office = useOffice()
  const { hello, status, faults } = office
  if (faults.length > 0) {
    return (
      <main className="start">
        <section className="start-sheet">
          {faults.map(fault => (
            <Band tone="wrong" key={fault.code} live>
              {say(fault)}
            </Band>
          ))}
        </section>
      </main>
    )
  }
  if (hello === null) return null
  if (!hello.setUp) return <FirstRun onReady={office.greet} />
  return <Workplace hello={hello} status={status ?? hello.status} clock={office.clock} prefs={prefs} />
}
