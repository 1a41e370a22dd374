// The embedded PostgreSQL, for people who have no server of their own.
//   node scripts/pg.mjs start | stop | status | url
import { SERVER_DATABASES } from './embedded-postgres/databases.mjs'
import { isRunning, serverUrl, startServer, stopServer } from './embedded-postgres/server.mjs'

const commands = {
  async start() {
    const { port, started } = await startServer()
    console.log(`${started ? 'started' : 'already running'} on port ${port}`)
  },
  async stop() {
    console.log((await stopServer()) ? 'stopped' : 'was not running')
  },
  async status() {
    console.log((await isRunning()) ? 'running' : 'stopped')
  },
  async url() {
    await startServer()
    console.log(serverUrl(SERVER_DATABASES.application))
  },
}

const name = process.argv[2] ?? 'status'
if (!Object.hasOwn(commands, name)) {
  console.error(`pg.mjs: "${name}" is not one of ${Object.keys(commands).join(', ')}`)
  process.exit(2)
}
try {
  await commands[name]()
} catch (error) {
  console.error(`pg.mjs ${name}: ${error.message}`)
  process.exit(1)
}
