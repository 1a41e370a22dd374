import { ownEntry } from '@/sandbox/config/own-entry'
import type { SchemaConfig } from '@/sandbox/config/schema-config'
import { destinationSchemaName, namingRulesOf } from '@/sandbox/naming/destination-schema-name'
import type { SourceTable } from '@/sandbox/source/source-model'
import type { Connection } from '@/sandbox/state/world'
import type { DeliveredTable } from './delivered-table'
import { planTableSync, type TablePlan } from './plan-table-sync'

export interface PlannedTable {
  table: SourceTable
  delivered: DeliveredTable | null
  plan: TablePlan
}

/** Takes a connection and its captured config; gives one plan per table that syncs. Gone and switched-off tables are left alone. */
export function planSync(connection: Connection, config: SchemaConfig): PlannedTable[] {
  const rules = namingRulesOf(connection.service)
  const planned: PlannedTable[] = []
  for (const schema of connection.source) {
    const configSchema = ownEntry(config.schemas, schema.name)
    for (const table of schema.tables) {
      const configTable = configSchema && ownEntry(configSchema.tables, table.name)
      // Core tables sync even where their schema is switched off.
      if (!configTable || !(configTable.readOnly || (configSchema.enabled && configTable.enabled))) continue
      const delivered =
        connection.delivered.find((entry) => entry.sourceSchema === schema.name && entry.sourceTable === table.name) ??
        null
      const plan = planTableSync({
        sourceSchema: schema.name,
        destinationSchema: destinationSchemaName(connection.service, connection.schema, schema.name),
        table,
        config: configTable,
        delivered,
        rules,
        typeLocked: config.typeLocked,
      })
      planned.push({ table, delivered, plan })
    }
  }
  return planned
}
