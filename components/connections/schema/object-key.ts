import type { Path } from '@/lib/control-loop/snapshot/domain/schema-tree'

/**
 * A name path as one string that fits an address and cannot be mistaken for another path: names may hold dots and slashes.
 * The connection itself is the empty string.
 */
export function objectKey(path: Path): string {
  return [path.schema, path.table, path.column]
    .filter((part) => part !== undefined)
    .map(encodeURIComponent)
    .join('/')
}
