import { z } from 'zod'
import { parseRevision } from '@/lib/control-loop/proposal/services/parse-revision'
import { auditVerb } from '@/lib/platform/audit/audit-actions'
import { can } from '@/lib/platform/auth/roles-and-permissions'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import { type ApplyRunDetail, stepStateSchema } from '../contract'
import { planStepSchema, stateDifferenceSchema } from '../domain/plan-step'
import { runInclude, summariseRun } from './summarise-run'

const checksSchema = z.array(
  z.object({ check: z.string(), outcome: z.enum(['held', 'broken', 'cannot-tell']), detail: z.string() }),
)
const iso = (date: Date | null) => date?.toISOString() ?? null

/** One run: the step list with its phases, the log as the audit has it, the verification, and what may be done now. */
export async function readApplyRun(ctx: ServiceContext, runId: string): Promise<ApplyRunDetail> {
  const run = await db.applyRun.findUnique({ where: { id: runId }, include: { ...runInclude, verification: true } })
  if (!run) throw new NotFoundError('There is no such run.')
  const revision = parseRevision(
    await db.proposalRevision.findUniqueOrThrow({
      where: { proposalId_revision: { proposalId: run.proposalId, revision: run.revision } },
    }),
  )
  const approvals = await db.review.findMany({
    where: { proposalId: run.proposalId, revision: run.revision, planHash: run.planHash, decision: 'approve' },
    include: { user: { select: { name: true } } },
    orderBy: { createdAt: 'asc' },
  })
  const starter = run.startedById
    ? await db.user.findUnique({ where: { id: run.startedById }, select: { name: true } })
    : null
  const summary = summariseRun(run, () => starter?.name ?? 'somebody')
  return {
    ...summary,
    planHash: run.planHash,
    revision: run.revision,
    startedAt: iso(run.startedAt),
    leaseUntil: iso(run.leaseUntil),
    workerId: run.workerId,
    approvedBy: approvals.map(({ user, createdAt }) => ({ name: user.name, at: createdAt.toISOString() })),
    steps: run.steps.map((row) => ({
      step: planStepSchema.parse(row.step),
      state: stepStateSchema.parse(row.state),
      intentAt: iso(row.intentAt),
      lookedAt: iso(row.lookedAt),
      calledAt: iso(row.calledAt),
      readBackAt: iso(row.readBackAt),
      doneAt: iso(row.doneAt),
      callStatus: row.callStatus,
      callTookMs: row.callTookMs,
      problem: row.problem,
    })),
    difference: run.difference === null ? null : stateDifferenceSchema.array().parse(run.difference),
    verification: run.verification
      ? {
          held: run.verification.held,
          checks: checksSchema.parse(run.verification.checks),
          at: run.verification.createdAt.toISOString(),
        }
      : null,
    wayBack: revision.wayBack,
    log: await readLog(runId),
    correlationId: run.correlationId,
    can: rightsOn(
      ctx,
      run,
      revision.plan.some(({ reverse }) => reverse.length > 0),
    ),
  }
}

async function readLog(runId: string): Promise<ApplyRunDetail['log']> {
  const events = await db.auditEvent.findMany({
    where: { objectType: 'apply-run', objectId: runId },
    orderBy: { seq: 'asc' },
  })
  return events.map((event) => {
    const read = (key: string): string => {
      const value: unknown =
        typeof event.detail === 'object' && event.detail !== null ? Reflect.get(event.detail, key) : null
      return typeof value === 'string' ? value : ''
    }
    const detail = [read('title'), read('outcome'), read('reason')].filter(Boolean).join(', ')
    const text = `${auditVerb(event.action)} ${event.objectLabel}`
    return { at: event.at.toISOString(), who: event.actorName, text: detail ? `${text}: ${detail}` : text }
  })
}

function rightsOn(
  ctx: ServiceContext,
  run: { state: string; stopRequested: boolean; steps: { state: string }[] },
  reversible: boolean,
): ApplyRunDetail['can'] {
  const mayStart = can(ctx.actor.role, 'applies.start')
  const mayPropose = can(ctx.actor.role, 'proposals.write')
  const touched = run.steps.some(({ state }) => state === 'done')
  return {
    stop:
      can(ctx.actor.role, 'applies.stop') &&
      (run.state === 'waiting' || run.state === 'applying') &&
      !run.stopRequested,
    retry: mayStart && run.state === 'failed',
    revert: mayPropose && reversible && touched && ['applied', 'verified', 'failed'].includes(run.state),
    refusal: mayStart ? null : 'Engineers, stewards and admins steer runs.',
  }
}
