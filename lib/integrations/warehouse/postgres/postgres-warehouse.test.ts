import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readProcessEnv } from '@/lib/platform/config/read-process-env'
import { doorOf, engineOf } from '../engines'
import {
  WarehouseCredentialsError,
  WarehouseObjectMissingError,
  WarehousePermissionError,
  WarehouseTimeoutError,
  WarehouseUnreachableError,
} from '../errors'
import type { WarehousePort } from '../port'
import { createPostgresWarehouse } from './create-postgres-warehouse'
import { quoteIdentifier } from './quote-identifier'

const serverUrl = readProcessEnv().TEST_DATABASE_URL
const database = `warehouse_test_${randomBytes(6).toString('hex')}`
const loopback = ['127.0.0.0/8', '::1/128']

function addressOf(more: Partial<Parameters<typeof createPostgresWarehouse>[0]> = {}) {
  const url = new URL(serverUrl ?? 'postgres://localhost')
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    database,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    tls: false,
    allowPrivateAddresses: loopback,
    ...more,
  }
}

async function run(on: string, ...statements: string[]) {
  const url = new URL(serverUrl ?? '')
  url.pathname = `/${on}`
  const client = new Client({ connectionString: url.href })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

describe('engines', () => {
  it('knows whose types it can read and whose doors it can open', () => {
    expect(engineOf('Postgres_RDS_warehouse')).toBe('postgres')
    expect(doorOf('postgres_warehouse')).toBe('postgres')
    expect(engineOf('snowflake')).toBe('snowflake')
    expect(doorOf('redshift')).toBe('redshift')
    expect(doorOf('snowflake')).toBeNull()
    expect(doorOf('motherduck')).toBeNull()
    expect(engineOf('milvus')).toBeNull()
  })
})

describe('quoteIdentifier', () => {
  it('leaves no way out of the quotes', () => {
    expect(quoteIdentifier('a"; DROP TABLE x; --')).toBe('"a""; DROP TABLE x; --"')
    expect(() => quoteIdentifier('a\0b')).toThrow(WarehouseObjectMissingError)
  })
})

describe('addresses', () => {
  it.each(['127.0.0.1', '::1', '10.0.0.1', '/var/run/postgresql', ''])('refuses %j at once', (host) => {
    expect(() => createPostgresWarehouse(addressOf({ host, allowPrivateAddresses: [] }))).toThrow(
      WarehouseUnreachableError,
    )
  })

  it('refuses a name that leads to a private range when it resolves', async () => {
    const warehouse = createPostgresWarehouse(addressOf({ host: 'localhost', allowPrivateAddresses: [] }))
    await expect(warehouse.readInformationSchema(['crm'])).rejects.toThrow(/localhost leads to/)
    await warehouse.close()
  })
})

describe.skipIf(!serverUrl)('a PostgreSQL warehouse', () => {
  const contact = { schema: 'crm', table: 'Con"tact' }
  let warehouse: WarehousePort

  beforeAll(async () => {
    await run('postgres', `CREATE DATABASE ${database}`)
    await run(
      database,
      'CREATE SCHEMA crm',
      `CREATE TABLE crm."Con""tact" (id bigint NOT NULL, email varchar(256), "e-mail" text, amount numeric(15,2), note text, _fivetran_synced timestamptz)`,
      `INSERT INTO crm."Con""tact" SELECT n, 'User.' || n || '@X.org', CASE WHEN n <= 8 THEN 'user ' || n || ' (at) x-org' END,
         n, repeat('x', 500), '2026-01-01'::timestamptz + n * interval '1 day' FROM generate_series(1, 10) AS n`,
      `UPDATE crm."Con""tact" SET email = NULL WHERE id = 10`,
      'CREATE VIEW crm.a_view AS SELECT 1 AS one',
      'CREATE TABLE crm.plain (word text)',
      `INSERT INTO crm.plain VALUES ('--'), ('a')`,
    )
    warehouse = createPostgresWarehouse(addressOf())
  })
  afterAll(async () => {
    await warehouse?.close()
    await run('postgres', `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
  })

  it('reads columns of base tables with the engine’s own spelling', async () => {
    const columns = await warehouse.readInformationSchema(['crm', 'unknown'])
    expect(
      columns
        .filter(({ table }) => table === 'Con"tact')
        .map(({ column, typeSpelling, nullable }) => [column, typeSpelling, nullable]),
    ).toEqual([
      ['_fivetran_synced', 'timestamp with time zone', true],
      ['amount', 'numeric(15,2)', true],
      ['e-mail', 'text', true],
      ['email', 'character varying(256)', true],
      ['id', 'bigint', false],
      ['note', 'text', true],
    ])
    expect(new Set(columns.map(({ table }) => table))).toEqual(new Set(['Con"tact', 'plain']))
  })

  it('samples non-null values as text, newest first, cut to length', async () => {
    const samples = await warehouse.sampleValues(contact, ['email', 'id', 'note'], 3)
    expect(samples.email).toEqual(['User.9@X.org', 'User.8@X.org', 'User.7@X.org'])
    expect(samples.id).toEqual(['10', '9', '8'])
    expect(samples.note?.[0]).toHaveLength(200)
    expect(await warehouse.sampleValues({ schema: 'crm', table: 'plain' }, ['word'], 1)).toEqual({
      word: [expect.any(String)],
    })
  })

  it('counts rows and nulls', async () => {
    expect(await warehouse.countNulls(contact, ['email', 'e-mail', 'id'])).toEqual({
      rows: 10,
      nulls: { email: 1, 'e-mail': 2, id: 0 },
    })
    expect(await warehouse.countNulls(contact, [])).toEqual({ rows: 10, nulls: {} })
  })

  it('counts values that agree but for case and punctuation', async () => {
    expect(await warehouse.countEqualValues(contact, 'email', 'email', 5)).toEqual({ compared: 5, equal: 5 })
    expect(await warehouse.countEqualValues(contact, 'email', 'e-mail', 100)).toEqual({ compared: 8, equal: 0 })
    expect(await warehouse.countEqualValues({ schema: 'crm', table: 'plain' }, 'word', 'word', 10)).toEqual({
      compared: 2,
      equal: 1,
    })
  })

  it('cannot write', async () => {
    await run(
      database,
      `CREATE FUNCTION crm.touch() RETURNS text LANGUAGE sql AS $$ INSERT INTO crm.plain VALUES ('written') RETURNING word $$`,
    )
    await run(database, 'CREATE SCHEMA traps', 'CREATE VIEW traps.trap AS SELECT crm.touch() AS word')
    await expect(warehouse.sampleValues({ schema: 'traps', table: 'trap' }, ['word'], 1)).rejects.toMatchObject({
      message: expect.stringContaining('25006'),
    })
  })

  it('names what is missing, forbidden, too slow or refused', async () => {
    await expect(warehouse.countNulls({ schema: 'crm', table: 'gone' }, [])).rejects.toThrow(
      WarehouseObjectMissingError,
    )
    await expect(warehouse.sampleValues(contact, ['gone'], 1)).rejects.toThrow('does not have crm.Con"tact.gone')

    await run(database, 'CREATE VIEW crm.slow AS SELECT pg_sleep(5)::text AS word')
    const hasty = createPostgresWarehouse(addressOf({ statementTimeoutMs: 200 }))
    await expect(hasty.sampleValues({ schema: 'crm', table: 'slow' }, ['word'], 1)).rejects.toThrow(
      WarehouseTimeoutError,
    )
    await hasty.close()

    const role = `reader_${randomBytes(6).toString('hex')}`
    await run(database, `CREATE ROLE ${role} LOGIN PASSWORD 'reader'`)
    try {
      const reader = createPostgresWarehouse(addressOf({ user: role, password: 'reader' }))
      await expect(reader.countNulls(contact, [])).rejects.toThrow(WarehousePermissionError)
      await reader.close()
      for (const wrong of [{ user: role, password: 'wrong' }, { database: 'no_such_database' }]) {
        const refused = createPostgresWarehouse(addressOf(wrong))
        await expect(refused.countNulls(contact, [])).rejects.toThrow(WarehouseCredentialsError)
        await refused.close()
      }
    } finally {
      await run(database, `DROP ROLE ${role}`)
    }

    const absent = createPostgresWarehouse(addressOf({ host: '127.0.0.1', port: 1 }))
    await expect(absent.countNulls(contact, [])).rejects.toThrow(WarehouseUnreachableError)
    await absent.close()
  })
})
