// Everything that proves Headgate works, with all its set-up: npm test
//   -- --only unit,services   only these steps (lockfile, lint, knip, types, drift, unit, services, e2e)
//   -- --bail                 stop at the first failing step
// TEST_DATABASE_URL names a PostgreSQL to make throw-away databases on; else an embedded one is started.
import './setup/require-node.mjs'
import { join } from 'node:path'
import { ensureDatabaseClient } from './setup/build.mjs'
import { STATE } from './setup/folders.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { createProcesses } from './setup/processes.mjs'
import { step } from './setup/step.mjs'
import { stopOnSignals } from './setup/stop-on-signals.mjs'
import { readOptions } from './tests/options.mjs'
import { runSteps } from './tests/run-steps.mjs'
import { summarise } from './tests/summary.mjs'
import { openTestServer } from './tests/test-server.mjs'

const options = readOptions(process.argv.slice(2))
const processes = createProcesses(join(STATE, 'e2e', 'logs'))
let server
const end = stopOnSignals(async () => {
  await processes.stopAll()
  await server?.release()
})

try {
  await ensurePackages(processes, step)
  await ensureDatabaseClient(processes, step)
  server = await step('opening the test database server', openTestServer)
  const results = await runSteps(options, { processes, serverUrl: server.url })
  await processes.stopAll()
  const { text, failed } = summarise(results)
  console.log(`\n${text}`)
  await end(failed === 0 ? 0 : 1)
} catch (error) {
  console.error(`\n${error.message}\n\n0 passed, 1 failed`)
  await end(1)
}
