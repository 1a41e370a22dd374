import type { SyncMode } from '@/sandbox/source/source-model'
import {
  ACTIVE_COLUMN,
  BEGINNING,
  DELETED_COLUMN,
  END_COLUMN,
  FOREVER,
  START_COLUMN,
  SYNCED_COLUMN,
} from '@/sandbox/sync/system-columns'
import type { CellValue } from '@/sandbox/types/cast-value'
import type { WarehouseRow } from './warehouse'

/**
 * Takes the rows of a table in one mode; gives those it has in another. To history: a row that lives began when it was last
 * synced, a deleted one has no known beginning. From history: the latest version of each key, deleted when not active.
 */
export function changeRowMode(rows: WarehouseRow[], from: SyncMode, to: SyncMode, key: string[]): WarehouseRow[] {
  const current = from === 'HISTORY' ? latestVersions(rows, key) : rows
  return current
    .map((row) => {
      const deleted = from === 'HISTORY' ? row[ACTIVE_COLUMN.name] !== true : row[DELETED_COLUMN.name] === true
      return { row, deleted }
    })
    .filter(({ deleted }) => !(deleted && to === 'LIVE'))
    .map(({ row, deleted }) => withMode(row, to, deleted))
}

function withMode(row: WarehouseRow, to: SyncMode, deleted: boolean): WarehouseRow {
  const {
    [ACTIVE_COLUMN.name]: _active,
    [START_COLUMN.name]: _start,
    [END_COLUMN.name]: _end,
    [DELETED_COLUMN.name]: _deleted,
    ...rest
  } = row
  if (to === 'LIVE') return rest
  if (to === 'SOFT_DELETE') return { ...rest, [DELETED_COLUMN.name]: deleted }
  const synced: CellValue = row[SYNCED_COLUMN.name] ?? null
  return {
    ...rest,
    [ACTIVE_COLUMN.name]: !deleted,
    [START_COLUMN.name]: deleted ? BEGINNING : synced,
    [END_COLUMN.name]: deleted ? synced : FOREVER,
  }
}

function latestVersions(rows: WarehouseRow[], key: string[]): WarehouseRow[] {
  const latest = new Map<string, WarehouseRow>()
  for (const row of rows) {
    const id = JSON.stringify(key.map((name) => row[name] ?? null))
    const known = latest.get(id)
    if (!known || String(row[START_COLUMN.name]) > String(known[START_COLUMN.name])) latest.set(id, row)
  }
  return [...latest.values()]
}
