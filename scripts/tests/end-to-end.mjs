import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { recreateDatabase, urlOfDatabase } from '../embedded-postgres/databases.mjs'
import { peopleFile } from '../setup/environment.mjs'
import { STATE } from '../setup/folders.mjs'
import { nextFreePort } from '../setup/ports.mjs'
import { startStack } from '../setup/stack.mjs'
import { step } from '../setup/step.mjs'
import { startControlServer } from './control-server.mjs'
import { ensureBrowser } from './ensure-browser.mjs'
import { readPlaywrightReport, resetReport } from './reports.mjs'

// A journey mostly waits for the loop it looks at, so two halves of them side by side take little more than half the time.
const LANES = [1, 2]

/** Brings up Headgates of their own, empty but for the seed, and lets people's journeys run through them in a browser. */
export async function runEndToEnd({ processes, serverUrl }) {
  await ensureBrowser(processes)
  const lanes = []
  for (const number of LANES) lanes.push(await openLane(number, { processes, serverUrl }))
  const counts = await Promise.all(lanes.map(runLane))
  return counts.reduce((all, lane) => ({
    passed: all.passed + lane.passed,
    failed: all.failed + lane.failed,
    skipped: all.skipped + lane.skipped,
  }))
}

/** One after the other: the first one builds what the next one serves. */
async function openLane(number, { processes, serverUrl }) {
  const folder = join(STATE, 'e2e', String(number))
  const own = processes.branch(join(folder, 'logs'))
  return { number, processes: own, stack: await startStack(await emptyPlace(number, folder, serverUrl), own, step) }
}

async function runLane({ number, processes, stack }) {
  const control = await startControlServer(processes)
  const report = resetReport(`e2e-${number}`)
  const env = {
    ...process.env,
    E2E_BASE_URL: stack.origin,
    E2E_CONTROL_URL: control.url,
    E2E_OUTPUT_DIR: join(STATE, 'test-results', String(number)),
    E2E_PEOPLE_FILE: peopleFile(stack),
    E2E_REPORT_FILE: report,
    E2E_SANDBOX_URL: stack.sandboxOrigin,
  }
  const command = ['node_modules/playwright/cli.js', 'test', `--shard=${number}/${LANES.length}`]
  const run = processes.run('playwright', command, { env, show: true })
  const died = processes.serverDied.then((reason) => {
    throw new Error(reason)
  })
  const outcome = await Promise.race([run, died]).catch((error) => error)
  control.close()
  return readPlaywrightReport(report, outcome)
}

async function emptyPlace(number, folder, serverUrl) {
  for (const name of ['sandbox.json', 'people.json']) rmSync(join(folder, name), { force: true })
  const databases = { application: `headgate_e2e_${number}`, warehouse: `warehouse_e2e_${number}` }
  for (const database of Object.values(databases)) await recreateDatabase(serverUrl, database)
  return {
    folder,
    databaseUrl: urlOfDatabase(serverUrl, databases.application),
    warehouseUrl: urlOfDatabase(serverUrl, databases.warehouse),
    port: await nextFreePort(3150),
    sandboxPort: await nextFreePort(4150),
    dev: false,
  }
}
