import { classifyConnectionJob } from '@/lib/capabilities/catalog/jobs'
import { classifyColumns } from '@/lib/capabilities/catalog/services/classify-columns'
import { classifyConnection } from '@/lib/capabilities/catalog/services/classify-connection'
import { reclassifyConnection } from '@/lib/capabilities/catalog/services/reclassify-connection'
import { executeApplyRunJob, sweepApplyRunsJob } from '@/lib/control-loop/apply/jobs'
import { executeApplyRun } from '@/lib/control-loop/apply/services/execute-apply-run'
import { sweepApplyRuns } from '@/lib/control-loop/apply/services/sweep-apply-runs'
import {
  refreshAccountJob,
  registerWebhookJob,
  resumeSyncJob,
  startSyncJob,
  testAccountJob,
  testWarehouseJob,
  watchWebhookJob,
} from '@/lib/control-loop/connection/jobs'
import { refreshAccount } from '@/lib/control-loop/connection/services/refresh-account'
import { registerWebhook } from '@/lib/control-loop/connection/services/register-webhook'
import { resumeSync } from '@/lib/control-loop/connection/services/resume-sync'
import { startSync } from '@/lib/control-loop/connection/services/start-sync'
import { testAccount } from '@/lib/control-loop/connection/services/test-account'
import { testWarehouse } from '@/lib/control-loop/connection/services/test-warehouse'
import { watchWebhook } from '@/lib/control-loop/connection/services/watch-webhook'
import { recordChangesJob } from '@/lib/control-loop/diff/jobs'
import { recordChanges } from '@/lib/control-loop/diff/services/record-changes'
import { playScenarioStepJob } from '@/lib/control-loop/overview/jobs'
import { playScenarioStep } from '@/lib/control-loop/overview/services/play-scenario-step'
import { draftHashingJob, draftProposalsJob } from '@/lib/control-loop/proposal/jobs'
import { draftForConnection } from '@/lib/control-loop/proposal/services/draft-for-connection'
import { draftHashing } from '@/lib/control-loop/proposal/services/draft-hashing'
import { refreshConnectionJob } from '@/lib/control-loop/snapshot/jobs'
import { captureSnapshot } from '@/lib/control-loop/snapshot/services/capture-snapshot'
import { verifyRunJob } from '@/lib/control-loop/verify/jobs'
import { verifyRun } from '@/lib/control-loop/verify/services/verify-run'
import { processDeliveryJob } from '@/lib/control-loop/webhook/jobs'
import { processDelivery } from '@/lib/control-loop/webhook/services/process-delivery'
import { db } from '@/lib/platform/db/client'
import { type BoundJob, bindJob } from '@/lib/platform/jobs/bind-job'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import type { JobSchedule } from '@/lib/platform/jobs/run-worker'
import { createConfiguredDrafter } from './create-configured-drafter'
import { pollAccounts, pollAccountsJob } from './poll-accounts'

/**
 * The worker's composition root: the one place where capabilities meet the spine. Each job calls one service; what a capability offers the
 * spine (the catalog's recognisers) is handed in here, so that the spine never imports it.
 */
export function bindJobs(workerId: string): BoundJob[] {
  const tools = { classifier: { classify: classifyColumns }, modelDrafter: createConfiguredDrafter() }
  return [
    bindJob(testAccountJob, ({ accountId }, ctx) => testAccount(ctx, accountId)),
    bindJob(refreshAccountJob, ({ accountId }, ctx) => refreshAccount(ctx, accountId)),
    bindJob(registerWebhookJob, ({ accountId }, ctx) => registerWebhook(ctx, accountId)),
    bindJob(watchWebhookJob, ({ accountId }, ctx) => watchWebhook(ctx, accountId)),
    bindJob(resumeSyncJob, ({ connectionId }, ctx) => resumeSync(ctx, connectionId)),
    bindJob(startSyncJob, ({ connectionId }, ctx) => startSync(ctx, connectionId)),
    bindJob(testWarehouseJob, ({ destinationId }, ctx) => testWarehouse(ctx, destinationId)),
    bindJob(pollAccountsJob, (_payload, ctx) => pollAccounts(ctx)),
    bindJob(processDeliveryJob, ({ deliveryId }, ctx) => processDelivery(ctx, deliveryId)),
    bindJob(refreshConnectionJob, async (payload, ctx) => {
      await captureSnapshot(ctx, payload)
      await enqueueJob(
        db,
        classifyConnectionJob,
        { connectionId: payload.connectionId, correlationId: ctx.correlationId },
        { singletonKey: payload.connectionId },
      )
    }),
    bindJob(classifyConnectionJob, async ({ connectionId }) => {
      await classifyConnection(connectionId)
      await reclassifyConnection(connectionId)
    }),
    bindJob(recordChangesJob, (payload, ctx) => recordChanges(ctx, payload)),
    bindJob(draftProposalsJob, ({ connectionId }, ctx) => draftForConnection(ctx, connectionId, tools)),
    bindJob(draftHashingJob, ({ connectionId, schema, table, column }, ctx) =>
      draftHashing(ctx, connectionId, { schema, table, column }),
    ),
    bindJob(executeApplyRunJob, ({ runId }, ctx) => executeApplyRun(ctx, { runId, workerId })),
    bindJob(sweepApplyRunsJob, (_payload, ctx) => sweepApplyRuns(ctx)),
    bindJob(verifyRunJob, ({ runId }, ctx) => verifyRun(ctx, runId)),
    bindJob(playScenarioStepJob, (_payload, ctx) => playScenarioStep(ctx)),
  ]
}

/** What the clock starts, in UTC: polling finds what no delivery told. */
export const schedules: JobSchedule[] = [{ job: pollAccountsJob, cron: '* * * * *', payload: {} }]
