import { tableReader } from '@/sandbox/source/read-cell'
import { rowChanges } from '@/sandbox/source/row-history'
import type { Source, SourceTable } from '@/sandbox/source/source-model'
import type { Warehouse, WarehouseColumn, WarehouseSession } from '@/sandbox/warehouse/warehouse'
import { buildRows } from './build-rows'
import type { DeliveredTable } from './delivered-table'
import type { TablePlan } from './plan-table-sync'
import { ID_COLUMN, physicalKey, systemColumns } from './system-columns'
import { writeRows } from './write-rows'

export interface TableWrite {
  warehouse: Warehouse
  seed: number
  source: Source
  table: SourceTable
  delivered: DeliveredTable | null
  plan: TablePlan
  historical: boolean
  syncedAt: Date
}

/** Carries out one table's plan in one transaction; gives how many rows were written and what changed in the shape. */
export async function writeTable(write: TableWrite): Promise<{ rows: number; schemaChanges: string[] }> {
  const { plan, warehouse } = write
  const ref = { schema: plan.delivered.schema, table: plan.delivered.table }
  const path = `${ref.schema}.${ref.table}`
  const schemaChanges: string[] = plan.skipped.map((reason) => `${path} skipped ${reason}`)

  return warehouse.inTransaction(async (session) => {
    // Somebody dropped the table, or the memory of another process held it: write it anew, ghosts included.
    const create = plan.create || !(await session.tableExists(ref))
    if (create) {
      await session.createTable(ref, tableColumns(plan), physicalKey(plan.delivered.key, plan.mode))
      schemaChanges.push(`${path} created`)
    } else {
      schemaChanges.push(...(await alterTable(write, session)))
    }
    const reader = tableReader(write.seed, write.source, plan.delivered.sourceSchema, write.table)
    // A destination that lost its table has seen nothing, whatever is remembered.
    const seen = create ? null : (write.delivered?.revision ?? null)
    const rowsOf = (everything: boolean) =>
      buildRows({
        plan,
        reader,
        changes: rowChanges(write.table, reader.tableHash, seen, everything),
        syncedAt: write.syncedAt,
        salt: `${write.seed}`,
      })
    const again = write.historical || plan.rekey !== null
    // A new column is filled for every row. Rows that did not move keep what a dropped column held.
    const filled = plan.full && !again && !create ? rowsOf(true) : []
    const target = { session, ref, plan, created: create, syncedAt: write.syncedAt }
    await writeRows(target, writtenColumns(plan, []), filled)
    // With history every row has its new version already.
    const moved = plan.mode === 'HISTORY' && filled.length > 0 ? [] : rowsOf(again)
    await writeRows(target, writtenColumns(plan, plan.ghosts), moved)
    const rows = filled.length > 0 ? filled : moved
    return { rows: rows.length, schemaChanges }
  })
}

async function alterTable(write: TableWrite, session: WarehouseSession): Promise<string[]> {
  const { plan } = write
  const ref = { schema: plan.delivered.schema, table: plan.delivered.table }
  const path = `${ref.schema}.${ref.table}`
  const changes: string[] = []
  const key = write.delivered?.key ?? []
  if (plan.modeBefore) {
    await session.changeMode(ref, plan.modeBefore, plan.mode, key)
    changes.push(`${path} mode is now ${plan.mode}`)
  }
  for (const name of plan.drop) {
    await session.dropColumn(ref, name)
    changes.push(`${path}.${name} dropped`)
  }
  for (const column of plan.add) {
    await session.addColumn(ref, column)
    changes.push(`${path}.${column.name} added as ${column.type}`)
  }
  for (const column of plan.change) {
    await session.changeType(ref, column, physicalKey(key, plan.mode))
    changes.push(`${path}.${column.name} widened to ${column.type}`)
  }
  if (plan.rekey) {
    if (plan.keyless) await session.addColumn(ref, ID_COLUMN)
    await session.changeKey(ref, physicalKey(plan.rekey, plan.mode))
    changes.push(`${path} key is now ${plan.rekey.join(', ')}`)
  }
  // Old values of a dropped column stay until everything is delivered anew.
  if (write.historical) {
    for (const ghost of plan.ghosts) await session.setAllNull(ref, ghost.name)
  }
  return changes
}

function tableColumns(plan: TablePlan): WarehouseColumn[] {
  const stored = plan.delivered.columns.map(({ name, type, length }) => ({ name, type, length }))
  return [...(plan.keyless ? [ID_COLUMN] : []), ...stored, ...systemColumns(plan.mode)]
}

/** Blocked columns are not among them: they keep their last value. */
function writtenColumns(plan: TablePlan, ghosts: WarehouseColumn[]): WarehouseColumn[] {
  const live = plan.live.map(({ name, type, length }) => ({ name, type, length }))
  return [...(plan.keyless ? [ID_COLUMN] : []), ...live, ...ghosts, ...systemColumns(plan.mode)]
}
