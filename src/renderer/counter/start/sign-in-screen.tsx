import { useWords } from '../../parts/use-words.tsx'
import { type Official, SignIn } from './sign-in.tsx'

type Props = {
  readonly office: string
  readonly counter: string
  readonly officials: readonly Official[]
  readonly notice: string | null
  readonly onSignedIn: (official: Official) => void
}

/** The first screen of the day. */
export function SignInScreen({ office, counter, officials, notice, onSignedIn }: Props) {
  const { words } = useWords()
  return (
    <main className="start">
      <section className="start-sheet">
        <p className="quiet">{office}</p>
        <h1 className="sheet-title">{counter}</h1>
        <h2 className="start-ask">{words.signIn.title}</h2>
        <SignIn officials={officials} notice={notice} onSignedIn={onSignedIn} />
      </section>
    </main>
  )
}
