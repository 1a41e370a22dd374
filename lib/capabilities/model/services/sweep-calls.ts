import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { log } from '@/lib/platform/telemetry/log'
import { abandonCall } from './settle-call'

const DAY_MS = 86_400_000
/** Replies kept only for a job that may go on after a crash are gone after this, whatever happened to the job. */
const UNKEPT_MS = 3_600_000
const PREVIEW_MS = DAY_MS
const AT_ONCE = 200

/**
 * Puts the ledger in order: charges calls whose worker is gone, removes calls older than what is kept, strips content where none is to be kept,
 * and forgets replies and previews that are out of date. What is spent stays in the budgets.
 */
export async function sweepCalls(ctx: ServiceContext): Promise<void> {
  const now = ctx.now()
  const settings = await db.modelSettings.findFirstOrThrow()
  const lost = await db.modelCall.findMany({
    where: { outcome: 'in-flight', leaseUntil: { lt: now } },
    select: { id: true },
    take: AT_ONCE,
  })
  for (const { id } of lost) await abandonCall(id, now)
  if (lost.length > 0)
    log.warn({ event: 'model.calls-abandoned', count: lost.length, correlationId: ctx.correlationId })

  const before = (ms: number) => new Date(now.getTime() - ms)
  await db.modelCall.deleteMany({
    where: { at: { lt: before(settings.retentionDays * DAY_MS) }, outcome: { not: 'in-flight' } },
  })
  if (!settings.keepContent) await stripContent(before(UNKEPT_MS))
  await db.modelReplyCache.deleteMany({ where: { storedAt: { lt: before(settings.cacheHours * 3_600_000) } } })
  await db.modelPreview.deleteMany({ where: { createdAt: { lt: before(PREVIEW_MS) } } })
}

/** Questions, answers and material of ended calls are removed; figures stay. */
async function stripContent(endedBefore: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE model_call SET input = NULL, output = NULL, material = NULL
    WHERE outcome <> 'in-flight' AND ended_at < ${endedBefore}
      AND (input IS NOT NULL OR output IS NOT NULL OR material IS NOT NULL)`
}
