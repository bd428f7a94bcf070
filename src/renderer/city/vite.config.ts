import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The city's page is served by the city, not shipped with the counter. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: { outDir: '../../../out/city', emptyOutDir: true, target: 'chrome130' },
})
