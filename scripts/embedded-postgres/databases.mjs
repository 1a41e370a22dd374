/** The databases every embedded server has: the application's own, and the one the sandbox fills as a warehouse. */
export const SERVER_DATABASES = { application: 'headgate', warehouse: 'warehouse' }

const ALREADY_THERE = new Set(['42P04', '23505']) // duplicate_database, and its form when two create at once
const TEMPLATE_BUSY = '55006'

/** The same server's URL for another database. */
export function urlOfDatabase(url, database) {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(database)}`
  return other.href
}

/** Creates `database` on the server of `url` unless it exists. */
export async function ensureDatabase(url, database) {
  await onServer(url, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database])
    if (rowCount === 0) await createPatiently(client, database)
  })
}

/** Drops `database`, ending the sessions on it, and creates it empty. */
export async function recreateDatabase(url, database) {
  await onServer(url, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(database)} WITH (FORCE)`)
    await createPatiently(client, database)
  })
}

/** How many other client sessions the server of `url` has. */
export async function countSessions(url) {
  return onServer(url, async (client) => {
    const { rows } = await client.query(
      "SELECT count(*)::int AS sessions FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
    )
    return rows[0].sessions
  })
}

async function onServer(url, work) {
  const { default: pg } = await import('pg') // only once packages are installed
  const client = new pg.Client({ connectionString: urlOfDatabase(url, 'postgres') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function createPatiently(client, database, attemptsLeft = 20) {
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`)
  } catch (error) {
    if (ALREADY_THERE.has(error.code)) return
    if (error.code !== TEMPLATE_BUSY || attemptsLeft === 0) throw error
    await new Promise((resolve) => setTimeout(resolve, 250))
    await createPatiently(client, database, attemptsLeft - 1)
  }
}
