import type { SyncRecord } from '@/sandbox/state/world'
import type { TableDelivery } from '@/sandbox/sync/deliver-tables'
import { systemColumns } from '@/sandbox/sync/system-columns'
import { platformTables } from './platform-tables'

/**
 * Writes what the account knows about itself into the warehouse: its log, its objects, their types and lineage. Every destination's
 * Platform Connector writes to one schema, since all destinations of the sandbox share one database; ids keep them apart.
 */
export async function writePlatformTables(
  delivery: TableDelivery,
): Promise<Pick<SyncRecord, 'rows' | 'schemaChanges'>> {
  const { world, clock, warehouse, connection } = delivery
  const rows: Record<string, number> = {}
  const schemaChanges: string[] = []
  const syncedAt = clock.now().toISOString()
  for (const table of platformTables(world, connection.groupId)) {
    const ref = { schema: connection.schema, table: table.name }
    const system = systemColumns('SOFT_DELETE')
    const columns = [...table.columns, ...system]
    const written = table.rows.map((row) => ({ ...row, _fivetran_deleted: false, _fivetran_synced: syncedAt }))
    await warehouse.inTransaction(async (session) => {
      if (!(await session.tableExists(ref))) {
        await session.createTable(ref, columns, table.key)
        schemaChanges.push(`${ref.schema}.${ref.table} created`)
      }
      await session.upsert(ref, columns, table.key, written)
    })
    rows[`${ref.schema}.${ref.table}`] = written.length
  }
  return { rows, schemaChanges }
}
