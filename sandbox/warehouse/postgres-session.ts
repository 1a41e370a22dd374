import type { ClientBase } from 'pg'
import type { SyncMode } from '@/sandbox/source/source-model'
import { physicalKey } from '@/sandbox/sync/system-columns'
import { postgresType } from '@/sandbox/types/postgres-type'
import { changeTableMode } from './change-table-mode'
import { quoteName, quoteTable } from './quote-name'
import type { TableRef, WarehouseColumn, WarehouseRow, WarehouseSession } from './warehouse'

/** Marks schemas as ours: only those are ever dropped. */
export const OWNED_BY_SANDBOX = 'Made by the Headgate sandbox. Dropped by its reset.'

const ROWS_PER_STATEMENT = 500

/** One table's part of a sync on PostgreSQL, inside the transaction of the client it is given. */
export class PostgresSession implements WarehouseSession {
  constructor(private readonly client: ClientBase) {}

  async tableExists(ref: TableRef): Promise<boolean> {
    const { rowCount } = await this.client.query('select 1 from pg_tables where schemaname = $1 and tablename = $2', [
      ref.schema,
      ref.table,
    ])
    return rowCount === 1
  }

  async createTable(ref: TableRef, columns: WarehouseColumn[], key: string[]): Promise<void> {
    // Two Platform Connectors share one schema and may begin together: PostgreSQL's own check is not atomic with its create.
    await this.client.query('select pg_advisory_xact_lock(hashtext($1))', [ref.schema])
    const { rowCount } = await this.client.query('select 1 from pg_namespace where nspname = $1', [ref.schema])
    if (rowCount === 0) {
      await this.client.query(`create schema if not exists ${quoteName(ref.schema)}`)
      await this.client.query(`comment on schema ${quoteName(ref.schema)} is '${OWNED_BY_SANDBOX}'`)
    }
    const lines = columns.map((column) => `${quoteName(column.name)} ${postgresType(column.type, column.length)}`)
    if (key.length > 0) lines.push(`primary key (${key.map(quoteName).join(', ')})`)
    await this.client.query(`drop table if exists ${quoteTable(ref)}`)
    await this.client.query(`create table ${quoteTable(ref)} (${lines.join(', ')})`)
  }

  async addColumn(ref: TableRef, column: WarehouseColumn): Promise<void> {
    const type = postgresType(column.type, column.length)
    await this.client.query(`alter table ${quoteTable(ref)} add column if not exists ${quoteName(column.name)} ${type}`)
  }

  async changeType(ref: TableRef, column: WarehouseColumn, key: string[]): Promise<void> {
    const name = quoteName(column.name)
    const temporary = quoteName(`${column.name.slice(0, 40)}_fivetran_promoting`)
    const type = postgresType(column.type, column.length)
    const table = quoteTable(ref)
    await this.client.query(`alter table ${table} add column ${temporary} ${type}`)
    await this.client.query(`update ${table} set ${temporary} = ${name}::${type}`)
    await this.client.query(`alter table ${table} drop column ${name}`)
    await this.client.query(`alter table ${table} rename column ${temporary} to ${name}`)
    // Dropping a key column took the constraint with it.
    if (key.includes(column.name)) await this.addKey(ref, key)
  }

  async changeKey(ref: TableRef, key: string[]): Promise<void> {
    const { rows } = await this.client.query<{ conname: string }>(
      `select conname from pg_constraint where contype = 'p' and conrelid = $1::regclass`,
      [quoteTable(ref)],
    )
    for (const { conname } of rows) {
      await this.client.query(`alter table ${quoteTable(ref)} drop constraint ${quoteName(conname)}`)
    }
    await this.allowNulls(ref)
    await this.addKey(ref, key)
  }

