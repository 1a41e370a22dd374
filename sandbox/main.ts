import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { playStep } from './commands/play-step'
import { type Options, readOptions, USAGE } from './read-options'
import { Sandbox } from './sandbox'
import { DEMO_SCENARIO, loadScenario } from './scenarios/load-scenario'
import { scaledScenario } from './scenarios/scaled-scenario'
import type { Scenario } from './scenarios/scenario-schema'
import { createSandboxServer } from './server/http-server'
import { withCsvFolder } from './source/csv/with-csv-folder'
import { MemoryWarehouse } from './warehouse/memory-warehouse'
import { PostgresWarehouse } from './warehouse/postgres-warehouse'

/** Replies that hang on purpose must not keep the process from ending. */
const CLOSE_AFTER_MS = 500

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options === null) {
    print(USAGE)
    return
  }
  const sandbox = await openSandbox(options)
  const server = createSandboxServer(sandbox)
  server.listen(options.port, options.host)
  await once(server, 'listening')
  sandbox.startClock()
  const player = options.play === null ? null : setInterval(() => void play(sandbox), options.play * 1000)

  const { port } = server.address() as AddressInfo
  print(`Sandbox listening on http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}\n`)
  print(
    options.warehouse
      ? 'Syncs write to the warehouse database.\n'
      : 'No --warehouse: syncs work in memory, nothing is written to a database.\n',
  )
  print(options.state ? `State is kept in ${options.state}.\n` : 'No --state: a restart forgets everything.\n')

  let closing = false
  const close = async () => {
    if (closing) return
    closing = true
    if (player) clearInterval(player)
    server.close()
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), CLOSE_AFTER_MS).unref()
    await sandbox.close()
  }
  process.on('SIGINT', () => void close())
  process.on('SIGTERM', () => void close())
}

async function openSandbox(options: Options): Promise<Sandbox> {
  const scenario = await chooseScenario(options)
  const warehouse = options.warehouse ? await PostgresWarehouse.open(options.warehouse) : new MemoryWarehouse()
  try {
    return await Sandbox.open({
      scenario,
      seed: options.seed,
      faultSeed: options['fault-seed'],
      stateFile: options.state,
      warehouse,
      warehouseUrl: options.warehouse,
      apiKey: options['api-key'],
      apiSecret: options['api-secret'],
      modelKey: options['model-key'],
      webhookAllowHttp: options['webhook-allow-http'] ?? isLoopback(options.host),
      syncDurationMs: options['sync-ms'],
      plan: options.plan,
    })
  } catch (error) {
    await warehouse.close()
    throw error
  }
}

/** The account to start with: a scenario, or one of a given size; a folder of CSV files adds one connection to either. */
async function chooseScenario(options: Options): Promise<Scenario> {
  const { tables, columns, connections, rows } = options
  const scenario =
    tables === null
      ? await loadScenario(options.scenario ?? DEMO_SCENARIO)
      : scaledScenario({ tables, columns, connections, rows })
  return options.csv === null ? scenario : withCsvFolder(scenario, options.csv)
}

async function play(sandbox: Sandbox): Promise<void> {
  if (sandbox.stepUnderWay) return
  try {
    await playStep(sandbox)
  } catch (error) {
    process.stderr.write(
      `sandbox: a step of the timeline failed: ${error instanceof Error ? error.message : String(error)}\n`,
    )
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

function print(text: string): void {
  process.stdout.write(text)
}

main().catch((error: unknown) => {
  process.stderr.write(`sandbox: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
