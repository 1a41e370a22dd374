import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { testRetrainingJob } from '../jobs'
import { HOOK_ID } from './request-retraining'

/** Asks the worker to send a test to whoever is called for retraining. */
export async function requestRetrainingTest(ctx: ServiceContext): Promise<{ correlationId: string }> {
  requirePermission(ctx.actor, 'settings.write')
  if ((await db.retrainingHook.findUnique({ where: { id: HOOK_ID } })) === null)
    throw new NotFoundError('No retraining webhook is set.')
  await enqueueJob(db, testRetrainingJob, { correlationId: ctx.correlationId }, { singletonKey: HOOK_ID })
  return { correlationId: ctx.correlationId }
}
