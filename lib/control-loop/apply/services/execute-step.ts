import type { ApplyStep } from '@/generated/prisma/client'
import { externalIdOf } from '@/lib/control-loop/connection/domain/external-id'
import { findCreate, isPreset } from '@/lib/control-loop/proposal/domain/action'
import { FivetranError, OutcomeUnknownError } from '@/lib/integrations/fivetran/errors'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { crashAt } from '@/lib/platform/jobs/crash-point'
import { holdsStep, judgeStep } from '../domain/judge-step'
import { type PlanStep, planStepSchema } from '../domain/plan-step'
import { editOfStep } from './edit-of-step'
import { executeCreateStep } from './execute-create-step'
import { executePresetStep } from './execute-preset-step'
import { fenced } from './fence'
import { looksMax, markStep, type StepOutcome, type StepTools } from './mark-step'
import type { LiveState } from './read-live-state'
import { recordInCatalog } from './record-in-catalog'

/** Executes one step: intent → look → call → read back → fenced commit. Whoever resumes it after a kill begins with the look. */
export async function executeStep(row: ApplyStep, tools: StepTools): Promise<StepOutcome> {
  const step = planStepSchema.parse(row.step)
  const wasOut = ['intent', 'looked', 'called', 'read-back'].includes(row.state)
  const now = () => tools.ctx.now()
  if (row.state === 'waits' || row.state === 'failed') {
    await markStep(
      tools,
      row,
      { state: 'intent', intentAt: now(), problem: null },
      { action: 'apply-step.intended', detail: { title: step.title, request: step.request } },
    )
    crashAt('after-intent')
  }
  if (step.applyPath === 'catalog') return finishCatalogStep(row, step, tools)
  const create = findCreate(step.actions)
  if (create) return executeCreateStep(row, step, create, tools)
  if (step.actions.some(isPreset)) return executePresetStep(row, step, tools)
  if (wasOut && step.actions.some(({ kind }) => kind === 'resync-table')) {
    return {
      outcome: 'failed',
      reason:
        'A re-sync may have been asked for before the worker stopped, and leaves nothing to look at. See in Fivetran whether it runs, then retry.',
    }
  }
  for (let looks = 1; ; looks++) {
    const live = await tools.look()
    const judged = judgeStep(step, live.before)
    await markStep(tools, row, { state: 'looked', lookedAt: now() })
    crashAt('after-look')
    if (judged.outcome === 'already-so') {
      // Our own call may have done it before a kill or a lost reply: then the step is done, not found done.
      const ours = wasOut || looks > 1
      await markStep(
        tools,
        row,
        { state: ours ? 'done' : 'already-so', readBackAt: now(), doneAt: now() },
        { action: 'apply-step.done', detail: { outcome: ours ? 'done' : 'already-so' } },
      )
      return { outcome: ours ? 'done' : 'already-so' }
    }
    if (judged.outcome === 'changed-elsewhere') {
      return {
        outcome: 'changed-elsewhere',
        reason: `\`${judged.path}\` reads ${judged.field} ${judged.live}: somebody else changed it. Nothing was sent.`,
      }
    }
    if (live.syncing) return { outcome: 'waits', reason: 'A sync is running; saving the schema would cancel it.' }
    if (looks > looksMax)
      return {
        outcome: 'failed',
        reason: 'Fivetran gave no clear answer three times, and the value is still the old one.',
      }
    const called = await call(row, step, live, tools)
    if (called === 'unknown') continue
    if (called) return called
    return readBack(row, step, tools)
  }
}

async function call(
  row: ApplyStep,
  step: PlanStep,
  live: LiveState,
  tools: StepTools,
): Promise<StepOutcome | 'unknown' | null> {
  const edit = editOfStep(step, live.before)
  if (!edit) return { outcome: 'failed', reason: 'This step has nothing to send.' }
  try {
    crashAt('before-call')
    const sent = await tools.port.sendEdit(externalIdOf(tools.claimed.connection), edit)
    crashAt('after-call')
    await markStep(tools, row, {
      state: 'called',
      calledAt: tools.ctx.now(),
      callStatus: sent.status,
      callTookMs: sent.tookMs,
    })
    crashAt('after-called')
    return null
  } catch (error) {
    if (error instanceof OutcomeUnknownError) return 'unknown'
    if (error instanceof FivetranError) {
      if (error.isTransient) throw error
      return {
        outcome: 'failed',
        reason: error.vendorMessage ? `Fivetran refused: ${error.vendorMessage}` : error.sentence,
      }
    }
    throw error
  }
}

async function readBack(row: ApplyStep, step: PlanStep, tools: StepTools): Promise<StepOutcome> {
  const after = await tools.look()
  await markStep(tools, row, { state: 'read-back', readBackAt: tools.ctx.now() })
  crashAt('after-read-back')
  if (!holdsStep(step, after.before)) {
    return { outcome: 'failed', reason: 'Fivetran took the request, and the value did not change.' }
  }
  crashAt('before-done')
  await markStep(
    tools,
    row,
    { state: 'done', doneAt: tools.ctx.now() },
    { action: 'apply-step.done', detail: { outcome: 'done', moves: step.moves } },
  )
  return { outcome: 'done' }
}

async function finishCatalogStep(row: ApplyStep, step: PlanStep, tools: StepTools): Promise<StepOutcome> {
  await fenced(tools.holding, async (tx) => {
    await recordInCatalog(tx, tools.ctx, tools.claimed, step)
    await tx.applyStep.update({
      where: { runId_index: { runId: row.runId, index: row.index } },
      data: { state: 'done', doneAt: tools.ctx.now() },
    })
    await recordAuditEvent(tx, tools.ctx, {
      action: 'apply-step.done',
      objectType: 'apply-run',
      objectId: row.runId,
      objectLabel: `R-${tools.claimed.run.number} step ${row.index + 1}`,
      detail: { outcome: 'done', moves: step.moves },
    })
    crashAt('in-catalog')
  })
  return { outcome: 'done' }
}
