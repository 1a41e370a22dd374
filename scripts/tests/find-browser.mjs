import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The Chromium to test in: the one PLAYWRIGHT_CHROMIUM_PATH names, Playwright's own, or the system's.
 * @returns {string | undefined} its program; undefined when there is none
 */
export function findBrowser() {
  const named = process.env.PLAYWRIGHT_CHROMIUM_PATH
  return named || [chromium.executablePath(), ...SYSTEM_BROWSERS].find((file) => existsSync(file))
}
