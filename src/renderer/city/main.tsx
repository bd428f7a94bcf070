import { createRoot } from 'react-dom/client'
import { CityPage } from './city-page.tsx'

const place = document.getElementById('app')
if (place !== null) createRoot(place).render(<CityPage />)
