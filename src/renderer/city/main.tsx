import '../look/fonts.css'
import '../look/tokens.css'
import '../look/base.css'
import '../look/parts.css'
import './city.css'
import { createRoot } from 'react-dom/client'
import { CityPage } from './city-page.tsx'

const place = document.getElementById('app')
if (place !== null) createRoot(place).render(<CityPage />)
