import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import type { CallListQuery } from '../contract'
import { type CallFileRow, toCallCsv } from '../domain/call-file'
import { filtersOf } from './list-calls'
import { toCallRows } from './to-call-row'

/** A file holds at most this many calls, the latest of those asked for. */
const ROWS_MAX = 20_000
const CHUNK = 2_000

/** The ledger as a file, latest first: figures only, neither questions nor answers. Who took it is recorded. */
export async function exportCallFile(
  ctx: ServiceContext,
  query: Omit<CallListQuery, 'cursor' | 'limit'> & { format: 'csv' | 'json' },
): Promise<{ name: string; type: string; text: string }> {
  requirePermission(ctx.actor, 'model-usage.read')
  const rows: CallFileRow[] = []
  for (let skip = 0; skip < ROWS_MAX; skip += CHUNK) {
    const calls = await db.modelCall.findMany({
      where: filtersOf(query),
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      skip,
      take: CHUNK,
    })
    for (const { connection, proposal, id: _id, problem: _problem, replayOf: _replayOf, ...row } of await toCallRows(
      calls,
    )) {
      rows.push({ ...row, connection: connection?.name ?? null, proposal: proposal?.number ?? null })
    }
    if (calls.length < CHUNK) break
  }
  await transact((tx) =>
    recordAuditEvent(tx, ctx, {
      action: 'audit.exported',
      objectType: 'model-calls',
      objectLabel: 'the ledger of model calls',
      detail: { rows: rows.length, format: query.format },
    }),
  )
  const name = `model-calls-${ctx.now().toISOString().slice(0, 10)}.${query.format}`
  return query.format === 'csv'
    ? { name, type: 'text/csv; charset=utf-8', text: toCallCsv(rows) }
    : { name, type: 'application/json', text: JSON.stringify({ items: rows }, null, 1) }
}
