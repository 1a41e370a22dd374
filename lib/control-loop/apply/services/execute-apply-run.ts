import { openFivetran } from '@/lib/control-loop/connection/services/open-fivetran'
import { findStop } from '@/lib/control-loop/policy/services/find-stop'
import { findCreate } from '@/lib/control-loop/proposal/domain/action'
import { loadTree } from '@/lib/control-loop/snapshot/services/load-tree'
import { verifyRunJob } from '@/lib/control-loop/verify/jobs'
import { RateLimitedError } from '@/lib/integrations/fivetran/errors'
import { workerEnv } from '@/lib/platform/config/env'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { crashAt } from '@/lib/platform/jobs/crash-point'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { log } from '@/lib/platform/telemetry/log'
import { compareBeforeStates } from '../domain/compare-before-states'
import type { BeforeState } from '../domain/plan-step'
import { executeApplyRunJob } from '../jobs'
import { type ClaimedRun, claimApplyRun } from './claim-apply-run'
import { endRun } from './end-run'
import { executeStep } from './execute-step'
import { FenceLostError, fenced, type Holding, startHeartbeat } from './fence'
import type { StepOutcome, StepTools } from './mark-step'
import { readLiveState, readPlannedState } from './read-live-state'

/** How long a run that found its connection busy waits before it looks again. */
const waitSeconds = 5

/**
 * Executes an approved plan, or goes on with one whose worker died. The protocol: claim with a fence and count approvals again; if nothing
 * was started, compare the live state with the reviewed one; then each step by itself. A worker that lost its fence stops writing at once.
 */
export async function executeApplyRun(ctx: ServiceContext, input: { runId: string; workerId: string }): Promise<void> {
  const leaseMs = workerEnv().WORKER_LEASE_MS
  const claim = await claimApplyRun(ctx, { ...input, leaseMs })
  if (claim.outcome !== 'claimed') {
    if (claim.outcome === 'busy' && claim.retry) await lookAgain(ctx, input.runId)
    return
  }
  crashAt('after-claim')
  const holding: Holding = { runId: claim.run.id, fence: claim.fence, leaseMs }
  const stopHeartbeat = startHeartbeat(holding)
  try {
    await run(ctx, claim, holding)
  } catch (error) {
    if (error instanceof FenceLostError) {
      log.warn({ event: 'apply-run.fence-lost', runId: claim.run.id, correlationId: ctx.correlationId })
      return
    }
    if (error instanceof RateLimitedError) {
      // The service named the second before which nothing may be sent.
      await giveBack(ctx, holding, error.retryAfterSeconds)
      return
    }
    // The lease is left to run out, or given back: the queue's retry claims the run again and begins with a look.
    await db.applyRun.updateMany({
      where: { id: claim.run.id, fence: claim.fence, state: 'applying' },
      data: { leaseUntil: null },
    })
    throw error
  } finally {
    stopHeartbeat()
  }
}

async function lookAgain(ctx: ServiceContext, runId: string): Promise<void> {
  await enqueueJob(
    db,
    executeApplyRunJob,
    { runId, correlationId: ctx.correlationId },
    { startAfterSeconds: waitSeconds },
  )
}

async function run(ctx: ServiceContext, claimed: ClaimedRun, holding: Holding): Promise<void> {
  const { connection, revision } = claimed
  const port = await openFivetran(connection.account)
  const previous = connection.latestSnapshotId ? await loadTree(connection.latestSnapshotId) : null
  const create = findCreate(revision.actions)
  const look = () =>
    create ? readPlannedState(port, create) : readLiveState(port, connection, revision.actions, previous)
  const tools: StepTools = { ctx, claimed, holding, port, look }
  const steps = await db.applyStep.findMany({ where: { runId: claimed.run.id }, orderBy: { index: 'asc' } })

  if (bindsLiveState(revision.before) && steps.every(({ state }) => state === 'waits')) {
    const live = await look()
    crashAt('after-live-read')
    const difference = compareBeforeStates(revision.before, live.before, revision.plan)
    if (difference.length > 0) {
      const reason = 'The live state is not the one that was reviewed. Nothing was sent.'
      crashAt('before-stale')
      await fenced(holding, (tx) => endRun(tx, ctx, { ...claimed, state: 'stale', reason, difference }))
      return
    }
  }
  for (const row of steps) {
    if (row.state === 'done' || row.state === 'already-so') continue
    const asked = await db.applyRun.findUniqueOrThrow({
      where: { id: claimed.run.id },
      select: { stopRequested: true },
    })
    const stop = claimed.run.startedBy === 'policy' ? await findStop() : null
    if (asked.stopRequested || stop) {
      const who = stop ? `${stop.by} stopped everything automatic` : 'Stopped by a person'
      const done = steps.filter(({ index }) => index < row.index).length
      crashAt('before-cancel')
      await fenced(holding, (tx) =>
        endRun(tx, ctx, {
          ...claimed,
          state: done > 0 ? 'failed' : 'cancelled',
          reason: `${who} after ${done} of ${steps.length} steps.`,
        }),
      )
      return
    }
    const outcome = await executeStep(row, tools)
    if (outcome.outcome === 'waits') return giveBack(ctx, holding)
    if (outcome.outcome !== 'done' && outcome.outcome !== 'already-so') return stopAt(tools, row.index, outcome)
    crashAt('between-steps')
  }
  crashAt('before-applied')
  await fenced(holding, async (tx) => {
    await endRun(tx, ctx, { ...claimed, state: 'applied', reason: null })
    await enqueueJob(tx, verifyRunJob, { runId: claimed.run.id, correlationId: ctx.correlationId })
    crashAt('in-applied')
  })
}

/** The connection is busy with a sync, or the service asked to wait: the run goes back to wait, nothing is lost, and no lease holds the connection meanwhile. */
async function giveBack(ctx: ServiceContext, holding: Holding, startAfterSeconds = waitSeconds): Promise<void> {
  crashAt('before-give-back')
  await fenced(holding, async (tx) => {
    await tx.applyRun.update({ where: { id: holding.runId }, data: { state: 'waiting', leaseUntil: null } })
    await enqueueJob(
      tx,
      executeApplyRunJob,
      { runId: holding.runId, correlationId: ctx.correlationId },
      { startAfterSeconds },
    )
  })
}

async function stopAt(
  tools: StepTools,
  index: number,
  outcome: Extract<StepOutcome, { reason: string }>,
): Promise<void> {
  const { ctx, claimed, holding } = tools
  crashAt('before-failed')
  await fenced(holding, async (tx) => {
    const state = outcome.outcome === 'changed-elsewhere' ? 'changed-elsewhere' : 'failed'
    await tx.applyStep.update({
      where: { runId_index: { runId: claimed.run.id, index } },
      data: { state, problem: outcome.reason },
    })
    await endRun(tx, ctx, { ...claimed, state: 'failed', reason: `Step ${index + 1}: ${outcome.reason}` })
  })
}

/** Accepting changes touches nothing in Fivetran: there is no live state it was reviewed against, and no call to spend on looking. */
function bindsLiveState({ connection, objects, paused, changeHandling }: BeforeState): boolean {
  return connection !== undefined || objects.length > 0 || paused !== null || changeHandling !== null
}
