import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  outputDir: '../../out/test/e2e',
  reporter: [['list'], ['json', { outputFile: '../../out/test/e2e.json' }]],
  globalSetup: './display.ts',
})
