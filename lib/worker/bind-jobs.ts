import { answerAdviceJob } from '@/lib/capabilities/advice/jobs'
import { answerAdvice } from '@/lib/capabilities/advice/services/answer-advice'
import { classifyConnectionJob } from '@/lib/capabilities/catalog/jobs'
import { classifyColumns } from '@/lib/capabilities/catalog/services/classify-columns'
import { classifyConnection } from '@/lib/capabilities/catalog/services/classify-connection'
import { reclassifyConnection } from '@/lib/capabilities/catalog/services/reclassify-connection'
import { callRetrainingJob, judgeDriftJob, testRetrainingJob, watchDriftJob } from '@/lib/capabilities/drift/jobs'
import { callRetraining } from '@/lib/capabilities/drift/services/call-retraining'
import { followMovedBaseline } from '@/lib/capabilities/drift/services/follow-moved-baseline'
import { judgeConnection } from '@/lib/capabilities/drift/services/judge-connection'
import { testRetraining } from '@/lib/capabilities/drift/services/test-retraining'
import { watchDrift } from '@/lib/capabilities/drift/services/watch-drift'
import {
  exportModelCallsJob,
  makePreviewJob,
  replayCallJob,
  sweepModelCallsJob,
  testExportJob,
  testProviderJob,
} from '@/lib/capabilities/model/jobs'
import { createModelDrafter } from '@/lib/capabilities/model/services/create-model-drafter'
import { exportCalls, testExport } from '@/lib/capabilities/model/services/export-calls'
import { makePreview } from '@/lib/capabilities/model/services/make-preview'
import { replayCall } from '@/lib/capabilities/model/services/replay-call'
import { sweepCalls } from '@/lib/capabilities/model/services/sweep-calls'
import { testProvider } from '@/lib/capabilities/model/services/test-provider'
import { profileConnectionJob, runChecksJob, sweepChecksJob } from '@/lib/capabilities/quality/jobs'
import { planChecks } from '@/lib/capabilities/quality/services/plan-checks'
import { planProfiles } from '@/lib/capabilities/quality/services/plan-profiles'
import { profileConnection } from '@/lib/capabilities/quality/services/profile-connection'
import { runChecks } from '@/lib/capabilities/quality/services/run-checks'
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
import { sendNoticesJob, testChannelJob } from '@/lib/control-loop/notify/jobs'
import { sendNotices } from '@/lib/control-loop/notify/services/send-notices'
import { testChannel } from '@/lib/control-loop/notify/services/test-channel'
import { playScenarioStepJob } from '@/lib/control-loop/overview/jobs'
import { playScenarioStep } from '@/lib/control-loop/overview/services/play-scenario-step'
import { reevaluateProposalsJob } from '@/lib/control-loop/policy/jobs'
import { reevaluateProposals } from '@/lib/control-loop/policy/services/reevaluate-proposals'
import { draftHashingJob, draftProposalsJob } from '@/lib/control-loop/proposal/jobs'
import { draftForConnection } from '@/lib/control-loop/proposal/services/draft-for-connection'
import { draftHashing } from '@/lib/control-loop/proposal/services/draft-hashing'
import { tendReviewsJob } from '@/lib/control-loop/review/jobs'
import { tendReviews } from '@/lib/control-loop/review/services/tend-reviews'
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
import { pollAccounts, pollAccountsJob } from './poll-accounts'

/**
 * The worker's composition root: the one place where capabilities meet the spine. Each job calls one service; what a capability offers the
 * spine (the catalog's recognisers) is handed in here, so that the spine never imports it.
 */
export function bindJobs(workerId: string): BoundJob[] {
  const tools = { classifier: { classify: classifyColumns }, modelDrafter: createModelDrafter() }
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
    bindJob(classifyConnectionJob, async ({ connectionId }, ctx) => {
      await classifyConnection(connectionId)
      await reclassifyConnection(connectionId)
      // After the classes: a column that nobody judged shows no values.
      await planProfiles(ctx, connectionId)
      await planChecks(ctx, connectionId)
    }),
    bindJob(profileConnectionJob, async ({ connectionId }, ctx) => {
      await profileConnection(ctx, connectionId)
      const { correlationId } = ctx
      await enqueueJob(db, judgeDriftJob, { connectionId, correlationId }, { singletonKey: connectionId })
    }),
    bindJob(judgeDriftJob, async ({ connectionId }, ctx) => {
      await judgeConnection(ctx, connectionId)
    }),
    bindJob(watchDriftJob, (_payload, ctx) => watchDrift(ctx)),
    bindJob(callRetrainingJob, ({ callId }, ctx) => callRetraining(ctx, callId)),
    bindJob(testRetrainingJob, (_payload, ctx) => testRetraining(ctx)),
    bindJob(runChecksJob, (payload, ctx) => runChecks(ctx, payload)),
    bindJob(sweepChecksJob, (_payload, ctx) => planChecks(ctx)),
    bindJob(answerAdviceJob, ({ adviceId }, ctx) => answerAdvice(ctx, adviceId)),
    bindJob(testProviderJob, ({ providerId }, ctx) => testProvider(ctx, providerId)),
    bindJob(replayCallJob, (payload, ctx) => replayCall(ctx, payload)),
    bindJob(makePreviewJob, ({ previewId }) => makePreview(previewId)),
    bindJob(sweepModelCallsJob, (_payload, ctx) => sweepCalls(ctx)),
    bindJob(exportModelCallsJob, (_payload, ctx) => exportCalls(ctx)),
    bindJob(testExportJob, (_payload, ctx) => testExport(ctx)),
    bindJob(recordChangesJob, (payload, ctx) => recordChanges(ctx, payload)),
    bindJob(draftProposalsJob, ({ connectionId }, ctx) => draftForConnection(ctx, connectionId, tools)),
    bindJob(draftHashingJob, ({ connectionId, schema, table, column }, ctx) =>
      draftHashing(ctx, connectionId, { schema, table, column }),
    ),
    bindJob(executeApplyRunJob, async ({ runId }, ctx) => {
      await executeApplyRun(ctx, { runId, workerId })
      // A check that was just accepted is looked at at once.
      await planChecks(ctx)
      await followMovedBaseline(ctx, runId)
    }),
    bindJob(sweepApplyRunsJob, (_payload, ctx) => sweepApplyRuns(ctx)),
    bindJob(reevaluateProposalsJob, (_payload, ctx) => reevaluateProposals(ctx)),
    bindJob(tendReviewsJob, (_payload, ctx) => tendReviews(ctx)),
    bindJob(verifyRunJob, ({ runId }, ctx) => verifyRun(ctx, runId)),
    bindJob(sendNoticesJob, (_payload, ctx) => sendNotices(ctx)),
    bindJob(testChannelJob, ({ channelId }, ctx) => testChannel(ctx, channelId)),
    bindJob(playScenarioStepJob, (_payload, ctx) => playScenarioStep(ctx)),
  ]
}

/** What the clock starts, in UTC: polling finds what no delivery told. */
export const schedules: JobSchedule[] = [
  { job: pollAccountsJob, cron: '* * * * *', payload: {} },
  { job: tendReviewsJob, cron: '* * * * *', payload: {} },
  { job: sweepChecksJob, cron: '* * * * *', payload: {} },
  { job: watchDriftJob, cron: '*/5 * * * *', payload: {} },
  { job: sweepModelCallsJob, cron: '* * * * *', payload: {} },
  { job: exportModelCallsJob, cron: '* * * * *', payload: {} },
  { job: sendNoticesJob, cron: '* * * * *', payload: {} },
]
