import type { Prisma } from '@/generated/prisma/client'
import { externalIdOf } from '@/lib/control-loop/connection/domain/external-id'
import { openFivetran } from '@/lib/control-loop/connection/services/open-fivetran'
import { statusOf } from '@/lib/control-loop/connection/services/record-status'
import type { CreateConnection } from '@/lib/control-loop/proposal/domain/action'
import type { ParsedRevision } from '@/lib/control-loop/proposal/services/parse-revision'
import { refreshConnectionJob } from '@/lib/control-loop/snapshot/jobs'
import { recordAuditEvents } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { judgeCreated } from '../domain/judge-created'
import type { RunRow } from './require-run'

/**
 * Proves a run that created a connection: it is there by the approved name, in the approved destination, paused and empty. There is no schema to snapshot
 * yet; the first one is compared with the approved settings when it comes (`expectPresets`).
 */
export async function verifyCreated(
  ctx: ServiceContext,
  run: RunRow,
  revision: ParsedRevision,
  create: CreateConnection,
): Promise<void> {
  const { connection } = run
  const port = await openFivetran(connection.account)
  const live = await port.readConnection(externalIdOf(connection))
  const checks = judgeCreated(create, revision.plan, live)
  const held = checks.every(({ outcome }) => outcome !== 'broken')
  await transact(async (tx) => {
    const { count } = await tx.applyRun.updateMany({
      where: { id: run.id, state: 'applied' },
      data: {
        state: held ? 'verified' : 'failed',
        finishedAt: ctx.now(),
        problem: held ? null : 'The connection is not as approved.',
      },
    })
    if (count === 0) return
    await tx.connection.update({ where: { id: connection.id }, data: statusOf(live) })
    await tx.verification.create({
      data: { runId: run.id, held, checks: checks as unknown as Prisma.InputJsonValue, createdAt: ctx.now() },
    })
    await tx.proposal.update({ where: { id: run.proposalId }, data: { state: held ? 'verified' : 'failed' } })
    await recordAuditEvents(tx, ctx, [
      {
        action: held ? 'apply-run.verified' : 'apply-run.not-verified',
        objectType: 'apply-run',
        objectId: run.id,
        objectLabel: `R-${run.number}`,
        detail: { checks },
      },
      {
        action: held ? 'proposal.verified' : 'proposal.failed',
        objectType: 'proposal',
        objectId: run.proposalId,
        objectLabel: `P-${run.proposal.number}`,
        detail: { run: `R-${run.number}` },
      },
    ])
    await enqueueJob(
      tx,
      refreshConnectionJob,
      { connectionId: connection.id, trigger: 'first', correlationId: ctx.correlationId },
      { singletonKey: connection.id },
    )
  })
}
