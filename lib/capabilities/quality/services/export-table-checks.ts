import { findTable } from '@/lib/control-loop/snapshot/domain/find-in-tree'
import { loadTree } from '@/lib/control-loop/snapshot/services/load-tree'
import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import type { CheckFile, ExportFormat } from '../domain/export/checked-table'
import { exportChecks } from '../domain/export/export-checks'
import { loadChecks } from './check-views'

/** The checks in force of a table as a file for another tool, under the names the table has in the destination. */
export async function exportTableChecks(
  path: { connectionId: string; schema: string; table: string },
  format: ExportFormat,
): Promise<CheckFile> {
  const connection = await db.connection.findUnique({ where: { id: path.connectionId } })
  if (!connection?.latestSnapshotId) throw new NotFoundError('There is no such connection, or it was not read yet.')
  const [tree, checks] = await Promise.all([loadTree(connection.latestSnapshotId), loadChecks(path)])
  const landed = ({ schema, table }: { schema: string; table: string }) => ({
    schema: (Object.hasOwn(tree.schemas, schema) && tree.schemas[schema]?.destinationName) || schema,
    table: findTable(tree, { schema, table })?.destinationName ?? table,
  })
  return exportChecks(
    {
      connection: connection.schemaName,
      ...landed(path),
      checks: checks.map(({ id, terms }) => ({ id, ...terms })),
      parentOf: landed,
    },
    format,
  )
}
