import type { SchemaState, TableState } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { destinationNamePattern, type Mapping } from '../contract'

type TableMapping = Mapping['tables'][number]

/**
 * A proposal over what a connection already does: its names, modes and settings stay, and what the proposal would add (a hash, a secret left out)
 * is added to them with its reason.
 */
export function keepConnectionSettings({ schema, tables }: Mapping, state: SchemaState): Mapping {
  return {
    schema: usable(state.destinationName) ?? schema,
    tables: tables.map((table) => {
      const known = Object.hasOwn(state.tables, table.source) ? state.tables[table.source] : undefined
      return known === undefined ? table : keepTable(table, known, state.enabled)
    }),
  }
}

function keepTable(table: TableMapping, known: TableState, isSchemaOn: boolean): TableMapping {
  return {
    ...table,
    name: usable(known.destinationName) ?? table.name,
    enabled: isSchemaOn && known.enabled,
    ...(known.syncMode !== null && known.syncMode !== table.syncMode
      ? {
          syncMode: known.syncMode,
          syncModeReason: `As it is now. ${table.syncModeReason}: ${table.syncMode} would fit`,
        }
      : {}),
    columns: table.columns.map((column) => {
      const now = Object.hasOwn(known.columns, column.source) ? known.columns[column.source] : undefined
      if (now === undefined) return column
      const isKey = table.key.includes(column.source)
      const reasons = [...column.reasons]
      if (!now.enabled) reasons.push('Not synced now')
      if (now.hashed) reasons.push('Hashed now')
      return {
        ...column,
        name: usable(now.destinationName) ?? column.name,
        enabled: isKey || (now.enabled && column.enabled),
        hashed: now.hashed || column.hashed,
        reasons,
      }
    }),
  }
}

const usable = (name: string) => (destinationNamePattern.test(name) ? name : null)
