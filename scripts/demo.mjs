// One command from a clean clone to a running Headgate with a sandbox Fivetran: npm run demo
//   -- --play 60   the sandbox changes something by itself every 60 seconds
//   -- --dev       serve from source instead of building
// Ports: PORT (3000), SANDBOX_PORT (4010). Databases: DATABASE_URL and WAREHOUSE_URL, else an embedded PostgreSQL.
import './setup/require-node.mjs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chooseAnyPort, requirePort } from './setup/choose-ports.mjs'
import { openDatabases } from './setup/database.mjs'
import { STATE } from './setup/folders.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { createProcesses } from './setup/processes.mjs'
import { startStack } from './setup/stack.mjs'
import { step } from './setup/step.mjs'
import { stopOnSignals } from './setup/stop-on-signals.mjs'

const { values: options } = parseArgs({
  options: { play: { type: 'string' }, dev: { type: 'boolean', default: false } },
})
const logs = join(STATE, 'logs')
const processes = createProcesses(logs)
let databases
const end = stopOnSignals(async () => {
  console.log('\nStopping …')
  await processes.stopAll()
  await databases?.release()
})

try {
  const port = await requirePort('PORT', 3000)
  const sandboxPort = await chooseAnyPort('SANDBOX_PORT', 4010)
  await ensurePackages(processes, step)
  databases = await step('opening the databases', openDatabases)
  const { databaseUrl, warehouseUrl } = databases
  const { dev, play: playSeconds } = options
  const place = { folder: STATE, port, sandboxPort, databaseUrl, warehouseUrl, dev, playSeconds, withModel: true }
  printWelcome(await startStack(place, processes, step))
  console.error(`\n${await processes.serverDied}`)
} catch (error) {
  console.error(`\n${error.message}`)
}
await end(1)

function printWelcome({ origin, sandboxOrigin, people }) {
  const widths = { role: longest(people, 'role'), email: longest(people, 'email') }
  const signIns = people.map(
    ({ role, email, password, name }) =>
      `    ${role.padEnd(widths.role)}  ${email.padEnd(widths.email)}  ${password}  (${name})`,
  )
  console.log(`
  Headgate    ${origin}

  Sign in as
${signIns.join('\n')}

  Make the source change:  curl -X POST ${sandboxOrigin}/sandbox/scenario/step
  or press the scenario button in the console, then watch the proposal arrive.

  A language model to try: ${sandboxOrigin}/model/v1 with key model-key and model sandbox-large, under Settings.

  Logs are in ${logs}. Ctrl-C stops everything; the next start keeps what you did.
`)
}

function longest(people, key) {
  return Math.max(0, ...people.map((person) => person[key].length))
}
