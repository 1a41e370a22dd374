import { type Engine, parseTypeSpelling } from './logical-type'
import { ownEntry } from './own-entry'
import type { ChangeHandling, ColumnState, TableState } from './schema-tree'
import type { ObservedColumn, ObservedTable, SourceAnswer, WarehouseColumnFact } from './source-observation'
import { isSystemColumn } from './system-columns'

export interface TableSources {
  config: ObservedTable
  source: SourceAnswer
  /** `unread`: the destination did not answer. undefined: it does not have the table. */
  warehouse: Map<string, WarehouseColumnFact> | 'unread' | undefined
  previous: TableState | undefined
  schemaEnabled: boolean
  changeHandling: ChangeHandling
  engine: Engine
}

/**
 * The columns of one table out of what the config, the source, the destination and the previous snapshot know of it.
 * A column is dropped from the map only when the source was asked, does not list it, and the destination does not have it either.
 */
export function mergeColumns(sources: TableSources): Record<string, ColumnState> {
  const { config, source, warehouse, previous } = sources
  const asked = source !== undefined && source !== 'absent'
  const names = new Set([
    ...(asked ? Object.keys(source) : []),
    ...Object.keys(config.columns),
    ...Object.keys(previous?.columns ?? {}),
  ])
  const columns = new Map<string, ColumnState>()
  const mapped = new Set<string>()
  const take = (name: string) => {
    const listed = asked ? ownEntry(source, name) : undefined
    const column = mergeColumn(name, listed, asked, sources)
    const destination = column.destinationName.toLowerCase()
    const fact = warehouse === 'unread' ? undefined : warehouse?.get(destination)
    const unknownHere = listed === undefined && ownEntry(config.columns, name) === undefined
    // Known only from before, and now under another key or gone from both sides.
    if (unknownHere && mapped.has(destination)) return
    const known = ownEntry(previous?.columns, name)
    const goneAtSource = asked || known?.inSource === false
    if (unknownHere && goneAtSource && warehouse !== 'unread' && fact === undefined) return
    mapped.add(destination)
    columns.set(name, withWarehouse(column, fact, sources, known))
  }
  // What the source and the config list comes first, so that a name learned from them wins over one taken from the destination.
  for (const name of names) if (isListed(name, source, config)) take(name)
  for (const name of names) if (!isListed(name, source, config)) take(name)
  if (warehouse !== undefined && warehouse !== 'unread') {
    for (const fact of warehouse.values()) {
      if (isSystemColumn(fact.column) || mapped.has(fact.column.toLowerCase())) continue
      columns.set(fact.column, ghostColumn(fact, asked, sources))
    }
  }
  return Object.fromEntries(columns)
}

function isListed(name: string, source: SourceAnswer, config: ObservedTable): boolean {
  const atSource = source !== undefined && source !== 'absent' && Object.hasOwn(source, name)
  return atSource || Object.hasOwn(config.columns, name)
}

function mergeColumn(
  name: string,
  listed: ObservedColumn | undefined,
  asked: boolean,
  sources: TableSources,
): ColumnState {
  const stored = ownEntry(sources.config.columns, name)
  const before = ownEntry(sources.previous?.columns, name)
  const told = stored ?? listed
  const touched = stored !== undefined
  const lock = told === undefined ? (before?.lock ?? null) : (stored?.lock ?? listed?.lock ?? null)
  const inSource = lock?.code === 'deleted' ? false : asked ? listed !== undefined : (before?.inSource ?? null)
  return {
    destinationName: told?.destinationName ?? before?.destinationName ?? name,
    enabled: stored?.enabled ?? (inSource !== false && untouchedEnabled(listed, sources)),
    hashed: told?.hashed ?? before?.hashed ?? false,
    primaryKey: listed?.primaryKey ?? stored?.primaryKey ?? before?.primaryKey ?? null,
    type: null,
    typeSpelling: null,
    nullable: null,
    lock,
    touched,
    inSource,
  }
}

/** Nobody set it, so it follows its schema and the policy for new things; under a blocking policy only the source's answer can say yes. */
function untouchedEnabled(
  listed: ObservedColumn | undefined,
  { schemaEnabled, changeHandling }: TableSources,
): boolean {
  if (!schemaEnabled) return false
  return changeHandling === 'block-all' ? (listed?.enabled ?? false) : true
}

function withWarehouse(
  column: ColumnState,
  fact: WarehouseColumnFact | undefined,
  { warehouse, engine }: TableSources,
  before: ColumnState | undefined,
): ColumnState {
  if (warehouse === 'unread') {
    const { type, typeSpelling, nullable } = before ?? column
    return { ...column, type, typeSpelling, nullable }
  }
  if (fact === undefined) return column
  const type = parseTypeSpelling(engine, fact.typeSpelling)
  return { ...column, type, typeSpelling: fact.typeSpelling, nullable: fact.nullable }
}

/** In the destination and under no known source name: a ghost when the source was asked, otherwise a column nobody could look up. */
function ghostColumn(fact: WarehouseColumnFact, asked: boolean, sources: TableSources): ColumnState {
  const known = asked || sources.previous?.columnsComplete === true
  return {
    destinationName: fact.column,
    enabled: known ? false : untouchedEnabled(undefined, sources),
    hashed: false,
    primaryKey: null,
    type: parseTypeSpelling(sources.engine, fact.typeSpelling),
    typeSpelling: fact.typeSpelling,
    nullable: fact.nullable,
    lock: null,
    touched: false,
    inSource: known ? false : null,
  }
}
