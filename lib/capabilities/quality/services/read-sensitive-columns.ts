import { findTable } from '@/lib/control-loop/snapshot/domain/find-in-tree'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { isSystemColumn } from '@/lib/control-loop/snapshot/domain/system-columns'
import { db } from '@/lib/platform/db/client'

/**
 * The destination columns of a table of which no value may be shown: those a class says are sensitive, those that are hashed, and those nobody judged yet.
 * A class is on record by source name.
 */
export async function readSensitiveColumns(
  path: { connectionId: string; schema: string; table: string },
  tree: SchemaTree,
): Promise<string[]> {
  const { connectionId, schema, table } = path
  const classes = await db.columnClass.findMany({ where: { connectionId, schema, table } })
  const isShown = (name: string) =>
    isSystemColumn(name) || classes.some(({ column, sensitive }) => column === name && !sensitive)
  // Equal hashes are equal people: what is hashed is as sensitive as before.
  return Object.entries(findTable(tree, path)?.columns ?? {}).flatMap(([name, { destinationName, hashed }]) =>
    hashed || !isShown(name) ? [destinationName] : [],
  )
}
