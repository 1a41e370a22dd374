import type { Connection, Destination } from '@/generated/prisma/client'
import { findTable } from '@/lib/control-loop/snapshot/domain/find-in-tree'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { db } from '@/lib/platform/db/client'
import type { Change, RenameSuggestion } from '../domain/change'
import { pairTableRenames } from '../domain/renames/pair-table-renames'
import { suggestRenames as pairWithin } from '../domain/renames/suggest-renames'
import { readRenameEvidence } from './read-rename-evidence'

/**
 * Which dropped column of a change set may be which added one, by names, types, what people said before and, where the destination holds both
 * columns, by their values. A warehouse that does not answer costs its evidence, never the suggestions. Worker only: it opens the warehouse.
 */
export async function suggestRenames(
  connection: Connection & { destination: Destination },
  changes: Change[],
  tree: SchemaTree,
): Promise<RenameSuggestion[]> {
  const removed = changes.filter((change) => change.kind === 'column-removed')
  const added = changes.filter((change) => change.kind === 'column-added')
  if (removed.length === 0 || added.length === 0) return []
  const decisions = await db.renameDecision.findMany({ where: { connectionId: connection.id } })
  const pairs = removed.flatMap((gone) => {
    const table = findTable(tree, gone.path)
    const destinationSchema = tree.schemas[gone.path.schema]?.destinationName
    if (!table || destinationSchema === undefined) return []
    return added
      .filter((came) => came.path.schema === gone.path.schema && came.path.table === gone.path.table)
      .map((came) => ({
        schema: gone.path.schema,
        table: gone.path.table,
        from: gone.path.column,
        to: came.path.column,
        base: gone.base,
        revision: table.columns[came.path.column] ?? came.revision,
        place: { schema: destinationSchema, table: table.destinationName },
      }))
  })
  const decided = new Set(decisions.map(({ schema, table, from, to }) => JSON.stringify([schema, table, from, to])))
  const open = pairs.filter(({ schema, table, from, to }) => !decided.has(JSON.stringify([schema, table, from, to])))
  const evidence = await readRenameEvidence(connection.destination, open)
  return pairWithin(changes, {
    decisions,
    ...evidence,
    tableRenames: pairTableRenames(
      changes.flatMap((change) => (change.kind === 'table-removed' ? [{ ...change.path, state: change.base }] : [])),
      changes.flatMap((change) => (change.kind === 'table-added' ? [{ ...change.path, state: change.revision }] : [])),
    ),
  }).suggestions
}
