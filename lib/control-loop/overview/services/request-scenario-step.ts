import type { Accepted } from '@/lib/control-loop/connection/contract'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { playScenarioStepJob } from '../jobs'

/** Asks the worker to play the next step of the demo's scenario. Without a sandbox this is nothing anybody can ask for. Changes no state of ours. */
export async function requestScenarioStep(ctx: ServiceContext, sandboxUrl: string | undefined): Promise<Accepted> {
  if (!sandboxUrl) throw new NotFoundError()
  requirePermission(ctx.actor, 'connections.sync')
  await enqueueJob(db, playScenarioStepJob, { correlationId: ctx.correlationId })
  return { accepted: true, correlationId: ctx.correlationId }
}
