import { Pool, types } from 'pg'
import { ensureDatabase } from './ensure-database'
import { OWNED_BY_SANDBOX, PostgresSession } from './postgres-session'
import { quoteName, quoteTable } from './quote-name'
import type { TableRef, Warehouse, WarehouseRow, WarehouseSession, WarehouseTable } from './warehouse'

/** A destination on PostgreSQL: real schemas, tables and rows that anybody can query. */
export class PostgresWarehouse implements Warehouse {
  readonly kind = 'postgres'

  private constructor(private readonly pool: Pool) {}

  /** Takes the URL of the warehouse; creates the database when it is missing. */
  static async open(url: string): Promise<PostgresWarehouse> {
    await ensureDatabase(url)
    const pool = new Pool({ connectionString: url, max: 6, types: { getTypeParser: readAsText } })
    // Without a listener, an idle connection cut by a database restart would end the process.
    pool.on('error', () => undefined)
    return new PostgresWarehouse(pool)
  }

  async inTransaction<Result>(work: (session: WarehouseSession) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect()
    try {
      await client.query('begin')
      const result = await work(new PostgresSession(client))
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    } finally {
      client.release()
    }
  }

  async dropOwnSchemas(schemas: string[]): Promise<void> {
    const { rows } = await this.pool.query<{ name: string; comment: string | null }>(
      `select nspname as name, obj_description(oid, 'pg_namespace') as comment from pg_namespace where nspname = any($1)`,
      [schemas],
    )
    const foreign = rows.filter((row) => row.comment !== OWNED_BY_SANDBOX).map((row) => row.name)
    if (foreign.length > 0) {
      throw new Error(
        `The warehouse has schemas the sandbox did not make (${foreign.join(', ')}). Give it a database of its own.`,
      )
    }
    for (const { name } of rows) await this.pool.query(`drop schema ${quoteName(name)} cascade`)
  }

  async listTables(schemas: string[]): Promise<WarehouseTable[]> {
    const { rows } = await this.pool.query<{
      schema: string
      table: string
      columns: { name: string; type: string }[]
    }>(
      `select n.nspname as schema, c.relname as table,
              json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
         from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
        where c.relkind = 'r' and n.nspname = any($1) and a.attnum > 0 and not a.attisdropped
        group by 1, 2 order by 1, 2`,
      [schemas],
    )
    const tables: WarehouseTable[] = []
    for (const row of rows) {
      const count = await this.pool.query<{ count: string }>(`select count(*)::text as count from ${quoteTable(row)}`)
      tables.push({ ...row, rows: Number(count.rows[0]?.count ?? 0) })
    }
    return tables
  }

  async readRows(ref: TableRef, limit: number): Promise<WarehouseRow[]> {
    const { rows } = await this.pool.query<{ row: WarehouseRow }>(
      `select row_to_json(source) as row from (select * from ${quoteTable(ref)} limit $1) as source`,
      [limit],
    )
    return rows.map(({ row }) => row)
  }

  async close(): Promise<void> {
    await this.pool.end()
  }
}

/** JSON is parsed, everything else stays as PostgreSQL spells it: dates must not pass through the machine's time zone. */
function readAsText(oid: number) {
  return oid === types.builtins.JSON ? types.getTypeParser(oid, 'text') : (value: string) => value
}
