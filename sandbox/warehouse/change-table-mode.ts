import type { ClientBase } from 'pg'
import type { SyncMode } from '@/sandbox/source/source-model'
import { BEGINNING, FOREVER } from '@/sandbox/sync/system-columns'
import { quoteName, quoteTable } from './quote-name'
import type { TableRef } from './warehouse'

/** Turns the rows of one mode into those of another, in place. The caller replaces the key. */
export async function changeTableMode(
  client: ClientBase,
  ref: TableRef,
  from: SyncMode,
  to: SyncMode,
  key: string[],
): Promise<void> {
  const table = quoteTable(ref)
  if (from === 'HISTORY') {
    const same = key.map((name) => `later.${quoteName(name)} is not distinct from earlier.${quoteName(name)}`)
    await client.query(
      `delete from ${table} as earlier using ${table} as later where ${same.join(' and ')} and later._fivetran_start > earlier._fivetran_start`,
    )
    await client.query(`alter table ${table} add column _fivetran_deleted boolean`)
    await client.query(`update ${table} set _fivetran_deleted = not _fivetran_active`)
    await client.query(
      `alter table ${table} drop column _fivetran_active, drop column _fivetran_start, drop column _fivetran_end`,
    )
  }
  if (from === 'LIVE') await client.query(`alter table ${table} add column _fivetran_deleted boolean default false`)
  if (to === 'SOFT_DELETE') return
  if (to === 'LIVE') await client.query(`delete from ${table} where _fivetran_deleted`)
  if (to === 'HISTORY') {
    await client.query(
      `alter table ${table} add column _fivetran_active boolean, add column _fivetran_start timestamptz, add column _fivetran_end timestamptz`,
    )
    await client.query(
      `update ${table} set _fivetran_active = not coalesce(_fivetran_deleted, false),
              _fivetran_start = case when _fivetran_deleted then $1::timestamptz else _fivetran_synced end,
              _fivetran_end = case when _fivetran_deleted then _fivetran_synced else $2::timestamptz end`,
      [BEGINNING, FOREVER],
    )
  }
  await client.query(`alter table ${table} drop column _fivetran_deleted`)
}
