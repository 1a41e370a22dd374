import { readTableState } from '@/lib/capabilities/catalog/services/read-table-state'
import type { TableState } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { isSystemColumn } from '@/lib/control-loop/snapshot/domain/system-columns'
import { db } from '@/lib/platform/db/client'

export interface TablePlace {
  connectionId: string
  schema: string
  table: string
}

export interface TableFacts {
  connector: string
  state: TableState
  /** Without what Fivetran adds itself and what is gone at the source. */
  columns: { name: string; type: string | null; key: boolean; nullable: boolean | null; class: string | null }[]
}

/** What is known of a table, for questions about it; null when the connection or its latest snapshot does not have it. Names and classes, no rows. */
export async function readTableFacts({ connectionId, schema, table }: TablePlace): Promise<TableFacts | null> {
  const connection = await db.connection.findUnique({
    where: { id: connectionId },
    select: { service: true, latestSnapshotId: true },
  })
  const state = await readTableState(connection?.latestSnapshotId ?? null, { schema, table })
  if (!connection || !state) return null
  const rows = await db.columnClass.findMany({ where: { connectionId, schema, table } })
  const classes = new Map(rows.map((row) => [row.column, row.dataClass]))
  const columns = Object.entries(state.columns)
    .filter(([name, { inSource }]) => inSource !== false && !isSystemColumn(name))
    .map(([name, column]) => ({
      name,
      type: column.type,
      key: column.primaryKey === true,
      nullable: column.nullable,
      class: classes.get(name) ?? null,
    }))
  return { connector: connection.service, state, columns }
}
