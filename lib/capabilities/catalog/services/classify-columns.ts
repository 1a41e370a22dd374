import { openWarehouse } from '@/lib/control-loop/connection/services/open-warehouse'
import type { Classification as DraftClassification } from '@/lib/control-loop/proposal/domain/draft'
import { findColumn, findTable } from '@/lib/control-loop/snapshot/domain/find-in-tree'
import { formatPath, type SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { isSystemColumn } from '@/lib/control-loop/snapshot/domain/system-columns'
import { loadTree } from '@/lib/control-loop/snapshot/services/load-tree'
import { WarehouseError } from '@/lib/integrations/warehouse/errors'
import type { WarehousePort } from '@/lib/integrations/warehouse/port'
import { db } from '@/lib/platform/db/client'
import { type Classification, classifyColumn } from '../domain/classify-column'
import { keepJudgements } from './keep-judgements'

interface ColumnPath {
  schema: string
  table: string
  column: string
}

/** Values looked at per column. They are judged in memory, never stored, logged or sent anywhere. */
const samplesMax = 500

/**
 * Judges what columns hold, from name, table, type and, where a warehouse is at hand, a sample of values. The judgement is kept
 * per column and the answer is what counts: a person's decision, else the recognisers' word. A column that could not be found in the latest snapshot
 * is left out rather than called harmless.
 */
export async function classifyColumns(
  connectionId: string,
  columns: readonly ColumnPath[],
): Promise<ReadonlyMap<string, DraftClassification>> {
  const results = new Map<string, DraftClassification>()
  const connection = await db.connection.findUniqueOrThrow({
    where: { id: connectionId },
    include: { destination: true },
  })
  if (!connection.latestSnapshotId || columns.length === 0) return results
  const tree = await loadTree(connection.latestSnapshotId)
  const warehouse = await openWarehouse(connection.destination)
  try {
    for (const group of groupByTable(columns)) {
      const samples = await sampleTable(warehouse, tree, group)
      const judged = new Map<string, Classification>()
      for (const path of group) {
        const state = findColumn(tree, path)
        if (!state || isSystemColumn(path.column)) continue
        const classification = classifyColumn({
          table: path.table,
          column: path.column,
          type: state.type,
          // A hashed column holds digests: its values say nothing of what it was.
          samples: state.hashed ? undefined : samples[state.destinationName],
          connector: connection.service,
        })
        judged.set(path.column, classification)
      }
      const [first] = group
      if (!first || judged.size === 0) continue
      const { schema, table } = first
      const effective = await keepJudgements({ connectionId, schema, table }, judged)
      for (const [column, counts] of effective) results.set(formatPath({ schema, table, column }), counts)
    }
  } finally {
    await warehouse?.close()
  }
  return results
}

function groupByTable(columns: readonly ColumnPath[]): ColumnPath[][] {
  const groups = new Map<string, ColumnPath[]>()
  for (const path of columns) {
    const key = formatPath({ schema: path.schema, table: path.table })
    groups.set(key, [...(groups.get(key) ?? []), path])
  }
  return [...groups.values()]
}

async function sampleTable(
  warehouse: WarehousePort | null,
  tree: SchemaTree,
  group: readonly ColumnPath[],
): Promise<Record<string, string[]>> {
  const [first] = group
  const table = first && findTable(tree, first)
  const schema = first && tree.schemas[first.schema]
  if (!warehouse || !table || !schema) return {}
  // Only what has a type lies in the destination; asking for more would fail the whole question.
  const present = group
    .map((path) => table.columns[path.column])
    .filter((column) => column?.type != null && !column.hashed)
    .map((column) => column?.destinationName ?? '')
  if (present.length === 0) return {}
  try {
    return await warehouse.sampleValues(
      { schema: schema.destinationName, table: table.destinationName },
      present,
      samplesMax,
    )
  } catch (error) {
    // A warehouse that does not answer leaves names and types to judge by; the evidence then says nothing of values.
    if (error instanceof WarehouseError) return {}
    throw error
  }
}
