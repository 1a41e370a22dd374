import type { CheckPromise } from '@/lib/control-loop/proposal/domain/check-promise'
import { columnsOf } from '@/lib/control-loop/proposal/domain/check-promise'
import { findTable } from '@/lib/control-loop/snapshot/domain/find-in-tree'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { LongRun, WarehousePort, WarehouseTable } from '@/lib/integrations/warehouse/port'
import type { CheckMeasure } from '../domain/check/judge-check'
import { measureByProfile } from '../domain/check/measure-by-profile'
import { conditionOf } from './condition-of'

/** Where the rows of a table lie, by its source name; null when it is not synced (any more). */
export function findRows(tree: SchemaTree, path: { schema: string; table: string }): WarehouseTable | null {
  const schema = Object.hasOwn(tree.schemas, path.schema) ? tree.schemas[path.schema] : undefined
  const table = findTable(tree, path)
  if (!schema?.enabled || !table?.enabled) return null
  return { schema: schema.destinationName, table: table.destinationName }
}

export interface CheckSite {
  warehouse: WarehousePort
  tree: SchemaTree
  schema: string
  table: string
  /** Destination columns of which no statistic may be shown. */
  sensitiveColumns: readonly string[]
  now: Date
}

/** Looks at the rows for one promise, where they are. Rejects with the port's errors only. */
export async function measureCheck(promise: CheckPromise, site: CheckSite, run: LongRun = {}): Promise<CheckMeasure> {
  const rows = findRows(site.tree, site)
  if (!rows) return { kind: 'nothing', reason: 'The table is not synced any more.' }
  const parent = promise.kind === 'referential' ? findRows(site.tree, promise.parent) : null
  if (promise.kind === 'referential' && !parent)
    return { kind: 'nothing', reason: 'The other table is not synced any more.' }
  const condition = conditionOf(promise, parent)
  if (condition) return { kind: 'rows', ...(await site.warehouse.countFailing(rows, condition, run)) }
  const profile = await site.warehouse.profileTable(
    rows,
    {
      columns: columnsOf(promise),
      sensitiveColumns: [...site.sensitiveColumns],
      precision: promise.kind === 'aggregate' ? 'exact' : 'sampled',
    },
    run,
  )
  const [fault] = profile.faults
  return fault ? { kind: 'nothing', reason: fault.sentence } : measureByProfile(promise, { at: site.now, profile })
}
