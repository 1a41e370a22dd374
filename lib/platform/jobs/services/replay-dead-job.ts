import { fromPrisma } from 'pg-boss'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { ConflictError, NotFoundError } from '@/lib/platform/http/app-error'
import { DEAD_LETTER_QUEUE, queue } from '../queue'
import { toDeadJob } from './list-dead-jobs'

/** Puts a dead job back into the queue it died in, with all its tries. Refuses one that is gone or was replayed already. */
export async function replayDeadJob(ctx: ServiceContext, deadJobId: string): Promise<{ job: string }> {
  const boss = await queue()
  const [found] = await boss.findJobs<object>(DEAD_LETTER_QUEUE, { id: deadJobId, queued: true })
  if (!found) throw new NotFoundError('This job is not among the dead ones any more.')
  requirePermission(ctx.actor, 'jobs.replay')
  const dead = toDeadJob(found)
  await transact(async (tx) => {
    const moved = await boss.redrive(DEAD_LETTER_QUEUE, { ids: [deadJobId], db: fromPrisma(tx) })
    if (moved === 0) throw new ConflictError('This job was replayed already, or its kind no longer exists.')
    await recordAuditEvent(tx, ctx, {
      action: 'job.replayed',
      objectType: 'job',
      objectId: dead.id,
      objectLabel: dead.job,
      detail: { payload: dead.payload, problem: dead.problem, tries: dead.tries },
    })
  })
  return { job: dead.job }
}
