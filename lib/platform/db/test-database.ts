import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { getConstructionPlans } from 'pg-boss'
import { testServerUrl } from '../config/env'
import { type Db, pointDatabaseAt } from './client'

export interface TestDatabase {
  db: Db
  url: string
  /** Closes what speaks to the database and drops it. */
  drop(): Promise<void>
}

/** Guards the making of the template: test files run in processes of their own. Any fixed number will do. */
const TEMPLATE_LOCK = 724_001

/**
 * A database of its own with every migration and the queue's schema applied, cloned from a template that is made once
 * for each state of the migrations. From then on `db` speaks to it. TEST_DATABASE_URL (else DATABASE_URL) names any
 * database of the server, whose user may create databases.
 */
export async function withTestDatabase(): Promise<TestDatabase> {
  const serverUrl = testServerUrl()
  const name = `headgate_test_${randomBytes(6).toString('hex')}`
  const template = await ensureTemplate(serverUrl)
  await run(serverUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
  const url = urlOf(serverUrl, name)
  const db = pointDatabaseAt(url)
  return {
    db,
    url,
    drop: async () => {
      const { stopQueue } = await import('../jobs/queue')
      await stopQueue(1_000)
      await db.$disconnect()
      await run(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    },
  }
}

/** Makes the template unless it is there; a half-made one never carries the template's name. */
async function ensureTemplate(serverUrl: string): Promise<string> {
  const migrations = readMigrations()
  const sql = [...migrations, getConstructionPlans('pgboss')]
  const template = `headgate_template_${createHash('sha256').update(sql.join('\0')).digest('hex').slice(0, 16)}`
  await run(serverUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template])
    if (rowCount) return
    const draft = `headgate_draft_${randomBytes(6).toString('hex')}`
    await client.query(`CREATE DATABASE ${draft} ENCODING 'UTF8' TEMPLATE template0`)
    await run(urlOf(serverUrl, draft), async (inside) => {
      for (const script of sql) await inside.query(script)
    })
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`)
  })
  return template
}

function readMigrations(): string[] {
  const folder = join(import.meta.dirname, '../../../prisma/migrations')
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => readFileSync(join(folder, name, 'migration.sql'), 'utf8'))
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

async function run<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
