import { hashPair } from './seeded-random'
import type { SourceTable } from './source-model'

/** One row in 40 changes each time a source moves on; one in 400 is deleted. Enough to see, few enough to stay quick. */
const UPDATE_SHARE = 40
const DELETE_SHARE = 400

/** Takes a table and gives how many rows it has ever had at its revision, deleted ones included. */
export function rowCount(table: SourceTable): number {
  return table.rows + table.growth * table.revision
}

/** Takes a row's place; gives the latest revision that changed it, or 0 when nothing has since it was written. */
export function rowVersion(tableHash: number, row: number, revision: number): number {
  for (let candidate = revision; candidate > 0; candidate -= 1) {
    if (hashPair(hashPair(tableHash, row), candidate) % UPDATE_SHARE === 0) return candidate
  }
  return 0
}

/** Takes a row's place; gives the revision at which the source deletes it. Most rows never get there. */
export function deletedAtRevision(tableHash: number, row: number): number {
  return 1 + (hashPair(hashPair(tableHash, row), -1) % DELETE_SHARE)
}

export interface RowChange {
  row: number
  version: number
  /** The version the row had before, for tables where an update is a new row; null when the row is new to the reader. */
  previousVersion: number | null
  deleted: boolean
}

/**
 * Takes a table and the revision a reader has already seen (null: nothing yet). Gives the rows that are new, changed or deleted
 * since; with `everything`, also those that did not move. Rows that were gone before the reader ever looked are not told.
 */
export function rowChanges(
  table: SourceTable,
  tableHash: number,
  seenRevision: number | null,
  everything: boolean,
): RowChange[] {
  const total = rowCount(table)
  const seenTotal = seenRevision === null ? 0 : table.rows + table.growth * seenRevision
  const changes: RowChange[] = []
  for (let row = 0; row < total; row += 1) {
    const known = seenRevision !== null && row < seenTotal
    const deletedAt = row < table.rows && !table.frozen ? deletedAtRevision(tableHash, row) : Number.POSITIVE_INFINITY
    const deleted = deletedAt <= table.revision
    if (deleted && !(known && deletedAt > seenRevision)) continue
    const version = table.frozen ? 0 : rowVersion(tableHash, row, deleted ? deletedAt : table.revision)
    if (known && !deleted && !everything && version <= seenRevision) continue
    changes.push({
      row,
      version,
      previousVersion: !known ? null : table.frozen ? 0 : rowVersion(tableHash, row, seenRevision),
      deleted,
    })
  }
  return changes
}
