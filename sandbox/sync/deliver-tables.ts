import { recordEvent } from '@/sandbox/state/record-event'
import type { SandboxClock } from '@/sandbox/state/sandbox-clock'
import type { Connection, JsonObject, SyncRecord, SyncRun, World } from '@/sandbox/state/world'
import type { Warehouse } from '@/sandbox/warehouse/warehouse'
import type { PlannedTable } from './plan-sync'
import { writeTable } from './write-table'

export interface TableDelivery {
  world: World
  clock: SandboxClock
  warehouse: Warehouse
  connection: Connection
  run: SyncRun
}

/**
 * Carries out the plans of one sync, table by table, and remembers each as it is written. Gives what was written, or null when
 * the sync was cancelled on the way.
 */
export async function deliverTables(
  delivery: TableDelivery,
  planned: PlannedTable[],
): Promise<Pick<SyncRecord, 'rows' | 'schemaChanges'> | null> {
  const { world, clock, warehouse, connection, run } = delivery
  const rows: Record<string, number> = {}
  const schemaChanges: string[] = []
  for (const { table, delivered, plan } of planned) {
    if (connection.run?.syncId !== run.syncId) return null
    const written = await writeTable({
      warehouse,
      seed: world.seed,
      source: connection.source,
      table,
      delivered,
      plan,
      historical: run.historical && delivered !== null,
      syncedAt: clock.now(),
    })
    connection.delivered = [...connection.delivered.filter((entry) => entry !== delivered), plan.delivered]
    forgetDropped(connection, plan.delivered.sourceSchema, plan.delivered.sourceTable)
    rows[`${plan.delivered.schema}.${plan.delivered.table}`] = written.rows
    schemaChanges.push(...written.schemaChanges)
    logTable(delivery, plan.delivered.schema, plan.delivered.table, written)
  }
  return { rows, schemaChanges }
}

/** Columns marked for deletion have left the destination: they are blocked from now on, and nothing else. */
function forgetDropped(connection: Connection, schema: string, table: string): void {
  const columns = connection.schemaConfig?.schemas[schema]?.tables[table]?.columns
  if (!columns) return
  for (const [name, column] of Object.entries(columns)) {
    if (column.dropPending) columns[name] = { ...column, dropPending: false }
  }
}

function logTable(
  { world, clock, connection, run }: TableDelivery,
  schema: string,
  table: string,
  written: { rows: number; schemaChanges: string[] },
): void {
  const place = { connectionId: connection.id, syncId: run.syncId }
  for (const change of written.schemaChanges) {
    const event = change.endsWith(' created') ? 'create_table' : 'alter_table'
    const type = change.includes(' added as ')
      ? 'ADD_COLUMN'
      : change.includes(' widened to ')
        ? 'CHANGE_COLUMN_TYPE'
        : change.endsWith(' dropped')
          ? 'DROP_COLUMN'
          : 'OTHER'
    const data: JsonObject =
      event === 'create_table' ? { schema, name: table } : { table, type, properties: { change } }
    recordEvent(world, clock.now(), { ...place, event, data })
  }
  if (written.rows === 0) return
  const data = { schema, table, operationType: 'REPLACED_OR_INSERTED', count: written.rows }
  recordEvent(world, clock.now(), { ...place, event: 'records_modified', data })
}
