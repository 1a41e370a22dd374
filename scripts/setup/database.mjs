import { ensureDatabase, SERVER_DATABASES, urlOfDatabase } from '../embedded-postgres/databases.mjs'
import { serverUrl, startServer, stopServerIfUnused } from '../embedded-postgres/server.mjs'

/**
 * The databases of the demo: those of DATABASE_URL and WAREHOUSE_URL when given, else the embedded server's.
 * @returns {Promise<{ databaseUrl: string, warehouseUrl: string, release: () => Promise<void> }>} `release` stops the
 *   embedded server, if this call started it and nobody else uses it
 */
export async function openDatabases({ DATABASE_URL: databaseUrl, WAREHOUSE_URL: warehouseUrl } = process.env) {
  if (databaseUrl)
    return { databaseUrl, warehouseUrl: warehouseUrl ?? (await warehouseBeside(databaseUrl)), release: async () => {} }
  const { started } = await startServer()
  return {
    databaseUrl: serverUrl(SERVER_DATABASES.application),
    warehouseUrl: warehouseUrl ?? serverUrl(SERVER_DATABASES.warehouse),
    release: async () => {
      if (started) await stopServerIfUnused()
    },
  }
}

async function warehouseBeside(databaseUrl) {
  const database = `${decodeURIComponent(new URL(databaseUrl).pathname.slice(1))}_warehouse`
  try {
    await ensureDatabase(databaseUrl, database)
  } catch (error) {
    throw new Error(`The demo needs a second database to play the warehouse and could not create "${database}" beside
DATABASE_URL (${error.message}). Name an empty one in WAREHOUSE_URL.`)
  }
  return urlOfDatabase(databaseUrl, database)
}

/** Brings the schema of `databaseUrl` up to date. */
export async function migrateDatabase(processes, databaseUrl) {
  const env = { ...process.env, DATABASE_URL: databaseUrl }
  await processes.run('prisma migrate deploy', ['node_modules/prisma/build/index.js', 'migrate', 'deploy'], { env })
}
