import { Client } from 'pg'
import { quoteName } from './quote-name'

/** Takes the URL of a database and creates it when the server does not have it. Refuses a URL that names no database. */
export async function ensureDatabase(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  if (name === '')
    throw new Error('The warehouse URL names no database, for example postgres://user:password@host:5432/warehouse')
  const maintenance = new URL(url)
  maintenance.pathname = '/postgres'
  const client = new Client({ connectionString: maintenance.toString(), connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${quoteName(name)}`)
  } catch (error) {
    // Somebody else created it between the question and the command.
    if (!(error instanceof Error && 'code' in error && error.code === '42P04')) throw error
  } finally {
    await client.end()
  }
}
