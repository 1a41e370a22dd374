import type { ConnectionSchema } from '@/lib/control-loop/snapshot/contract'
import type { ColumnState, Path, SchemaState, TableState } from '@/lib/control-loop/snapshot/domain/schema-tree'

export type OpenChange = ConnectionSchema['openChanges'][number]
export type GhostProposal = ConnectionSchema['proposals'][number]

/** What every row of the tree says of its object, whatever its level. */
interface NodeFacts {
  key: string
  path: Path
  name: string
  destinationName: string
  /** `mixed`: the schema is synced and some of its tables are not. */
  synced: 'on' | 'off' | 'mixed'
  /** Gone at the source; the row stays so that its destination column is not forgotten. */
  isGone: boolean
  dataClass: { class: string; measure: string | null } | null
  changes: OpenChange[]
  proposals: GhostProposal[]
}

export interface ColumnNode extends NodeFacts {
  kind: 'column'
  column: ColumnState
}

export interface TableNode extends NodeFacts {
  kind: 'table'
  table: TableState
  columns: ColumnNode[]
}

export interface SchemaNode extends NodeFacts {
  kind: 'schema'
  schema: SchemaState
  tables: TableNode[]
}

export type ObjectNode = SchemaNode | TableNode | ColumnNode

/** The whole tree, and the proposals that are about the connection itself. */
export interface SchemaForest {
  schemas: SchemaNode[]
  proposals: GhostProposal[]
}
