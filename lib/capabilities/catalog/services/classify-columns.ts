import type { Prisma } from '@/generated/prisma/client'
import { openWarehouse } from '@/lib/control-loop/connection/services/open-warehouse'
import type { Classification } from '@/lib/control-loop/proposal/domain/draft'
import { findColumn, findTable } from '@/lib/control-loop/snapshot/domain/find-in-tree'
import { formatPath, type SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { isSystemColumn } from '@/lib/control-loop/snapshot/domain/system-columns'
import { loadTree } from '@/lib/control-loop/snapshot/services/load-tree'
import { WarehouseError } from '@/lib/integrations/warehouse/errors'
import type { WarehousePort } from '@/lib/integrations/warehouse/port'
import { db } from '@/lib/platform/db/client'
import { classifyColumn } from '../domain/classify-column'
import { isSensitive } from '../domain/data-class'

interface ColumnPath {
  schema: string
  table: string
  column: string
}

/** Values looked at per column. They are judged in memory, never stored, logged or sent anywhere. */
const samplesMax = 500

/**
 * Judges what columns hold, from name, table, type and, where a warehouse is at hand, a sample of values. The result is kept per column; a
 * column that could not be found in the latest snapshot is left out rather than called harmless.
 */
export async function classifyColumns(
  connectionId: string,
  columns: readonly ColumnPath[],
): Promise<ReadonlyMap<string, Classification>> {
  const results = new Map<string, Classification>()
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
      for (const path of group) {
        const state = findColumn(tree, path)
        if (!state || isSystemColumn(path.column)) continue
        const judged = classifyColumn({
          table: path.table,
          column: path.column,
          type: state.type,
          // A hashed column holds digests: its values say nothing of what it was.
          samples: state.hashed ? undefined : samples[state.destinationName],
          connector: connection.service,
        })
        const sensitive = judged.class !== null && isSensitive(judged.class)
        results.set(formatPath(path), { class: judged.class, sensitive, evidence: judged.evidence })
        await keep(connectionId, path, judged.class, sensitive, judged.evidence)
      }
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

async function keep(
  connectionId: string,
  path: ColumnPath,
  dataClass: string | null,
  sensitive: boolean,
  evidence: unknown,
): Promise<void> {
  const facts = { dataClass, sensitive, evidence: evidence as Prisma.InputJsonValue, classifiedAt: new Date() }
  await db.columnClass.upsert({
    where: { connectionId_schema_table_column: { connectionId, ...path } },
    create: { connectionId, ...path, ...facts },
    update: facts,
  })
}
