import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { openRetrainingTarget } from './open-retraining-target'
import { HOOK_ID } from './request-retraining'

/** Sends a test to whoever is called for retraining and writes down what was answered. Worker only. */
export async function testRetraining(ctx: ServiceContext & { signal?: AbortSignal }): Promise<void> {
  const hook = await db.retrainingHook.findUnique({ where: { id: HOOK_ID } })
  if (hook === null) return
  const target = await openRetrainingTarget(hook, () => ctx.now())
  try {
    const answer = await target.test(ctx.signal ? { signal: ctx.signal } : {})
    await transact(async (tx) => {
      await tx.retrainingHook.update({
        where: { id: HOOK_ID },
        data: { testedAt: ctx.now(), testDetail: answer.reason },
      })
      await recordAuditEvent(tx, ctx, {
        action: 'retraining-hook.tested',
        objectType: 'retraining-hook',
        objectLabel: 'the retraining webhook',
        detail: { outcome: answer.outcome },
      })
    })
  } finally {
    await target.close()
  }
}
