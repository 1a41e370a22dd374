import type { TableRef, WarehouseColumn, WarehouseRow, WarehouseSession } from '@/sandbox/warehouse/warehouse'
import type { TablePlan } from './plan-table-sync'
import { ACTIVE_COLUMN, DELETED_COLUMN, END_COLUMN, FOREVER, physicalKey, START_COLUMN } from './system-columns'

export interface RowTarget {
  session: WarehouseSession
  ref: TableRef
  plan: TablePlan
  /** The table was made just now: it has no earlier versions to close. */
  created: boolean
  syncedAt: Date
}

/** Takes rows that say of themselves whether they are deleted; writes them the way the table's mode keeps rows. */
export async function writeRows(target: RowTarget, columns: WarehouseColumn[], rows: WarehouseRow[]): Promise<void> {
  const { session, ref, plan } = target
  const { key } = plan.delivered
  if (plan.mode === 'SOFT_DELETE') return session.upsert(ref, columns, key, rows)

  const present = rows.filter((row) => row[DELETED_COLUMN.name] !== true)
  const gone = rows.filter((row) => row[DELETED_COLUMN.name] === true)
  const keyColumns = columns.filter(({ name }) => key.includes(name))
  if (plan.mode === 'LIVE') {
    await session.deleteRows(ref, keyColumns, key, gone)
    return session.upsert(ref, columns, key, present)
  }
  // One version ends where the next begins, less a millisecond; a deleted row ends when it was deleted.
  const start = target.syncedAt.toISOString()
  const end = new Date(target.syncedAt.getTime() - 1).toISOString()
  if (!target.created) {
    await session.closeVersions(ref, keyColumns, key, present, end)
    await session.closeVersions(ref, keyColumns, key, gone, start)
  }
  const versions = present.map((row) => ({
    ...row,
    [ACTIVE_COLUMN.name]: true,
    [START_COLUMN.name]: start,
    [END_COLUMN.name]: FOREVER,
  }))
  await session.upsert(ref, columns, physicalKey(key, plan.mode), versions)
}
