import { defineConfig } from '@playwright/test'
import { hasDisplay } from '#cli/electron/display.ts'
import { WORKERS } from './display.ts'

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  workers: hasDisplay() ? 1 : WORKERS,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  outputDir: '../../out/test/e2e',
  reporter: [['list'], ['json', { outputFile: '../../out/test/e2e.json' }]],
  globalSetup: './display.ts',
})
