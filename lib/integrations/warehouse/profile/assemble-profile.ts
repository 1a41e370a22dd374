import { rankErrorMax, shareErrorMax } from '@/lib/capabilities/quality/domain/profile/sampling-error'
import type {
  ColumnProfile,
  ProfileRemark,
  TableProfile,
} from '@/lib/capabilities/quality/domain/profile/table-profile'
import type { WarehouseTable } from '../port'
import type { ColumnDraft, Measurement } from './measurement'

interface Frame {
  table: WarehouseTable
  syncedAfter: Date | null
  sampleRows: number
  seed: number
  key: TableProfile['key']
}

/** What was measured as a profile. */
export function assembleProfile(
  measurement: Measurement,
  { table, syncedAfter, sampleRows, seed, key }: Frame,
): TableProfile {
  const { rows, isWhole, facts, faults, drafts } = measurement
  return {
    schema: table.schema,
    table: table.table,
    rows,
    syncedAfter: syncedAfter?.toISOString() ?? null,
    sample: isWhole
      ? null
      : { rows: sampleRows, seed, rankErrorMax: rankErrorMax(sampleRows), shareErrorMax: shareErrorMax(sampleRows) },
    newestSyncedAt: facts.newestSyncedAt,
    deletedRows: facts.deletedRows,
    key,
    columns: [...drafts.values()].map((draft) => toColumnProfile(draft, rows)),
    faults,
  }
}

function toColumnProfile(draft: ColumnDraft, rows: number): ColumnProfile {
  const { column, present, distinct } = draft
  const isEmpty = present === 0
  return {
    column: column.name,
    typeSpelling: column.typeSpelling,
    kind: column.kind,
    isSensitive: column.isSensitive,
    // Rows may land between two statements; fewer than none are never missing.
    nulls: present === null ? null : Math.max(0, rows - present),
    distinct:
      isEmpty && distinct === null && column.kind !== 'other'
        ? { count: 0, method: 'exact', relativeError: 0 }
        : distinct,
    min: draft.min,
    max: draft.max,
    mean: draft.mean,
    deviation: draft.deviation,
    notFinite: draft.notFinite,
    length: draft.length,
    quantiles: draft.quantiles,
    histogram: draft.histogram,
    topValues: draft.topValues,
    masks: draft.masks,
    remarks: remarksOf(draft, rows),
  }
}

function remarksOf({ present, distinct, notFinite }: ColumnDraft, rows: number): ProfileRemark[] {
  if (rows === 0) return ['no-rows']
  if (present === 0) return ['all-null']
  return [
    ...(distinct?.count === 1 && distinct.method === 'exact' ? (['one-value'] as const) : []),
    ...(notFinite ? (['not-finite'] as const) : []),
  ]
}
