import { ApiError } from '@/sandbox/errors/api-error'
import { findTable, type Source } from '@/sandbox/source/source-model'
import { captureColumn } from './capture-table'
import { INFERRED } from './inferred'
import { ownEntry } from './own-entry'
import { patchColumn } from './patch-column'
import type { PatchLevel, TablePatch } from './patch-request'
import type { ConfigTable, SchemaChangeHandling } from './schema-config'

export interface TablePlace {
  schema: string
  table: string
  policy: SchemaChangeHandling
  source: Source
}

/** Takes a stored table and an edit of it; gives the table afterwards. Applies the whole edit or throws. */
export function patchTable(table: ConfigTable, patch: TablePatch, place: TablePlace, level: PatchLevel): ConfigTable {
  const next = { ...table, columns: { ...table.columns } }
  const tableProperty = patch.enabled !== undefined || patch.sync_mode !== undefined
  if (tableProperty && table.readOnly) {
    throw new ApiError(409, 'IllegalState', `Cannot modify read-only table ${place.schema}.${place.table} config`)
  }
  if (patch.sync_mode !== undefined && !table.syncModes.includes(patch.sync_mode)) {
    const { status, code } = INFERRED.unsupportedSyncMode
    throw new ApiError(
      status,
      code,
      `Table \`${place.table}\` of schema \`${place.schema}\` doesn't support changing sync mode`,
    )
  }
  if (patch.sync_mode !== undefined) next.syncMode = patch.sync_mode
  // A table that is gone from the source keeps its state, whatever is asked.
  if (patch.enabled !== undefined && !table.deleted) next.enabled = patch.enabled
  if (patch.columns === undefined) return next
  if (!table.supportsColumnsConfig) {
    throw new ApiError(
      400,
      'InvalidInput',
      `Table \`${place.table}\` of schema \`${place.schema}\` doesn't supports columns configuration`,
    )
  }
  const live = findTable(place.source, place.schema, place.table)
  for (const [name, columnPatch] of Object.entries(patch.columns)) {
    const column = ownEntry(table.columns, name)
    // The columns endpoint shows columns no sync has captured yet; they can be edited at once.
    const uncaptured = live?.columns.some((candidate) => candidate.name === name)
    if (!column && !(live && uncaptured)) {
      throw new ApiError(404, 'NotFound', `Column '${name}' not found in table '${place.schema}.${place.table}'`)
    }
    const current = column ?? (live ? captureColumn(live, name, place.policy) : undefined)
    if (current) next.columns[name] = patchColumn(current, columnPatch, level)
  }
  return next
}
