import type { Prisma } from '@/generated/prisma/client'
import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { promiseKey } from '@/lib/control-loop/proposal/domain/check-promise'
import { describePromise } from '@/lib/control-loop/proposal/domain/describe-promise'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db/client'
import type { ClaimedRun } from './claim-apply-run'

/** Puts a check in force, moves the bounds of the one a table has, or retires it. Its results stay. Safe to repeat. */
export async function recordCheck(
  tx: Tx,
  ctx: ServiceContext,
  claimed: ClaimedRun,
  action: Extract<Action, { kind: 'add-check' | 'retire-check' }>,
  applier: string,
): Promise<void> {
  const by = await namesOfApprovers(tx, claimed, applier)
  const { schema, table, check } = action
  const place = { connectionId: claimed.connection.id, schema, table, promiseKey: promiseKey(check.promise) }
  const isAdded = action.kind === 'add-check'
  const terms = {
    promise: check.promise as Prisma.InputJsonValue,
    severity: check.severity,
    blocking: check.blocking,
    runs: check.runs,
    acceptedAt: ctx.now(),
    acceptedBy: by,
    proposalId: claimed.run.proposalId,
    retiredAt: null,
    retiredBy: null,
  }
  const kept = isAdded
    ? await tx.dataCheck.upsert({
        where: { connectionId_schema_table_promiseKey: place },
        create: { ...place, ...terms },
        update: terms,
      })
    : await tx.dataCheck.findUnique({ where: { connectionId_schema_table_promiseKey: place } })
  if (!kept) return
  if (!isAdded) await tx.dataCheck.update({ where: { id: kept.id }, data: { retiredAt: ctx.now(), retiredBy: by } })
  await recordAuditEvent(tx, ctx, {
    action: isAdded ? 'check.accepted' : 'check.retired',
    objectType: 'check',
    objectId: kept.id,
    objectLabel: `${claimed.connection.schemaName} ${schema}.${table}: ${describePromise(check.promise).replaceAll('`', '')}`,
    detail: { terms: check },
  })
}

/** Those whose approval this run stands on; whoever applied where a policy allowed it. */
async function namesOfApprovers(tx: Tx, { run }: ClaimedRun, applier: string): Promise<string> {
  const approvals = await tx.review.findMany({
    where: { proposalId: run.proposalId, revision: run.revision, decision: 'approve', voidedAt: null },
    include: { user: { select: { name: true } } },
    orderBy: { id: 'asc' },
  })
  const names = [...new Set(approvals.map(({ user }) => user.name))]
  return names.length === 0 ? applier : names.join(', ')
}
