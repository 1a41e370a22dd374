import type { ApplyStep } from '@/generated/prisma/client'
import { statusOf } from '@/lib/control-loop/connection/services/record-status'
import type { CreateConnection } from '@/lib/control-loop/proposal/domain/action'
import { connectionName } from '@/lib/control-loop/proposal/domain/connector-types'
import { FivetranError, OutcomeUnknownError } from '@/lib/integrations/fivetran/errors'
import type { ObservedConnection } from '@/lib/integrations/fivetran/port'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { isUniqueViolation } from '@/lib/platform/db/is-unique-violation'
import { crashAt } from '@/lib/platform/jobs/crash-point'
import { judgeStep } from '../domain/judge-step'
import type { PlanStep } from '../domain/plan-step'
import { plannedState } from '../domain/planned-state'
import { editOfStep } from './edit-of-step'
import { fenced } from './fence'
import { looksMax, markStep, type StepOutcome, type StepTools } from './mark-step'

/**
 * Creates one connection, once. Its name is the mark: unique in the group, free at the look before the call, and found again by every later look. That a
 * request may be out (`calledAt`) is committed before it leaves, so what is found afterwards is ours, whether the reply was lost or the worker killed.
 */
export async function executeCreateStep(
  row: ApplyStep,
  step: PlanStep,
  create: CreateConnection,
  tools: StepTools,
): Promise<StepOutcome> {
  let mayBeOurs = row.calledAt !== null
  for (let looks = 1; ; looks++) {
    const found = await tools.port.findConnection(create.groupId, connectionName(create))
    const live = plannedState(create, found, mayBeOurs)
    await markStep(tools, row, { state: 'looked', lookedAt: tools.ctx.now() })
    if (found && judgeStep(step, live).outcome === 'already-so') return adopt(row, step, found, tools)
    if (found) {
      return {
        outcome: 'changed-elsewhere',
        reason: `${live.connection}. It is not what was approved, so Headgate leaves it alone.`,
      }
    }
    if (looks > looksMax) {
      return {
        outcome: 'failed',
        reason: 'Fivetran gave no clear answer three times, and the connection is not there.',
      }
    }
    const called = await call(row, step, mayBeOurs, tools)
    if (called !== 'look') return called
    mayBeOurs = true
  }
}

async function call(
  row: ApplyStep,
  step: PlanStep,
  wasSent: boolean,
  tools: StepTools,
): Promise<Exclude<StepOutcome, { outcome: 'done' | 'already-so' }> | 'look'> {
  const edit = editOfStep(step, { paused: null, changeHandling: null, objects: [] })
  if (!edit) return { outcome: 'failed', reason: 'This step has nothing to send.' }
  await markStep(tools, row, { state: 'called', calledAt: tools.ctx.now() })
  try {
    crashAt('before-call')
    const sent = await tools.port.sendEdit(null, edit)
    crashAt('after-call')
    await markStep(tools, row, { callStatus: sent.status, callTookMs: sent.tookMs })
    return 'look'
  } catch (error) {
    if (error instanceof OutcomeUnknownError) return 'look'
    if (!(error instanceof FivetranError)) throw error
    // Refused after a request of unknown outcome: that one may be why. The look tells.
    if (wasSent && !error.isTransient) return 'look'
    // Nothing was done, so nothing that is found later is ours by this call.
    if (!wasSent) await markStep(tools, row, { state: 'looked', calledAt: null })
    if (error.isTransient) throw error
    return {
      outcome: 'failed',
      reason: error.vendorMessage ? `Fivetran refused: ${error.vendorMessage}` : error.sentence,
    }
  }
}

/** The planned row becomes the connection, in the transaction that ends the step. */
async function adopt(
  row: ApplyStep,
  step: PlanStep,
  found: ObservedConnection,
  tools: StepTools,
): Promise<StepOutcome> {
  const { connection, run } = tools.claimed
  const now = tools.ctx.now()
  crashAt('before-done')
  try {
    await fenced(tools.holding, async (tx) => {
      await tx.connection.update({
        where: { id: connection.id },
        data: { externalId: found.externalId, ...statusOf(found) },
      })
      await tx.applyStep.update({
        where: { runId_index: { runId: row.runId, index: row.index } },
        data: { state: 'done', readBackAt: now, doneAt: now },
      })
      await recordAuditEvent(tx, tools.ctx, {
        action: 'connection.created',
        objectType: 'connection',
        objectId: connection.id,
        objectLabel: connection.schemaName,
        detail: { externalId: found.externalId, service: found.service, paused: found.paused, run: `R-${run.number}` },
      })
      await recordAuditEvent(tx, tools.ctx, {
        action: 'apply-step.done',
        objectType: 'apply-run',
        objectId: row.runId,
        objectLabel: `R-${run.number} step ${row.index + 1}`,
        detail: { outcome: 'done', moves: step.moves, externalId: found.externalId },
      })
      crashAt('in-adopt')
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return {
      outcome: 'failed',
      reason: `Headgate watches ${found.externalId} already, found by its own reading. Nothing more was sent.`,
    }
  }
  connection.externalId = found.externalId
  return { outcome: 'done' }
}
