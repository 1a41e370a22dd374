import pg from 'pg'

// Prisma's own parameters; libpq would refuse them.
const PRISMA_PARAMETERS = ['schema', 'connection_limit', 'pool_timeout', 'connect_timeout', 'pgbouncer']
const NO_DATASOURCE = 'postgresql://unset@127.0.0.1:1/unset'

/**
 * Where the engine is to connect, from the datasource the Prisma CLI passes.
 * @param {{ url?: string, shadowDatabaseUrl?: string } | undefined} datasource
 */
export function connectionTarget(datasource) {
  const url = new URL(datasource?.url || NO_DATASOURCE)
  const schema = url.searchParams.get('schema') ?? undefined
  for (const name of PRISMA_PARAMETERS) url.searchParams.delete(name)
  return {
    schema,
    host: url.hostname,
    port: Number(url.port || 5432),
    database: databaseOf(url) || 'postgres',
    shadowDatabase: datasource?.shadowDatabaseUrl && databaseOf(new URL(datasource.shadowDatabaseUrl)),
    /** @param {string} database */
    urlOf(database) {
      const other = new URL(url)
      other.pathname = `/${encodeURIComponent(database)}`
      return other.href
    },
  }
}

const databaseOf = (url) => decodeURIComponent(url.pathname.slice(1))

/**
 * Opens one short connection to `database` and runs `sql` on it; without `sql` it only proves that one can connect.
 */
export async function runOnce(target, database, sql) {
  const client = new pg.Client({ connectionString: target.urlOf(database), connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    if (sql) await client.query(sql)
  } finally {
    await client.end()
  }
}

/** Creates `database` through the server's `postgres` database. */
export const createDatabase = (target, database) =>
  runOnce(target, 'postgres', `CREATE DATABASE ${pg.escapeIdentifier(database)}`)

/** Drops `database` if it exists, ending the sessions still on it when `force` is set. */
export const dropDatabase = (target, database, { force = false } = {}) =>
  runOnce(target, 'postgres', `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(database)}${force ? ' WITH (FORCE)' : ''}`)
