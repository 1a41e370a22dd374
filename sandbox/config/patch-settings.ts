import type { ConfigColumn, ConfigTable } from './schema-config'

/** `enabled_patch_settings`: whether `enabled` may be changed, and why not. */
export interface PatchSettings {
  allowed: boolean
  reason_code?: 'SYSTEM_TABLE' | 'SYSTEM_COLUMN' | 'DELETED' | 'OTHER'
  reason?: string
}

/** Takes a stored table; gives its patch settings. */
export function tablePatchSettings(table: ConfigTable): PatchSettings {
  if (table.deleted) return { allowed: false, reason_code: 'DELETED' }
  if (table.readOnly) return { allowed: false, reason_code: 'SYSTEM_TABLE' }
  return { allowed: true }
}

/** Takes a stored column; gives its patch settings. */
export function columnPatchSettings(column: ConfigColumn): PatchSettings {
  if (column.deleted) return { allowed: false, reason_code: 'DELETED' }
  if (column.primaryKey) {
    return {
      allowed: false,
      reason_code: 'SYSTEM_COLUMN',
      reason: 'Column does not support exclusion as it is a Primary Key',
    }
  }
  return { allowed: true }
}
