import type { Prisma } from '@/generated/prisma/client'
import { applyChanges } from '@/lib/control-loop/diff/domain/apply-changes'
import { changeSchema } from '@/lib/control-loop/diff/domain/change'
import { loadTree, parseBaseline } from '@/lib/control-loop/snapshot/services/load-tree'
import { recordAuditEvents } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db/client'
import type { PlanStep } from '../domain/plan-step'
import { carryClass } from './carry-class'
import type { ClaimedRun } from './claim-apply-run'
import { moveBaseline } from './move-baseline'
import { recordCheck } from './record-check'

/** Does what a step does inside Headgate: takes accepted changes into the baseline, remembers confirmed renames, puts checks in force. Safe to repeat. */
export async function recordInCatalog(tx: Tx, ctx: ServiceContext, claimed: ClaimedRun, step: PlanStep): Promise<void> {
  const by = claimed.run.startedBy === 'policy' ? 'policy' : ctx.actor.name
  for (const action of step.actions) {
    if (action.kind === 'confirm-rename') {
      const { schema, table, from, to } = action
      const key = { connectionId: claimed.connection.id, schema, table, from, to }
      await tx.renameDecision.upsert({
        where: { connectionId_schema_table_from_to: key },
        create: { ...key, same: true, decidedBy: by, decidedAt: ctx.now() },
        update: { same: true, decidedBy: by, decidedAt: ctx.now() },
      })
      await carryClass(tx, ctx, key)
      await recordAuditEvents(tx, ctx, [
        {
          action: 'rename.confirmed',
          objectType: 'connection',
          objectId: claimed.connection.id,
          objectLabel: claimed.connection.schemaName,
          detail: { schema, table, from, to },
        },
      ])
    }
    if (action.kind === 'move-baseline') await moveBaseline(tx, ctx, claimed, action, by)
    if (action.kind === 'add-check' || action.kind === 'retire-check') await recordCheck(tx, ctx, claimed, action, by)
    if (action.kind === 'accept-changes') await acceptChanges(tx, ctx, claimed.connection.id, action.changeIds, by)
  }
}

/** Folds these open changes into the connection's approved baseline, as the latest snapshot shows them. Closed ones are left alone. */
export async function acceptChanges(
  tx: Tx,
  ctx: ServiceContext,
  connectionId: string,
  changeIds: readonly string[],
  by: string,
): Promise<void> {
  await tx.$queryRaw`SELECT id FROM connection WHERE id = ${connectionId}::uuid FOR UPDATE`
  const connection = await tx.connection.findUniqueOrThrow({ where: { id: connectionId } })
  const baseline = parseBaseline(connection.baseline)
  const rows = await tx.change.findMany({ where: { id: { in: [...changeIds] }, connectionId, state: 'open' } })
  if (!baseline || !connection.latestSnapshotId || rows.length === 0) return
  const tree = await loadTree(connection.latestSnapshotId, tx)
  const next = applyChanges(
    baseline,
    rows.map(({ details }) => changeSchema.parse(details)),
    tree,
  )
  await tx.connection.update({
    where: { id: connectionId },
    data: { baseline: next as unknown as Prisma.InputJsonValue, baselineSnapshotId: connection.latestSnapshotId },
  })
  await tx.change.updateMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    data: { state: 'accepted', closedAt: ctx.now(), closedBy: by },
  })
  await recordAuditEvents(
    tx,
    ctx,
    rows.map((row) => ({
      action: 'change.accepted' as const,
      objectType: 'change',
      objectId: row.id,
      objectLabel: `${connection.schemaName} ${[row.schema, row.table, row.column].filter(Boolean).join('.')}`,
      detail: { kind: row.kind },
    })),
  )
}
