import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { workerEnv } from '@/lib/platform/config/env'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { UnavailableError } from '@/lib/platform/http/app-error'
import { openRetrainingTarget } from './open-retraining-target'
import { HOOK_ID } from './request-retraining'

/**
 * Calls for retraining and writes down what was answered. A call that was taken is never sent again; one whose answer was lost is sent again under the same
 * id. A receiver that refuses ends it as failed; one that does not answer makes the job be tried again. Worker only.
 */
export async function callRetraining(ctx: ServiceContext & { signal?: AbortSignal }, callId: string): Promise<void> {
  const call = await db.retrainingCall.findUnique({
    where: { id: callId },
    include: { incident: { include: { connection: { select: { schemaName: true } }, findings: true } } },
  })
  const hook = await db.retrainingHook.findUnique({ where: { id: HOOK_ID } })
  if (call === null || hook === null || call.state === 'sent') return
  const { incident } = call
  const target = await openRetrainingTarget(hook, () => ctx.now())
  try {
    const answer = await target.trigger(
      {
        id: call.key,
        at: call.createdAt,
        incident: {
          id: incident.id,
          number: incident.number,
          link: `${workerEnv().APP_ORIGIN}/incidents?incident=${incident.number}`,
        },
        why: call.why,
        connection: incident.connection.schemaName,
        columns: incident.findings
          .filter(({ kind }) => kind === 'column')
          .sort((one, other) => other.score - one.score)
          .slice(0, 50)
          .map(({ schema, table, column, score }) => ({ schema, table, column, score })),
      },
      ctx.signal ? { signal: ctx.signal } : {},
    )
    const state = answer.outcome === 'taken' ? 'sent' : answer.outcome === 'refused' ? 'failed' : 'waiting'
    await transact(async (tx) => {
      await tx.retrainingCall.update({
        where: { id: callId },
        data: {
          state,
          detail: answer.reason,
          attempts: { increment: 1 },
          ...(state === 'sent' && { sentAt: ctx.now() }),
        },
      })
      if (state === 'waiting') return
      await recordAuditEvent(tx, ctx, {
        action: state === 'sent' ? 'retraining.sent' : 'retraining.failed',
        objectType: 'incident',
        objectId: incident.id,
        objectLabel: `I-${incident.number}`,
        detail: { reason: answer.reason },
      })
    })
    if (state === 'waiting') throw new UnavailableError(answer.reason)
  } finally {
    await target.close()
  }
}
