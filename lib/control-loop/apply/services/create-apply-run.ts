import type { ApplyRun, Prisma, Proposal } from '@/generated/prisma/client'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db/client'
import type { PlanStep } from '../domain/plan-step'

export interface NewApplyRun {
  proposal: Proposal
  revision: number
  built: { plan: PlanStep[]; planHash: string }
  startedBy: 'person' | 'policy'
}

/** Writes a run and its step list, as approved, before anything is sent. */
export async function createApplyRun(tx: Tx, ctx: ServiceContext, input: NewApplyRun): Promise<ApplyRun> {
  const run = await tx.applyRun.create({
    data: {
      proposalId: input.proposal.id,
      connectionId: input.proposal.connectionId,
      revision: input.revision,
      planHash: input.built.planHash,
      startedBy: input.startedBy,
      startedById: ctx.actor.userId,
      correlationId: input.proposal.correlationId,
      steps: {
        create: input.built.plan.map((step) => ({ index: step.index, step: step as unknown as Prisma.InputJsonValue })),
      },
    },
  })
  await recordAuditEvent(
    tx,
    { ...ctx, correlationId: input.proposal.correlationId },
    {
      action: 'apply-run.requested',
      objectType: 'apply-run',
      objectId: run.id,
      objectLabel: `R-${run.number}`,
      detail: {
        proposal: `P-${input.proposal.number}`,
        planHash: input.built.planHash,
        startedBy: input.startedBy,
        steps: input.built.plan.length,
      },
    },
  )
  return run
}
