import { ownEntry } from '@/sandbox/config/own-entry'
import type { SchemaConfig } from '@/sandbox/config/schema-config'
import { connectionNaming, destinationSchemaName } from '@/sandbox/naming/destination-schema-name'
import type { SourceTable } from '@/sandbox/source/source-model'
import type { Connection, ResyncScope } from '@/sandbox/state/world'
import type { DeliveredTable } from './delivered-table'
import { planTableSync, type TablePlan } from './plan-table-sync'

export interface PlannedTable {
  table: SourceTable
  delivered: DeliveredTable | null
  plan: TablePlan
}

/** Takes a connection and its captured config; gives one plan per table that syncs, of those in the scope (null: all). Gone and switched-off tables are left alone. */
export function planSync(connection: Connection, config: SchemaConfig, scope: ResyncScope): PlannedTable[] {
  const rules = connectionNaming(connection)
  const delivered = new Map(
    connection.delivered.map((entry) => [`${entry.sourceSchema}\u0000${entry.sourceTable}`, entry]),
  )
  const planned: PlannedTable[] = []
  for (const schema of connection.source) {
    const configSchema = ownEntry(config.schemas, schema.name)
    for (const table of schema.tables) {
      const configTable = configSchema && ownEntry(configSchema.tables, table.name)
      if (scope && !ownEntry(scope, schema.name)?.includes(table.name)) continue
      // Core tables sync even where their schema is switched off.
      if (!configTable || !(configTable.readOnly || (configSchema.enabled && configTable.enabled))) continue
      const known = delivered.get(`${schema.name}\u0000${table.name}`) ?? null
      const plan = planTableSync({
        sourceSchema: schema.name,
        destinationSchema: destinationSchemaName(connection, schema.name),
        table,
        config: configTable,
        delivered: known,
        rules,
        typeLocked: config.typeLocked,
        hidesEmptyColumns: connection.config.update_method === 'QUERY_BASED',
      })
      planned.push({ table, delivered: known, plan })
    }
  }
  return planned
}
