import { db } from '@/lib/platform/db/client'
import type { RetrainingView } from '../contract'
import { HOOK_ID } from './request-retraining'

/** Whom is called for retraining, and the latest calls; never the key. */
export async function readRetraining(): Promise<RetrainingView> {
  const hook = await db.retrainingHook.findUnique({ where: { id: HOOK_ID } })
  const calls = await db.retrainingCall.findMany({
    orderBy: { createdAt: 'desc' },
    take: 20,
    include: { incident: { select: { number: true } } },
  })
  return {
    hook:
      hook === null
        ? null
        : {
            url: hook.url,
            enabled: hook.enabled,
            scoreMin: hook.scoreMin,
            columnsMin: hook.columnsMin,
            coolDownMinutes: hook.coolDownMinutes,
            testedAt: hook.testedAt?.toISOString() ?? null,
            testDetail: hook.testDetail,
          },
    calls: calls.map((call) => ({
      id: call.id,
      incidentNumber: call.incident.number,
      state: call.state === 'sent' ? 'sent' : call.state === 'failed' ? 'failed' : 'waiting',
      why: call.why,
      detail: call.detail,
      createdAt: call.createdAt.toISOString(),
      sentAt: call.sentAt?.toISOString() ?? null,
    })),
  }
}
