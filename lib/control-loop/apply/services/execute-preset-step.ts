import type { ApplyStep } from '@/generated/prisma/client'
import { externalIdOf } from '@/lib/control-loop/connection/domain/external-id'
import { FivetranError, OutcomeUnknownError } from '@/lib/integrations/fivetran/errors'
import { crashAt } from '@/lib/platform/jobs/crash-point'
import type { PlanStep } from '../domain/plan-step'
import { editOfStep } from './edit-of-step'
import { looksMax, markStep, type StepOutcome, type StepTools } from './mark-step'

/**
 * Gives a connection its settings before its source was ever read. The service stores them out of sight until then: what can be read back is its
 * reply, which repeats them word for word. Setting the same again changes nothing, so a lost reply is answered by asking again.
 */
export async function executePresetStep(row: ApplyStep, step: PlanStep, tools: StepTools): Promise<StepOutcome> {
  const externalId = externalIdOf(tools.claimed.connection)
  const edit = editOfStep(step, { paused: null, changeHandling: null, objects: [] })
  if (!edit) return { outcome: 'failed', reason: 'This step has nothing to send.' }
  for (let looks = 1; ; looks++) {
    const config = await tools.port.readSchemaConfig(externalId)
    await markStep(tools, row, { state: 'looked', lookedAt: tools.ctx.now() })
    if (config !== 'absent') {
      return {
        outcome: 'failed',
        reason:
          'Fivetran has read the source meanwhile, so nothing can be preset. Propose these settings on the connection itself.',
      }
    }
    if (looks > looksMax) return { outcome: 'failed', reason: 'Fivetran gave no clear answer three times.' }
    try {
      const sent = await tools.port.sendEdit(externalId, edit)
      crashAt('after-call')
      const now = tools.ctx.now()
      await markStep(tools, row, { state: 'called', calledAt: now, callStatus: sent.status, callTookMs: sent.tookMs })
      if (sent.confirmed !== true) {
        return { outcome: 'failed', reason: 'Fivetran took the settings and answered with other ones.' }
      }
      crashAt('before-done')
      await markStep(
        tools,
        row,
        { state: 'done', readBackAt: now, doneAt: now },
        { action: 'apply-step.done', detail: { outcome: 'done', settings: step.moves.length, confirmed: true } },
      )
      return { outcome: 'done' }
    } catch (error) {
      if (error instanceof OutcomeUnknownError) continue
      if (!(error instanceof FivetranError) || error.isTransient) throw error
      return {
        outcome: 'failed',
        reason: error.vendorMessage ? `Fivetran refused: ${error.vendorMessage}` : error.sentence,
      }
    }
  }
}
