import type { Comparison } from '@/lib/control-loop/snapshot/contract'

export type ComparedChange = Comparison['changes'][number]
export type ComparedRename = Comparison['renames'][number]

/** A line of the comparison, with the rename it may be half of. */
export interface DiffRow {
  key: string
  change: ComparedChange
  name: string
  /** The suggestion this is one end of. */
  rename: ComparedRename | null
}

/** A drop and an add that may be one object under a new name. */
export interface RenameBlock {
  kind: 'rename'
  key: string
  from: DiffRow
  to: DiffRow
  rename: ComparedRename
}
export type DiffBlock = { kind: 'row'; key: string; row: DiffRow } | RenameBlock

export interface DiffGroup {
  key: string
  /** What stands before the last segment of the name, with its dot. */
  prefix: string
  name: string
  counts: SignCounts
  renames: number
  blocks: DiffBlock[]
}

export interface SignCounts {
  added: number
  removed: number
  changed: number
}

/** Everything the screen lists, grouped by table, each change exactly once. Order: connection, schemas, then tables by name. */
export function prepareComparison(comparison: Pick<Comparison, 'changes' | 'renames'>): DiffGroup[] {
  const groups = new Map<string, DiffRow[]>()
  for (const change of comparison.changes) {
    const { schema, table } = pathOf(change)
    const key = JSON.stringify([schema ?? null, table ?? null])
    const row: DiffRow = { key: rowKey(change), change, name: nameOf(change), rename: null }
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups].map(([key, rows]) => groupOf(key, rows, comparison.renames)).sort(byPlace)
}

/** The rows in the order they are drawn. */
export function rowsOf(groups: readonly DiffGroup[]): DiffRow[] {
  return groups.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'row' ? [block.row] : [block.from, block.to])),
  )
}

/** The identity of a line between two readings of one comparison. */
export function rowKey({ change }: ComparedChange): string {
  const path = pathOf({ change })
  return JSON.stringify([change.kind, path.schema ?? null, path.table ?? null, path.column ?? null])
}

function groupOf(key: string, rows: DiffRow[], renames: readonly ComparedRename[]): DiffGroup {
  const [first] = rows
  const { schema, table } = first ? pathOf(first.change) : {}
  const blocks: DiffBlock[] = []
  const used = new Set<string>()
  for (const row of rows) {
    if (used.has(row.key)) continue
    const rename = renames.find((pair) => isEnd(row, pair, 'from') || isEnd(row, pair, 'to'))
    const from = rename && rows.find((other) => isEnd(other, rename, 'from'))
    const to = rename && rows.find((other) => isEnd(other, rename, 'to'))
    if (rename && from && to) {
      used.add(from.key).add(to.key)
      blocks.push({
        kind: 'rename',
        key: `rename:${from.key}`,
        from: { ...from, rename },
        to: { ...to, rename },
        rename,
      })
    } else {
      used.add(row.key)
      blocks.push({ kind: 'row', key: row.key, row })
    }
  }
  return {
    key,
    prefix: table !== undefined && schema !== undefined ? `${schema}.` : '',
    name: table ?? schema ?? 'The connection',
    counts: countSigns(rows.map(({ change }) => change)),
    renames: blocks.filter(({ kind }) => kind === 'rename').length,
    blocks,
  }
}

function isEnd(row: DiffRow, rename: ComparedRename, end: 'from' | 'to'): boolean {
  const { kind } = row.change.change
  const path = pathOf(row.change)
  const expected = end === 'from' ? 'column-removed' : 'column-added'
  return (
    kind === expected && path.schema === rename.schema && path.table === rename.table && path.column === rename[end]
  )
}

/** How many lines carry which sign. */
export function countSigns(changes: readonly Pick<ComparedChange, 'sign'>[]): SignCounts {
  const count = (sign: ComparedChange['sign']) => changes.filter((change) => change.sign === sign).length
  return { added: count('+'), removed: count('-'), changed: count('~') }
}

/** `3 columns, 1 table`: what the lines of one sign are about. */
export function nameCounts(changes: readonly ComparedChange[], sign: ComparedChange['sign']): string {
  const counts = new Map<string, number>()
  for (const change of changes) {
    if (change.sign !== sign) continue
    const path = pathOf(change)
    const noun = path.column ? 'column' : path.table ? 'table' : path.schema ? 'schema' : 'setting'
    counts.set(noun, (counts.get(noun) ?? 0) + 1)
  }
  return ['column', 'table', 'schema', 'setting']
    .flatMap((noun) => {
      const count = counts.get(noun)
      return count ? [`${count} ${noun}${count === 1 ? '' : 's'}`] : []
    })
    .join(', ')
}

interface LoosePath {
  schema?: string
  table?: string
  column?: string
}
const pathOf = ({ change }: Pick<ComparedChange, 'change'>): LoosePath => change.path

/** A line under its table's own head: a setting of the table goes by the setting's name. */
function nameOf(change: ComparedChange): string {
  const { schema, table, column } = pathOf(change)
  return column ?? settings[change.change.kind] ?? table ?? schema ?? 'Setting'
}

const settings: Partial<Record<ComparedChange['change']['kind'], string>> = {
  'change-handling-changed': 'Policy on new things',
  'type-lock-changed': 'Type lock',
  'key-changed': 'Key',
  'sync-mode-changed': 'Sync mode',
  'table-enablement-changed': 'Synced',
  'schema-enablement-changed': 'Synced',
}

/** JSON arrays with nulls sort the connection first, then schemas, then tables. */
function byPlace(one: DiffGroup, other: DiffGroup): number {
  return rank(one) - rank(other) || (one.prefix + one.name < other.prefix + other.name ? -1 : 1)
}
const rank = (group: DiffGroup) => (group.key === '[null,null]' ? 0 : group.prefix === '' ? 1 : 2)
