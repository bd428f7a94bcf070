import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { Broken } from './start/broken.tsx'

const place = document.getElementById('app')
if (place !== null) {
  const onUncaughtError = (bug: unknown): void => {
    console.error(bug)
    setTimeout(() => startAnew(place), 0)
  }
  createRoot(place, { onUncaughtError }).render(<App />)
}

/** A bug in a screen takes the screen, never the work: the draft was kept, and one key brings all back. */
function startAnew(broken: HTMLElement): void {
  const fresh = document.createElement('div')
  fresh.id = 'app'
  broken.replaceWith(fresh)
  createRoot(fresh).render(<Broken onAgain={() => location.reload()} />)
}
