import type { ColumnNode, GhostProposal, ObjectNode, SchemaForest, TableNode } from './schema-node'

export interface SchemaFilters {
  q: string
  withProposals: boolean
  off: boolean
  hashed: boolean
  dataClass: string | null
}

interface Place {
  key: string
  level: 1 | 2 | 3
  posInSet: number
  setSize: number
}
export type ObjectRow = Place & {
  kind: 'object'
  node: ObjectNode
  /** null: it has no children to show. */
  isExpanded: boolean | null
}
export type GhostRow = Place & { kind: 'ghost'; proposal: GhostProposal; objectKey: string }
export type SchemaRow = ObjectRow | GhostRow

interface Branch {
  node: ObjectNode
  children: Branch[]
}

/**
 * The rows to draw, top to bottom. A proposal stands right below its object, as its sibling. Under a filter only what matches stays, with what
 * leads to it; a person's own folding (`toggled`) goes before every default.
 */
export function flattenSchemaForest(
  forest: SchemaForest,
  filters: SchemaFilters,
  toggled: ReadonlyMap<string, boolean>,
): SchemaRow[] {
  const isFiltered = hasFilter(filters)
  const branches = forest.schemas.flatMap((schema): Branch[] => {
    const tables = schema.tables.flatMap((table): Branch[] => {
      const columns = table.columns.filter((column) => matches(column, filters))
      const isKept = !isFiltered || columns.length > 0 || matches(table, filters)
      return isKept ? [{ node: table, children: columns.map((node) => ({ node, children: [] })) }] : []
    })
    const isKept = !isFiltered || tables.length > 0 || matches(schema, filters)
    return isKept ? [{ node: schema, children: tables }] : []
  })
  const rows: SchemaRow[] = []
  const top = isFiltered && !filters.withProposals ? [] : forest.proposals
  const isOpen = (branch: Branch) =>
    toggled.get(branch.node.key) ?? (isFiltered ? branch.children.length > 0 : opensByItself(branch.node))
  emit(rows, branches, 1, top, isOpen)
  return rows
}

/** True when any filter narrows the tree. */
export function hasFilter(filters: SchemaFilters): boolean {
  return filters.q.trim() !== '' || filters.withProposals || filters.off || filters.hashed || filters.dataClass !== null
}

function emit(
  rows: SchemaRow[],
  branches: readonly Branch[],
  level: 1 | 2 | 3,
  leading: readonly GhostProposal[],
  isOpen: (branch: Branch) => boolean,
): void {
  const setSize = branches.reduce((sum, { node }) => sum + 1 + node.proposals.length, leading.length)
  let posInSet = 0
  const ghost = (proposal: GhostProposal, objectKey: string) => {
    posInSet += 1
    rows.push({ kind: 'ghost', key: `proposal:${proposal.id}`, level, posInSet, setSize, proposal, objectKey })
  }
  for (const proposal of leading) ghost(proposal, '')
  for (const branch of branches) {
    const { node, children } = branch
    posInSet += 1
    const isExpanded = children.length === 0 ? null : isOpen(branch)
    rows.push({ kind: 'object', key: node.key, level, posInSet, setSize, node, isExpanded })
    for (const proposal of node.proposals) ghost(proposal, node.key)
    if (isExpanded && level < 3) emit(rows, children, level === 1 ? 2 : 3, [], isOpen)
  }
}

/** Schemas, and tables in which something waits for a person. */
function opensByItself(node: ObjectNode): boolean {
  if (node.kind === 'schema') return true
  return node.kind === 'table' && node.columns.some(({ changes, proposals }) => changes.length + proposals.length > 0)
}

function matches(node: ObjectNode, filters: SchemaFilters): boolean {
  const q = filters.q.trim().toLowerCase()
  if (q !== '' && !textOf(node).includes(q)) return false
  if (filters.withProposals && node.proposals.length === 0) return false
  if (filters.off && (node.synced !== 'off' || node.kind === 'schema')) return false
  if (filters.hashed && !(node.kind === 'column' && node.column.hashed)) return false
  return filters.dataClass === null || node.dataClass?.class === filters.dataClass
}

/** `table.column` too, so that a path pasted from elsewhere finds its column. */
function textOf(node: ObjectNode): string {
  const { schema, table, column } = node.path
  return [schema, table, column]
    .filter((part) => part !== undefined)
    .slice(-2)
    .join('.')
    .toLowerCase()
}

/** How many columns and proposals hang below a table, for its own row. */
export function countBelow(table: TableNode): { columns: number; proposals: number } {
  const inColumns = table.columns.reduce((sum: number, column: ColumnNode) => sum + column.proposals.length, 0)
  return { columns: table.columns.length, proposals: table.proposals.length + inColumns }
}
