import { createHash } from 'node:crypto'
import type { ObservedTable, WarehouseColumnFact } from './source-observation'

/** SHA-256 of everything the stored config says about one table. The order of its columns is not a fact. */
export function fingerprintConfig({ columns, ...settings }: ObservedTable): string {
  const { destinationName, enabled, syncMode, lock, supportsColumns } = settings
  const listed = Object.entries(columns).map(([name, column]) => [
    name,
    column.destinationName,
    column.enabled,
    column.hashed,
    column.primaryKey,
    column.lock?.code ?? null,
  ])
  return hash([destinationName, enabled, syncMode, lock?.code ?? null, supportsColumns, listed.sort(byName)])
}

/** SHA-256 of one table as the destination's catalogue lists it; null when the destination was not read or has no such table. */
export function fingerprintDestination(columns: Map<string, WarehouseColumnFact> | undefined): string | null {
  if (!columns) return null
  return hash([...columns.values()].map((fact) => [fact.column, fact.typeSpelling, fact.nullable]).sort(byName))
}

/** SHA-256 of one table's columns in the service's log tables; null when they do not name it. */
export function fingerprintLog(columns: readonly LoggedColumn[] | undefined): string | null {
  if (!columns) return null
  return hash(columns.map(({ column, type, primaryKey }) => [column, type, primaryKey]).sort(byName))
}

export interface LoggedColumn {
  schema: string
  table: string
  column: string
  type: string
  primaryKey: boolean
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}

function byName(one: unknown[], other: unknown[]): number {
  const [first, second] = [String(one[0]), String(other[0])]
  return first < second ? -1 : first > second ? 1 : 0
}
