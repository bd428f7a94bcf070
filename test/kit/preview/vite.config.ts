import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = new URL('../../..', import.meta.url).pathname

/**
 * The counter's page with an office of its own inside, for looking at it before there is one. Never shipped.
 * `vite build` and then `vite preview`, both with `--config test/kit/preview/vite.config.ts`.
 */
export default defineConfig({
  root: `${root}src/renderer`,
  base: './',
  build: {
    outDir: `${root}out/preview`,
    emptyOutDir: true,
    target: 'chrome130',
    rollupOptions: { input: { counter: `${root}src/renderer/counter/index.html`, city: `${root}src/renderer/city/index.html` } },
  },
  preview: { port: 5199, strictPort: true },
  plugins: [
    react(),
    {
      name: 'an office in the page',
      transformIndexHtml: {
        order: 'pre',
        handler: (html, { path }) =>
          path.includes('counter')
            ? html.replace('<script ', '<script type="module" src="../../../test/kit/preview/fake.ts"></script><script ')
            : html,
      },
    },
  ],
})
