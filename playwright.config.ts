import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { findChromium } from './e2e/chromium'
import { env } from './server/env'

// e2e/run.ts starts the console that is tested and says where it is.
const { title: _title, ...launchOptions } = await findChromium()

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: availableParallelism() < 4 ? 1 : 2,
  forbidOnly: true,
  retries: 0,
  // A busy machine is slow, not wrong.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['line']],
  // Who moves the day moves it for the whole console: nothing else runs then.
  projects: [
    { name: 'console', testMatch: '**/*.spec.ts', testIgnore: '**/licences.spec.ts' },
    { name: 'days', testMatch: '**/licences.spec.ts', dependencies: ['console'], fullyParallel: false },
  ],
  use: {
    baseURL: env.E2E_BASE_URL,
    launchOptions,
    navigationTimeout: 60_000,
    actionTimeout: 20_000,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
})
