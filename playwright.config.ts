import { defineConfig, devices } from 'playwright/test'
import { findBrowser } from './scripts/tests/find-browser.mjs'

const isRoot = process.getuid?.() === 0

// scripts/test.mjs brings up what these journeys run against and tells its address.
export default defineConfig({
  testDir: 'e2e',
  outputDir: process.env.E2E_OUTPUT_DIR ?? '.data/test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  workers: 1, // the journeys share one stack, and some of them stop parts of it
  retries: 0, // a journey that passes the second time has shown a fault
  reporter: [['list'], ['json', { outputFile: process.env.E2E_REPORT_FILE ?? '.data/test-reports/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.E2E_BASE_URL ?? 'http://localhost:3000',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: findBrowser(),
      // Chromium refuses its sandbox to root, and containers give it too little shared memory.
      args: isRoot ? ['--no-sandbox', '--disable-dev-shm-usage'] : [],
    },
  },
  projects: [{ name: 'chromium' }],
})
