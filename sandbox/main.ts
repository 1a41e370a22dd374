import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { playStep } from './commands/play-step'
import { type Options, readOptions, USAGE } from './read-options'
import { Sandbox } from './sandbox'
import { DEMO_SCENARIO, loadScenario } from './scenarios/load-scenario'
import { createSandboxServer } from './server/http-server'
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
  const scenario = await loadScenario(options.scenario ?? DEMO_SCENARIO)
  const warehouse = options.warehouse ? await PostgresWarehouse.open(options.warehouse) : new MemoryWarehouse()
  try {
    return await Sandbox.open({
      scenario,
      seed: options.seed,
      stateFile: options.state,
      warehouse,
      warehouseUrl: options.warehouse,
      apiKey: options['api-key'],
      apiSecret: options['api-secret'],
      webhookAllowHttp: options['webhook-allow-http'] ?? isLoopback(options.host),
      syncDurationMs: options['sync-ms'],
    })
  } catch (error) {
    await warehouse.close()
    throw error
  }
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
