import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

/** Hot reload writes a script into the page, which the strict policy of the built page forbids: it is left out while developing. */
const developing: Plugin = {
  name: 'no-policy-while-developing',
  apply: 'serve',
  transformIndexHtml: html => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
}

// The oldest host the app is run on decides the targets, not the newest one installed.
export default defineConfig({
  main: {
    build: {
      outDir: 'out/app/main',
      target: 'node20',
      externalizeDeps: true,
      rollupOptions: { input: 'src/main/index.ts', output: { format: 'es', entryFileNames: 'index.js' } },
    },
  },
  preload: {
    build: {
      outDir: 'out/app/preload',
      target: 'node20',
      externalizeDeps: false,
      rollupOptions: { input: 'src/preload/index.ts', output: { format: 'cjs', entryFileNames: 'index.cjs' } },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), developing],
    build: {
      outDir: 'out/app/renderer',
      target: 'chrome130',
      rollupOptions: {
        input: {
          counter: 'src/renderer/counter/index.html',
          display: 'src/renderer/display/index.html',
          kiosk: 'src/renderer/kiosk/index.html',
        },
      },
    },
  },
})
