import { createRoot } from 'react-dom/client'
import { Kiosk } from './kiosk.tsx'

const place = document.getElementById('app')
// A bug takes the page, and the page comes back by itself: nobody stands there to press a key.
const onUncaughtError = (bug: unknown): void => {
  console.error(bug)
  setTimeout(() => location.reload(), 1_000)
}
if (place !== null) createRoot(place, { onUncaughtError }).render(<Kiosk />)