  async upsert(ref: TableRef, columns: WarehouseColumn[], key: string[], rows: WarehouseRow[]): Promise<void> {
    const names = columns.map((column) => quoteName(column.name))
    const shape = columns
      .map((column) => `${quoteName(column.name)} ${postgresType(column.type, column.length)}`)
      .join(', ')
    const matches = key.map((name) => `target.${quoteName(name)} = incoming.${quoteName(name)}`).join(' and ')
    const changes = columns.filter((column) => !key.includes(column.name)).map(({ name }) => quoteName(name))
    const statement = `
      with incoming as materialized (select * from jsonb_to_recordset($1::jsonb) as row(${shape})),
      updated as (
        update ${quoteTable(ref)} as target set ${changes.map((name) => `${name} = incoming.${name}`).join(', ')}
        from incoming where ${matches}
      )
      insert into ${quoteTable(ref)} (${names.join(', ')})
      select ${names.map((name) => `incoming.${name}`).join(', ')} from incoming
      where not exists (select 1 from ${quoteTable(ref)} as target where ${matches})`
    for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
      await this.client.query(statement, [JSON.stringify(rows.slice(start, start + ROWS_PER_STATEMENT))])
    }
  }

  async deleteRows(ref: TableRef, keyColumns: WarehouseColumn[], key: string[], rows: WarehouseRow[]): Promise<void> {
    await this.forKeys(`delete from ${quoteTable(ref)} as target`, 'using', keyColumns, key, rows)
  }

  async closeVersions(
    ref: TableRef,
    keyColumns: WarehouseColumn[],
    key: string[],
    rows: WarehouseRow[],
    endedAt: string,
  ): Promise<void> {
    const ended = `update ${quoteTable(ref)} as target set _fivetran_active = false, _fivetran_end = '${endedAt}'`
    await this.forKeys(ended, 'from', keyColumns, key, rows, 'target._fivetran_active and ')
  }

  async changeMode(ref: TableRef, from: SyncMode, to: SyncMode, key: string[]): Promise<void> {
    await changeTableMode(this.client, ref, from, to, key)
    await this.changeKey(ref, physicalKey(key, to))
  }

  async dropColumn(ref: TableRef, column: string): Promise<void> {
    await this.client.query(`alter table ${quoteTable(ref)} drop column if exists ${quoteName(column)}`)
  }

  async setAllNull(ref: TableRef, column: string): Promise<void> {
    await this.client.query(`update ${quoteTable(ref)} set ${quoteName(column)} = null`)
  }

  /** Runs a statement on the rows whose key is among those given. */
  private async forKeys(
    statement: string,
    join: 'from' | 'using',
    keyColumns: WarehouseColumn[],
    key: string[],
    rows: WarehouseRow[],
    condition = '',
  ): Promise<void> {
    const shape = keyColumns
      .map(({ name, type, length }) => `${quoteName(name)} ${postgresType(type, length)}`)
      .join(', ')
    const matches = key.map((name) => `target.${quoteName(name)} = incoming.${quoteName(name)}`).join(' and ')
    const sql = `${statement} ${join} jsonb_to_recordset($1::jsonb) as incoming(${shape}) where ${condition}${matches}`
    for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
      const keys = rows
        .slice(start, start + ROWS_PER_STATEMENT)
        .map((row) => key.map((name) => [name, row[name] ?? null]))
      await this.client.query(sql, [JSON.stringify(keys.map((entries) => Object.fromEntries(entries)))])
    }
  }

  /** A column that leaves the key may become a ghost, and ghosts hold NULL. */
  private async allowNulls(ref: TableRef): Promise<void> {
    const { rows } = await this.client.query<{ attname: string }>(
      'select attname from pg_attribute where attrelid = $1::regclass and attnotnull and attnum > 0 and not attisdropped',
      [quoteTable(ref)],
    )
    for (const { attname } of rows) {
      await this.client.query(`alter table ${quoteTable(ref)} alter column ${quoteName(attname)} drop not null`)
    }
  }

  private async addKey(ref: TableRef, key: string[]): Promise<void> {
    if (key.length === 0) return
    await this.client.query('savepoint before_key')
    try {
      await this.client.query(`alter table ${quoteTable(ref)} add primary key (${key.map(quoteName).join(', ')})`)
      await this.client.query('release savepoint before_key')
    } catch (error) {
      await this.client.query('rollback to savepoint before_key')
      // Duplicates or nulls under the new key are what the service warns of; anything else is a fault.
      if (!isKeyViolation(error)) throw error
    }
  }
}

function isKeyViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '23505' || error.code === '23502')
}
