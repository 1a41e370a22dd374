import type { SyncMode } from '@/sandbox/source/source-model'
import { ACTIVE_COLUMN, END_COLUMN, physicalKey, systemColumns } from '@/sandbox/sync/system-columns'
import { castValue } from '@/sandbox/types/cast-value'
import { postgresType } from '@/sandbox/types/postgres-type'
import { changeRowMode } from './change-row-mode'
import type { TableRef, Warehouse, WarehouseColumn, WarehouseRow, WarehouseSession, WarehouseTable } from './warehouse'

interface MemoryTable {
  columns: WarehouseColumn[]
  key: string[]
  rows: Map<string, WarehouseRow>
}

/** A destination without a database: same shape, gone when the process ends (a later sync writes it anew). */
export class MemoryWarehouse implements Warehouse, WarehouseSession {
  readonly kind = 'memory'
  private readonly tables = new Map<string, MemoryTable>()

  inTransaction<Result>(work: (session: WarehouseSession) => Promise<Result>): Promise<Result> {
    return work(this)
  }

  async tableExists(ref: TableRef): Promise<boolean> {
    return this.tables.has(keyOf(ref))
  }

  async createTable(ref: TableRef, columns: WarehouseColumn[], key: string[]): Promise<void> {
    this.tables.set(keyOf(ref), { columns: [...columns], key, rows: new Map() })
  }

  async addColumn(ref: TableRef, column: WarehouseColumn): Promise<void> {
    const table = this.require(ref)
    if (table.columns.some((candidate) => candidate.name === column.name)) return
    table.columns.push(column)
    for (const row of table.rows.values()) row[column.name] = null
  }

  async changeType(ref: TableRef, column: WarehouseColumn): Promise<void> {
    const table = this.require(ref)
    table.columns = [...table.columns.filter((candidate) => candidate.name !== column.name), column]
    for (const row of table.rows.values()) row[column.name] = castValue(row[column.name] ?? null, column.type)
  }

  async changeKey(ref: TableRef, key: string[]): Promise<void> {
    const table = this.require(ref)
    const rows = [...table.rows.values()]
    table.key = key
    table.rows = new Map(rows.map((row) => [rowKey(row, key), row]))
  }

  async upsert(ref: TableRef, columns: WarehouseColumn[], key: string[], rows: WarehouseRow[]): Promise<void> {
    const table = this.require(ref)
    for (const row of rows) {
      const id = rowKey(row, key)
      const before = table.rows.get(id) ?? Object.fromEntries(table.columns.map((column) => [column.name, null]))
      const written = Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]))
      table.rows.set(id, { ...before, ...written })
    }
  }

  async deleteRows(ref: TableRef, _keyColumns: WarehouseColumn[], key: string[], rows: WarehouseRow[]): Promise<void> {
    const table = this.require(ref)
    for (const row of rows) table.rows.delete(rowKey(row, key))
  }

  async closeVersions(
    ref: TableRef,
    _keyColumns: WarehouseColumn[],
    key: string[],
    rows: WarehouseRow[],
    endedAt: string,
  ): Promise<void> {
    const ended = new Set(rows.map((row) => rowKey(row, key)))
    for (const row of this.require(ref).rows.values()) {
      if (row[ACTIVE_COLUMN.name] === true && ended.has(rowKey(row, key))) {
        Object.assign(row, { [ACTIVE_COLUMN.name]: false, [END_COLUMN.name]: endedAt })
      }
    }
  }

  async changeMode(ref: TableRef, from: SyncMode, to: SyncMode, key: string[]): Promise<void> {
    const table = this.require(ref)
    const own = new Set(systemColumns(from).map(({ name }) => name))
    const rows = changeRowMode([...table.rows.values()], from, to, key)
    table.columns = [...table.columns.filter(({ name }) => !own.has(name)), ...systemColumns(to)]
    table.key = physicalKey(key, to)
    table.rows = new Map(rows.map((row) => [rowKey(row, table.key), row]))
  }

  async dropColumn(ref: TableRef, column: string): Promise<void> {
    const table = this.require(ref)
    table.columns = table.columns.filter(({ name }) => name !== column)
    for (const row of table.rows.values()) delete row[column]
  }

  async setAllNull(ref: TableRef, column: string): Promise<void> {
    for (const row of this.require(ref).rows.values()) row[column] = null
  }

  async dropOwnSchemas(schemas: string[]): Promise<void> {
    for (const key of this.tables.keys()) {
      if (schemas.some((schema) => key.startsWith(`${schema}\u0000`))) this.tables.delete(key)
    }
  }

  async listTables(schemas: string[]): Promise<WarehouseTable[]> {
    return [...this.tables.entries()].flatMap(([name, table]) => {
      const [schema = '', tableName = ''] = name.split('\u0000')
      if (!schemas.includes(schema)) return []
      const columns = table.columns.map((column) => ({
        name: column.name,
        type: postgresType(column.type, column.length),
      }))
      return [{ schema, table: tableName, columns, rows: table.rows.size }]
    })
  }

  async readRows(ref: TableRef, limit: number): Promise<WarehouseRow[]> {
    return [...(this.tables.get(keyOf(ref))?.rows.values() ?? [])].slice(0, limit)
  }

  async close(): Promise<void> {
    this.tables.clear()
  }

  private require(ref: TableRef): MemoryTable {
    const table = this.tables.get(keyOf(ref))
    if (!table) throw new Error(`relation "${ref.schema}.${ref.table}" does not exist`)
    return table
  }
}

function keyOf(ref: TableRef): string {
  return `${ref.schema}\u0000${ref.table}`
}

function rowKey(row: WarehouseRow, key: string[]): string {
  return JSON.stringify(key.map((column) => row[column] ?? null))
}
