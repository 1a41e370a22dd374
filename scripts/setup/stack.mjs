import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild, ensureDatabaseClient } from './build.mjs'
import { migrateDatabase } from './database.mjs'
import { peopleFile, sandboxEnvironment, seedEnvironment, webEnvironment, workerEnvironment } from './environment.mjs'
import { ensureSecrets } from './secrets.mjs'
import { waitForHttp } from './wait-for-http.mjs'

const HEALTHY_WITHIN_SECONDS = 60
const next = 'node_modules/next/dist/bin/next'

/**
 * Brings up a whole Headgate on this machine: schema, sandbox, seed, build, web and worker, in that order.
 * @param {object} place
 * @param {string} place.folder its secrets and state
 * @param {string} place.databaseUrl
 * @param {string} place.warehouseUrl
 * @param {number} place.port of the web process
 * @param {number} place.sandboxPort
 * @param {boolean} place.dev serve from source, rebuilding at every change
 * @param {boolean} [place.withModel] begin with the sandbox's model server as the first model provider
 * @param {string} [place.playSeconds] let the sandbox change something by itself this often
 * @param {object} processes from processes.mjs
 * @param {(label: string, work: () => Promise<T>) => Promise<T>} step announces a piece of work and does it
 * @returns {Promise<{ origin: string, sandboxOrigin: string, people: object[] }>}
 */
export async function startStack(place, processes, step) {
  const stack = {
    ...place,
    origin: `http://localhost:${place.port}`,
    sandboxOrigin: `http://127.0.0.1:${place.sandboxPort}`,
    secrets: await ensureSecrets(processes, place.folder),
  }
  await ensureDatabaseClient(processes, step)
  await step('applying migrations', () => migrateDatabase(processes, stack.databaseUrl))
  await step('starting the sandbox', () => startSandbox(stack, processes))
  await step('seeding', () => seed(stack, processes))
  if (!stack.dev) await ensureBuild(processes, step, webEnvironment(stack))
  await step('starting web and worker', () => startApplication(stack, processes))
  return { ...stack, people: readPeople(stack) }
}

async function startSandbox(stack, processes) {
  const options = ['--port', String(stack.sandboxPort), '--warehouse', stack.warehouseUrl]
  options.push('--state', join(stack.folder, 'sandbox.json'))
  if (stack.playSeconds) options.push('--play', stack.playSeconds)
  processes.start('sandbox', ['--import', 'tsx', 'sandbox/main.ts', ...options], sandboxEnvironment())
  await waitForHttp(`${stack.sandboxOrigin}/sandbox/health`, HEALTHY_WITHIN_SECONDS, processes.serverDied)
}

async function seed(stack, processes) {
  await processes.run('seeding', ['--import', 'tsx', 'prisma/seed.ts'], { env: seedEnvironment(stack) })
  if (!existsSync(peopleFile(stack))) throw new Error(`prisma/seed.ts did not write ${peopleFile(stack)}`)
}

async function startApplication(stack, processes) {
  const serve = [stack.dev ? 'dev' : 'start', '-p', String(stack.port), '-H', '127.0.0.1']
  processes.start('web', [next, ...serve], webEnvironment(stack))
  processes.start('worker', ['--import', 'tsx', 'lib/worker/main.ts'], workerEnvironment(stack))
  await waitForHttp(`http://127.0.0.1:${stack.port}/api/health`, HEALTHY_WITHIN_SECONDS, processes.serverDied)
}

const readPeople = (stack) => JSON.parse(readFileSync(peopleFile(stack), 'utf8'))
