// Runs a local tool with a database: node scripts/with-db.mjs prisma migrate dev --name add-reviews
// A DATABASE_URL of yours wins; otherwise the embedded server is started and left running.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { SERVER_DATABASES } from './embedded-postgres/databases.mjs'
import { serverUrl, startServer } from './embedded-postgres/server.mjs'
import { ROOT } from './setup/folders.mjs'

const [tool, ...args] = process.argv.slice(2)
if (!tool) {
  console.error('usage: node scripts/with-db.mjs <tool> [arguments]')
  process.exit(2)
}

const child = spawn(tool, args, {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: {
    ...process.env,
    ...(await databaseEnvironment()),
    PATH: `${join(ROOT, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
  },
})
// Ctrl-C reaches the tool by itself; staying alive lets it end in its own time.
process.on('SIGINT', () => {})
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => {
  console.error(error.code === 'ENOENT' ? `with-db.mjs: there is no tool "${tool}" here` : error.message)
  process.exit(127)
})
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))

async function databaseEnvironment() {
  if (process.env.DATABASE_URL) return {}
  await startServer()
  return {
    DATABASE_URL: serverUrl(SERVER_DATABASES.application),
    WAREHOUSE_URL: process.env.WAREHOUSE_URL ?? serverUrl(SERVER_DATABASES.warehouse),
    TEST_DATABASE_URL: process.env.TEST_DATABASE_URL ?? serverUrl('postgres'),
  }
}
