import { INFERRED } from './inferred'
import type { ConfigColumn, SchemaChangeHandling } from './schema-config'

/**
 * Takes a stored column and the policy; tells whether whole-tree answers list it. They list what a person has touched and what
 * is out of line with the policy, and nothing else: that is why the tree is not the list of columns.
 */
export function isColumnListed(column: ConfigColumn, policy: SchemaChangeHandling): boolean {
  if (column.deleted) return INFERRED.storedConfigListsDeletedColumns
  if (column.touched || column.hashed || !column.enabled) return true
  return policy === 'BLOCK_ALL'
}
