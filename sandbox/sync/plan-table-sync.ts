import { ownEntry } from '@/sandbox/config/own-entry'
import type { ConfigTable } from '@/sandbox/config/schema-config'
import { type NamingRules, normaliseName } from '@/sandbox/naming/normalise-name'
import type { SourceColumn, SourceTable, SyncMode } from '@/sandbox/source/source-model'
import { acceptsWhenLocked } from '@/sandbox/types/accepts-when-locked'
import { supertype } from '@/sandbox/types/supertype'
import type { WarehouseColumn } from '@/sandbox/warehouse/warehouse'
import type { DeliveredColumn, DeliveredTable } from './delivered-table'
import { ID_COLUMN } from './system-columns'

export interface LiveColumn extends WarehouseColumn {
  source: SourceColumn
  hashed: boolean
  /** The type is locked and does not take what the source sends now: its values become NULL. */
  refused: boolean
}

/** What one sync does to one destination table. Data: planned once, then carried out. */
export interface TablePlan {
  create: boolean
  add: WarehouseColumn[]
  /** Blocked columns somebody asked to remove, by their destination names. */
  drop: string[]
  mode: SyncMode
  /** The mode the table has been delivered in, where that is another. */
  modeBefore: SyncMode | null
  change: WarehouseColumn[]
  /** The sync stops once and retries when a type is promoted (observed). Longer strings do not count. */
  promotes: boolean
  /** The new key, where it is not the delivered one. */
  rekey: string[] | null
  /** Deliver every row, not only those that moved. */
  full: boolean
  keyless: boolean
  live: LiveColumn[]
  ghosts: WarehouseColumn[]
  /** What the service remembers when this has been carried out. */
  delivered: DeliveredTable
  skipped: string[]
}

export interface TablePlanInput {
  sourceSchema: string
  destinationSchema: string
  table: SourceTable
  config: ConfigTable
  delivered: DeliveredTable | null
  rules: NamingRules
  typeLocked: boolean
  /** A query-based source shows a new column only when a row has a value in it (observed). */
  hidesEmptyColumns?: boolean
}

/**
 * Takes a source table, what to sync of it and what was delivered before; gives the plan. Types only widen, nothing in the
 * destination disappears, blocked columns are left as they are.
 */
export function planTableSync(input: TablePlanInput): TablePlan {
  const { table, delivered, rules } = input
  const keyless = table.primaryKey.length === 0
  const key = keyless ? [ID_COLUMN.name] : table.primaryKey.map((name) => normaliseName(name, rules, 'column'))
  const drop = columnsToDrop(input)
  const columns = structuredClone(delivered?.columns ?? []).filter((column) => !drop.includes(column.name))
  const mode = input.config.syncMode
  const present = new Set(table.columns.map((column) => column.name))
  let losesColumn = false
  for (const column of columns) {
    if (column.source === null || present.has(column.source)) continue
    column.source = null
    losesColumn = true
  }

  const plan: Omit<TablePlan, 'delivered' | 'ghosts'> = {
    create: delivered === null,
    add: [],
    drop,
    mode,
    modeBefore: delivered && (delivered.mode ?? 'SOFT_DELETE') !== mode ? (delivered.mode ?? 'SOFT_DELETE') : null,
    change: [],
    promotes: false,
    rekey: delivered && delivered.key.join() !== key.join() ? key : null,
    full: delivered === null,
    keyless,
    live: [],
    skipped: [],
  }
  for (const source of table.columns) {
    const state = ownEntry(input.config.columns, source.name)
    if (!state?.enabled && !table.primaryKey.includes(source.name)) continue
    planColumn(plan, columns, source, state?.hashed ?? false, input)
  }
  // With history, a column that goes is a new version of every row too.
  if (plan.add.length > 0 || plan.rekey || (mode === 'HISTORY' && losesColumn)) plan.full = true
  // The types of the first sync under the lock are the ones it keeps.
  if (input.typeLocked) for (const column of columns) column.locked = true

  return {
    ...plan,
    ghosts: columns
      .filter((column) => column.source === null)
      .map(({ name, type, length }) => ({ name, type, length })),
    delivered: {
      sourceSchema: input.sourceSchema,
      sourceTable: table.name,
      schema: input.destinationSchema,
      table: normaliseName(table.name, rules, 'table'),
      key,
      columns,
      mode,
      revision: table.revision,
    },
  }
}

function columnsToDrop({ config, delivered, rules }: TablePlanInput): string[] {
  const pending = Object.entries(config.columns).filter(([, column]) => column.dropPending)
  const names = pending.map(([name]) => normaliseName(name, rules, 'column'))
  return (delivered?.columns ?? []).map(({ name }) => name).filter((name) => names.includes(name))
}

function planColumn(
  plan: Omit<TablePlan, 'delivered' | 'ghosts'>,
  columns: DeliveredColumn[],
  source: SourceColumn,
  hashed: boolean,
  input: TablePlanInput,
): void {
  const name = normaliseName(source.name, input.rules, 'column')
  if (plan.live.some((column) => column.name === name)) {
    plan.skipped.push(`${source.name}: another column is already called ${name} in the destination`)
    return
  }
  const incoming = hashed ? ({ type: 'STRING', length: null } as const) : { type: source.type, length: source.length }
  const known =
    columns.find((column) => column.source === source.name) ?? columns.find((column) => column.name === name)
  if (!known) {
    if (input.hidesEmptyColumns && input.delivered && source.nullShare >= 1) return
    const column = { name, ...incoming }
    columns.push({ ...column, source: source.name })
    plan.live.push({ ...column, source, hashed, refused: false })
    if (input.delivered) plan.add.push(column)
    return
  }
  known.source = source.name
  // A locked type stays what it is; hashing may still turn it into a string, and keys are never locked.
  const locked = input.typeLocked && known.locked === true && !hashed && !input.table.primaryKey.includes(source.name)
  const type = locked ? known.type : supertype(known.type, incoming.type)
  const length = type === 'STRING' ? widerLength(known, incoming) : null
  if (type !== known.type || length !== known.length) {
    plan.change.push({ name: known.name, type, length })
    plan.promotes ||= type !== known.type
    known.type = type
    known.length = length
  }
  const refused = locked && !acceptsWhenLocked(type, incoming.type)
  plan.live.push({ name: known.name, type, length, source, hashed, refused })
}

/** Only two strings of known length have a known length together. */
function widerLength(known: Omit<WarehouseColumn, 'name'>, incoming: Omit<WarehouseColumn, 'name'>): number | null {
  if (known.type !== 'STRING' || incoming.type !== 'STRING')
    return known.type === 'STRING' && incoming.type !== 'STRING' ? known.length : null
  return known.length === null || incoming.length === null ? null : Math.max(known.length, incoming.length)
}
