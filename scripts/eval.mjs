// Scores the rules and configured models on labelled cases: npm run eval -- --task classify-columns --model provider/model
// With a DATABASE_URL the worker's environment is taken as it is; otherwise that of the demo on this machine.
import './setup/require-node.mjs'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { SERVER_DATABASES } from './embedded-postgres/databases.mjs'
import { serverUrl, startServer } from './embedded-postgres/server.mjs'
import { workerEnvironment } from './setup/environment.mjs'
import { ROOT, STATE } from './setup/folders.mjs'
import { createProcesses } from './setup/processes.mjs'
import { ensureSecrets } from './setup/secrets.mjs'

const child = spawn(process.execPath, ['--import', 'tsx', 'bench/eval/main.ts', ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: process.env.DATABASE_URL ? process.env : await demoEnvironment(),
})
child.on('exit', (code) => process.exit(code ?? 1))

async function demoEnvironment() {
  await startServer()
  const origin = `http://localhost:${process.env.PORT ?? 3000}`
  const sandboxOrigin = `http://localhost:${process.env.SANDBOX_PORT ?? 4010}`
  const secrets = await ensureSecrets(createProcesses(join(STATE, 'logs')), STATE)
  return workerEnvironment({ origin, sandboxOrigin, secrets, databaseUrl: serverUrl(SERVER_DATABASES.application) })
}
