import type { ColumnClass } from '@/generated/prisma/client'
import { evidenceSchema } from '@/lib/control-loop/proposal/domain/evidence'
import type { ColumnState } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { isSystemColumn } from '@/lib/control-loop/snapshot/domain/system-columns'
import { treeHeaderSchema } from '@/lib/control-loop/snapshot/domain/tree-header'
import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import type { CatalogColumn, CatalogTable, ColumnClassView } from '../contract'
import { dataClassSchema } from '../domain/data-class'
import { readTableState } from './read-table-state'

/** One table of a connection as last seen, with what each column holds, who says so and on what ground. Keys first, then by name. */
export async function readCatalogTable(path: {
  connectionId: string
  schema: string
  table: string
}): Promise<CatalogTable> {
  const { connectionId, schema, table } = path
  const connection = await db.connection.findUnique({ where: { id: connectionId } })
  if (!connection) throw new NotFoundError('There is no such connection.')
  const state = await readTableState(connection.latestSnapshotId, { schema, table })
  if (!connection.latestSnapshotId || !state) throw new NotFoundError('The latest snapshot has no such table.')
  const [snapshot, rows] = await Promise.all([
    db.snapshot.findUniqueOrThrow({ where: { id: connection.latestSnapshotId } }),
    db.columnClass.findMany({ where: { connectionId, schema, table } }),
  ])
  const { schemas } = treeHeaderSchema.parse(snapshot.header)
  const isSynced = state.enabled && Object.hasOwn(schemas, schema) && schemas[schema]?.enabled === true
  const classes = new Map(rows.map((row) => [row.column, row]))
  return {
    connection: { id: connection.id, name: connection.schemaName, service: connection.service },
    schema,
    table,
    isSynced,
    snapshot: { number: snapshot.number, takenAt: snapshot.takenAt.toISOString() },
    columnsComplete: state.columnsComplete,
    columns: Object.entries(state.columns)
      .map(([name, column]) => toColumn(name, column, isSynced, classes.get(name)))
      .sort(
        (one, other) =>
          Number(one.isSystem) - Number(other.isSystem) ||
          Number(other.primaryKey) - Number(one.primaryKey) ||
          (one.name < other.name ? -1 : 1),
      ),
  }
}

function toColumn(name: string, column: ColumnState, isSynced: boolean, row: ColumnClass | undefined): CatalogColumn {
  return {
    name,
    destinationName: column.destinationName,
    type: column.typeSpelling ?? column.type,
    primaryKey: column.primaryKey === true,
    synced: isSynced && column.enabled,
    hashed: column.hashed,
    isGone: column.inSource === false,
    isSystem: isSystemColumn(name),
    class: row ? toClass(row) : null,
  }
}

function toClass(row: ColumnClass): ColumnClassView {
  const classOrNone = dataClassSchema.nullable()
  return {
    class: classOrNone.parse(row.dataClass),
    sensitive: row.sensitive,
    recognisedClass: classOrNone.parse(row.recognisedClass),
    evidence: evidenceSchema.array().parse(row.evidence),
    judgedAt: row.recogniserVersion === null ? null : row.classifiedAt.toISOString(),
    decided:
      row.decidedBy === null || row.decidedAt === null ? null : { by: row.decidedBy, at: row.decidedAt.toISOString() },
    fresh:
      row.freshEvidence === null
        ? null
        : { class: classOrNone.parse(row.freshClass), evidence: evidenceSchema.array().parse(row.freshEvidence) },
  }
}
