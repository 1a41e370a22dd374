import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { recreateDatabase, urlOfDatabase } from '../embedded-postgres/databases.mjs'
import { chooseAnyPort } from '../setup/choose-ports.mjs'
import { peopleFile } from '../setup/environment.mjs'
import { STATE } from '../setup/folders.mjs'
import { startStack } from '../setup/stack.mjs'
import { step } from '../setup/step.mjs'
import { startControlServer } from './control-server.mjs'
import { ensureBrowser } from './ensure-browser.mjs'
import { readPlaywrightReport, resetReport } from './reports.mjs'

const DATABASES = { application: 'headgate_e2e', warehouse: 'warehouse_e2e' }

/** Brings up a Headgate of its own, empty but for the seed, and lets people's journeys run through it in a browser. */
export async function runEndToEnd({ processes, serverUrl }) {
  await ensureBrowser(processes)
  const stack = await startStack(await emptyPlace(serverUrl), processes, step)
  const control = await startControlServer(processes)
  const report = resetReport('e2e')
  const env = {
    ...process.env,
    E2E_BASE_URL: stack.origin,
    E2E_CONTROL_URL: control.url,
    E2E_PEOPLE_FILE: peopleFile(stack),
    E2E_REPORT_FILE: report,
    E2E_SANDBOX_URL: stack.sandboxOrigin,
  }
  const run = processes.run('playwright', ['node_modules/playwright/cli.js', 'test'], { env, show: true })
  const died = processes.serverDied.then((reason) => {
    throw new Error(reason)
  })
  const outcome = await Promise.race([run, died]).catch((error) => error)
  control.close()
  return readPlaywrightReport(report, outcome)
}

async function emptyPlace(serverUrl) {
  const folder = join(STATE, 'e2e')
  for (const name of ['sandbox.json', 'people.json']) rmSync(join(folder, name), { force: true })
  for (const database of Object.values(DATABASES)) await recreateDatabase(serverUrl, database)
  return {
    folder,
    databaseUrl: urlOfDatabase(serverUrl, DATABASES.application),
    warehouseUrl: urlOfDatabase(serverUrl, DATABASES.warehouse),
    port: await chooseAnyPort('E2E_PORT', 3150),
    sandboxPort: await chooseAnyPort('E2E_SANDBOX_PORT', 4150),
    dev: false,
  }
}
