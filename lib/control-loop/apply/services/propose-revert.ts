import { draftByPerson } from '@/lib/control-loop/proposal/services/draft-by-person'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { ConflictError, NotFoundError } from '@/lib/platform/http/app-error'
import { planStepSchema } from '../domain/plan-step'

/** Proposes the way back of what a run did: its recorded before-states, last step first, as a new proposal with its own review. */
export async function proposeRevert(ctx: ServiceContext, runId: string): Promise<{ id: string; number: number }> {
  const run = await db.applyRun.findUnique({ where: { id: runId }, include: { steps: { orderBy: { index: 'desc' } } } })
  if (!run) throw new NotFoundError('There is no such run.')
  const actions = run.steps
    .filter(({ state }) => state === 'done')
    .flatMap(({ step }) => planStepSchema.parse(step).reverse)
  if (actions.length === 0) throw new ConflictError(`R-${run.number} did nothing that can be taken back.`)
  return draftByPerson(
    { ...ctx, correlationId: run.correlationId },
    { connectionId: run.connectionId, actions, changeIds: [], rationale: `Take back what R-${run.number} did.` },
  )
}
