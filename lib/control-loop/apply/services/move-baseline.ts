import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { recordAuditEvents } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db/client'
import type { ClaimedRun } from './claim-apply-run'

/**
 * Makes what was approved the next version of a table's drift baseline. Versions are never edited. Safe to repeat: a version this proposal made already
 * stays the only one.
 */
export async function moveBaseline(
  tx: Tx,
  ctx: ServiceContext,
  { connection, run }: ClaimedRun,
  { schema, table, source }: Extract<Action, { kind: 'move-baseline' }>,
  by: string,
): Promise<void> {
  await tx.$queryRaw`SELECT id FROM connection WHERE id = ${connection.id}::uuid FOR UPDATE`
  const place = { connectionId: connection.id, schema, table }
  if (await tx.driftBaseline.findFirst({ where: { ...place, proposalId: run.proposalId } })) return
  const latest = await tx.driftBaseline.findFirst({ where: place, orderBy: { version: 'desc' } })
  const version = (latest?.version ?? 0) + 1
  await tx.driftBaseline.create({
    data: {
      ...place,
      version,
      source,
      ground: latest === null ? 'first' : 'accepted-as-normal',
      reason: 'Approved by proposal',
      decidedBy: by,
      decidedAt: ctx.now(),
      proposalId: run.proposalId,
    },
  })
  await recordAuditEvents(tx, ctx, [
    {
      action: 'drift-baseline.moved',
      objectType: 'connection',
      objectId: connection.id,
      objectLabel: connection.schemaName,
      detail: { schema, table, version, source },
    },
  ])
}
