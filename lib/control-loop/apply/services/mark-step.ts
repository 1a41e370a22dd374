import type { ApplyStep } from '@/generated/prisma/client'
import type { FivetranPort } from '@/lib/integrations/fivetran/port'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { crashAt } from '@/lib/platform/jobs/crash-point'
import type { ClaimedRun } from './claim-apply-run'
import { fenced, type Holding } from './fence'
import type { LiveState } from './read-live-state'

export type StepOutcome =
  | { outcome: 'done' }
  | { outcome: 'already-so' }
  | { outcome: 'waits'; reason: string }
  | { outcome: 'changed-elsewhere'; reason: string }
  | { outcome: 'failed'; reason: string }

export interface StepTools {
  ctx: ServiceContext
  claimed: ClaimedRun
  holding: Holding
  port: FivetranPort
  look(): Promise<LiveState>
}

/** An unknown outcome goes back to look, never to a blind repeat. This many looks, then a person. */
export const looksMax = 3

/** Writes how far a step is, with its audit event, in one transaction that only the holder of the run can commit. */
export async function markStep(
  tools: StepTools,
  row: ApplyStep,
  data: Partial<ApplyStep>,
  event?: { action: 'apply-step.intended' | 'apply-step.done' | 'apply-step.failed'; detail: Record<string, unknown> },
) {
  await fenced(tools.holding, async (tx) => {
    await tx.applyStep.update({ where: { runId_index: { runId: row.runId, index: row.index } }, data: data as never })
    if (data.state === 'intent') crashAt('in-intent')
    if (data.state === 'done') crashAt('in-done')
    if (!event) return
    await recordAuditEvent(tx, tools.ctx, {
      action: event.action,
      objectType: 'apply-run',
      objectId: row.runId,
      objectLabel: `R-${tools.claimed.run.number} step ${row.index + 1}`,
      detail: event.detail,
    })
  })
}
