import type {
  ColumnProfile,
  DistinctCount,
  ProfileFault,
  TableProfile,
} from '@/lib/capabilities/quality/domain/profile/table-profile'
import type { Row, SqlDialect } from '../dialects/sql-dialect'
import type { WarehouseError } from '../errors'
import { isolateColumns, nameFault } from './isolate-columns'
import type { MeasuredColumn } from './measured-column'

/** Sends one statement; a runner allows a few at a time and keeps the others waiting. Rejects with the port's errors. */
export type RunStatement = (sql: string) => Promise<Row[]>

/** What is known of a column so far; null is unmeasured. */
export interface ColumnDraft
  extends Pick<
    ColumnProfile,
    'min' | 'max' | 'mean' | 'deviation' | 'notFinite' | 'length' | 'quantiles' | 'histogram' | 'topValues' | 'masks'
  > {
  column: MeasuredColumn
  present: number | null
  distinct: DistinctCount | null
  /** Seen in the scout's rows; plans what follows. */
  scout: { present: number; distinct: number } | null
  /** Hash endings of values so frequent that the sketch must stay clear of them. */
  hotEndings: number[]
  hotValues: number
  sampledQuantiles: readonly number[] | null
}

export interface Measurement {
  dialect: SqlDialect
  run: RunStatement
  rows: number
  /** All rows, the sample, and the few of the scout; the same text when the table is measured whole. */
  sources: { all: string; sample: string; scout: string; masks: string }
  isWhole: boolean
  isExact: boolean
  bits: number
  drafts: ReadonlyMap<number, ColumnDraft>
  faults: ProfileFault[]
  facts: Pick<TableProfile, 'newestSyncedAt' | 'deletedRows'>
  /** Called before each group of statements. */
  advance(step: string): void
}

export function draftOf(column: MeasuredColumn): ColumnDraft {
  return {
    column,
    present: null,
    distinct: null,
    min: null,
    max: null,
    mean: null,
    deviation: null,
    notFinite: null,
    length: null,
    quantiles: null,
    histogram: null,
    topValues: null,
    masks: null,
    scout: null,
    hotEndings: [],
    hotValues: 0,
    sampledQuantiles: null,
  }
}

/** Columns in parts of at most `columnsMax`, all parts under way at once, each isolating what the engine refuses. */
export async function measureInParts(
  measurement: Measurement,
  columns: readonly MeasuredColumn[],
  columnsMax: number,
  measure: (columns: readonly MeasuredColumn[]) => Promise<void>,
  refused: (column: MeasuredColumn, error: WarehouseError) => Promise<void> | void = (column, error) =>
    addFault(measurement, column, error),
): Promise<void> {
  const parts = Array.from({ length: Math.ceil(columns.length / columnsMax) }, (_, index) =>
    columns.slice(index * columnsMax, (index + 1) * columnsMax),
  )
  await Promise.all(parts.map((part) => isolateColumns(part, measure, refused)))
}

/** Notes a fault once per column and reason. */
export function addFault({ faults }: Measurement, column: MeasuredColumn, error: WarehouseError): void {
  const fault = nameFault(column, error)
  if (!faults.some((known) => known.column === fault.column && known.reason === fault.reason)) faults.push(fault)
}

export function requireDraft({ drafts }: Measurement, position: number): ColumnDraft {
  const draft = drafts.get(position)
  if (!draft) throw new Error(`No column has the position ${position}`)
  return draft
}

/** A number of a result; null for SQL null. Engines give counts and decimals as text. */
export function readNumber(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value)
}

/** A list of numbers of a result: an array, or JSON text where the engine has no arrays. */
export function readNumbers(value: unknown): number[] | null {
  if (value === null || value === undefined) return null
  const list: unknown = typeof value === 'string' ? JSON.parse(value) : value
  return Array.isArray(list) ? list.map(Number) : null
}
