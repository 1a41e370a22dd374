import { existsSync } from 'node:fs'
import { step } from '../setup/step.mjs'

const NO_BROWSER = `The journeys need a browser and none could be installed. Install one and run this again, either
  node node_modules/playwright/cli.js install chromium
or your system's Chromium, or name its program in PLAYWRIGHT_CHROMIUM_PATH.`

/** Makes sure there is a Chromium, installing one when there is none. Throws with advice when that fails too. */
export async function ensureBrowser(processes) {
  const { findBrowser } = await import('./find-browser.mjs') // only once packages are installed
  const causes = []
  for (const install of [downloadOwn, installSystem]) {
    if (findBrowser()) return
    await step('installing a browser', () => install(processes).catch((error) => causes.push(error.message)))
  }
  if (!findBrowser()) throw new Error([...causes, NO_BROWSER].join('\n\n'))
}

function downloadOwn(processes) {
  return processes.run('playwright install', ['node_modules/playwright/cli.js', 'install', 'chromium'])
}

async function installSystem(processes) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const aptGet = (...args) => processes.run('apt-get', args, { file: 'apt-get', env })
  await aptGet('update')
  await aptGet('install', '-y', '--no-install-recommends', 'chromium')
}
