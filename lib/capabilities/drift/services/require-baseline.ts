import type { DriftBaseline, ProfileRun } from '@/generated/prisma/client'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db/client'
import { type BaselineSource, moveBaseline } from '../domain/baseline/baseline-version'

/**
 * The version a table is compared with now. The first measurement of a table becomes its first version by itself, because there is nothing to decide
 * between; every later one is an approved proposal's.
 */
export async function requireBaseline(tx: Tx, ctx: ServiceContext, run: ProfileRun): Promise<DriftBaseline | null> {
  const place = { connectionId: run.connectionId, schema: run.schema, table: run.table }
  const latest = await tx.driftBaseline.findFirst({ where: place, orderBy: { version: 'desc' } })
  if (latest !== null || run.finishedAt === null) return latest
  const source: BaselineSource = { kind: 'profile', profileRunId: run.id, measuredAt: run.finishedAt.toISOString() }
  const decision = {
    decidedBy: 'Headgate',
    decidedAtMs: ctx.now().getTime(),
    ground: 'first' as const,
    reason: 'The first measurement of the table',
  }
  const moved = moveBaseline(null, source, decision)
  if (moved.outcome !== 'moved') return null
  const created = await tx.driftBaseline.create({
    data: {
      ...place,
      version: moved.baseline.version,
      source,
      ground: decision.ground,
      reason: decision.reason,
      decidedBy: decision.decidedBy,
      decidedAt: ctx.now(),
    },
  })
  await recordAuditEvent(tx, ctx, {
    action: 'drift-baseline.set',
    objectType: 'connection',
    objectId: run.connectionId,
    objectLabel: `${run.schema}.${run.table}`,
    detail: { version: created.version, measuredAt: source.measuredAt },
  })
  return created
}
