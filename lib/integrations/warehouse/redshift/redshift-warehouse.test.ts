import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readProcessEnv } from '@/lib/platform/config/read-process-env'
import {
  WarehouseCancelledError,
  WarehouseCredentialsError,
  WarehouseObjectMissingError,
  WarehousePermissionError,
  WarehouseTimeoutError,
  WarehouseUnreachableError,
} from '../errors'
import type { WarehousePort } from '../port'
import { createRedshiftWarehouse } from './create-redshift-warehouse'

const serverUrl = readProcessEnv().TEST_DATABASE_URL
const database = `redshift_test_${randomBytes(6).toString('hex')}`
const role = `reader_${randomBytes(6).toString('hex')}`
const table = { schema: 'crm', table: 'contact' }

async function run(on: string, ...statements: string[]) {
  const url = new URL(serverUrl ?? '')
  url.pathname = `/${on}`
  const client = new Client({ connectionString: url.href })
  await client.connect()
  try {
    const answers: unknown[] = []
    for (const statement of statements) answers.push((await client.query(statement)).rows)
    return answers
  } finally {
    await client.end()
  }
}

function open(more: Partial<Parameters<typeof createRedshiftWarehouse>[0]> = {}): WarehousePort {
  const url = new URL(serverUrl ?? 'postgres://localhost')
  return createRedshiftWarehouse({
    host: url.hostname,
    port: Number(url.port || 5432),
    database,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    tls: false,
    allowPrivateAddresses: ['127.0.0.0/8', '::1/128'],
    ...more,
  })
}

/** Against PostgreSQL, which speaks the protocol and understands what is sent here; what only Redshift understands is on record in its golden file. */
describe.skipIf(!serverUrl)('a Redshift warehouse', () => {
  let warehouse: WarehousePort

  beforeAll(async () => {
    await run('postgres', `CREATE DATABASE ${database}`, `CREATE ROLE ${role} LOGIN PASSWORD 'reader'`)
    await run(
      database,
      'CREATE SCHEMA crm',
      'CREATE TABLE crm.contact (id bigint NOT NULL, email varchar(256), other text, _fivetran_synced timestamptz)',
      `INSERT INTO crm.contact SELECT n, 'User.' || n, CASE WHEN n < 9 THEN 'user ' || n END, now() + n * interval '1 s' FROM generate_series(1, 10) n`,
      `CREATE VIEW crm.slow AS SELECT pg_sleep(20)::text AS word`,
      `CREATE FUNCTION crm.touch() RETURNS text LANGUAGE sql AS $$ INSERT INTO crm.contact (id) VALUES (99) RETURNING 'x' $$`,
      'CREATE VIEW crm.trap AS SELECT crm.touch() AS word',
      `GRANT USAGE ON SCHEMA crm TO ${role}`,
    )
    warehouse = open()
  })
  afterAll(async () => {
    await warehouse?.close()
    await run('postgres', `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`, `DROP ROLE ${role}`)
  })

  it('reads the catalogue, samples and counts', async () => {
    const columns = await warehouse.readInformationSchema(['crm', 'unknown'])
    expect(columns.map(({ column, typeSpelling, nullable }) => [column, typeSpelling, nullable])).toContainEqual([
      'email',
      'character varying(256)',
      true,
    ])
    expect(await warehouse.readInformationSchema([])).toEqual([])
    expect((await warehouse.listTables(['crm'])).map((one) => one.table)).toEqual(['contact'])
    expect(await warehouse.sampleValues(table, ['email'], 2)).toEqual({ email: ['User.10', 'User.9'] })
    expect(await warehouse.countNulls(table, ['other'])).toEqual({ rows: 10, nulls: { other: 2 } })
    expect(await warehouse.readRows(table, ['id'], { column: 'email', equals: 'User.3', limitMax: 5 })).toEqual([
      { id: '3' },
    ])
    expect(await warehouse.countFailing(table, { kind: 'is-null', column: 'other' })).toEqual({ rows: 10, failing: 2 })
  })

  it('cannot write', async () => {
    await expect(warehouse.sampleValues({ schema: 'crm', table: 'trap' }, ['word'], 1)).rejects.toThrow('25006')
  })

  it('cancels in the server before the call returns', async () => {
    const leaver = new AbortController()
    const slow = { schema: 'crm', table: 'slow' }
    const counting = warehouse.countFailing(slow, { kind: 'is-null', column: 'word' }, { signal: leaver.signal })
    counting.catch(() => null)
    const activity = `SELECT pid FROM pg_stat_activity WHERE datname = '${database}' AND state = 'active' AND query LIKE '%slow%' AND pid <> pg_backend_pid()`
    await expect.poll(() => run('postgres', activity)).toEqual([[expect.anything()]])
    leaver.abort()
    await expect(counting).rejects.toThrow(WarehouseCancelledError)
    expect(await run('postgres', activity)).toEqual([[]])
  })

  it('names what is missing, forbidden, too slow, refused or away', async () => {
    await expect(warehouse.countNulls({ schema: 'crm', table: 'gone' }, [])).rejects.toThrow(
      WarehouseObjectMissingError,
    )
    const hasty = open({ statementTimeoutMs: 100 })
    await expect(hasty.countNulls({ schema: 'crm', table: 'slow' }, ['word'])).rejects.toThrow(WarehouseTimeoutError)
    await hasty.close()
    const reader = open({ user: role, password: 'reader' })
    await expect(reader.countNulls(table, [])).rejects.toThrow(WarehousePermissionError)
    await reader.close()
    const stranger = open({ user: role, password: 'wrong' })
    await expect(stranger.countNulls(table, [])).rejects.toThrow(WarehouseCredentialsError)
    await stranger.close()
    for (const more of [{ allowPrivateAddresses: [] }, { host: '/var/run' }, { port: 1 }]) {
      await expect(open(more).countNulls(table, [])).rejects.toThrow(WarehouseUnreachableError)
    }
  })
})
