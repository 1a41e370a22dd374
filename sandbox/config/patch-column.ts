import { ApiError } from '@/sandbox/errors/api-error'
import { INFERRED } from './inferred'
import type { ColumnPatch, PatchLevel } from './patch-request'
import { columnPatchSettings } from './patch-settings'
import type { ConfigColumn } from './schema-config'

/**
 * Takes a stored column and an edit of it; gives the column afterwards. Refuses to switch off a locked column where it was
 * addressed alone and skips that setting in silence inside a bulk edit. Selecting primary keys is not offered by these services.
 */
export function patchColumn(column: ConfigColumn, patch: ColumnPatch, level: PatchLevel): ConfigColumn {
  const next = { ...column, touched: true }
  if (patch.enabled !== undefined && patch.enabled !== column.enabled) {
    const settings = columnPatchSettings(column)
    if (settings.allowed) next.enabled = patch.enabled
    else if (!isBulk(level)) {
      const { status, code } = INFERRED.lockedColumn
      throw new ApiError(
        status,
        code,
        settings.reason ?? 'Column does not support exclusion as it is deleted in the source',
      )
    }
  }
  // Who switches a column on again wants to keep it.
  if (next.enabled) next.dropPending = false
  if (patch.hashed !== undefined) next.hashed = patch.hashed
  if (patch.is_primary_key !== undefined && patch.is_primary_key !== column.primaryKey) {
    throw new ApiError(400, 'InvalidInput', 'Primary key selection is not supported for this connection')
  }
  return next
}

function isBulk(level: PatchLevel): boolean {
  return INFERRED.bulkSkipsLockedColumns && (level === 'root' || level === 'schema')
}
