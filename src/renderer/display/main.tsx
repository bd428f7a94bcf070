import { createRoot } from 'react-dom/client'
import { Wall } from './wall.tsx'

const place = document.getElementById('app')
// A bug in the wall takes the page, and the page comes back by itself: nobody stands there to press a key.
const onUncaughtError = (bug: unknown): void => {
  console.error(bug)
  setTimeout(() => location.reload(), 1_000)
}
if (place !== null) createRoot(place, { onUncaughtError }).render(<Wall />)
