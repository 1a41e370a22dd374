import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/platform/db/client'
import type { JobContext } from '@/lib/platform/jobs/bind-job'
import { adviceRequestSchema } from '../domain/advice'
import type { AdviceResult } from '../domain/advice-result'
import { askForAdvice } from './ask-for-advice'

export type AdviceAnswer =
  | { outcome: 'answered'; result: AdviceResult; model: string; promptVersion: string; callId: string }
  | { outcome: 'none'; sentence: string; callId: string | null }

/**
 * Asks the model what a person wanted to know and keeps the answer, or in words why there is none. Worker only. Asked twice by a retry it pays once: the
 * question carries its own key. The pasted text of a source is taken out of the row once it was read.
 */
export async function answerAdvice(ctx: JobContext, adviceId: string): Promise<void> {
  const row = await db.modelAdvice.findUnique({ where: { id: adviceId } })
  if (row?.state !== 'waiting') return
  const request = adviceRequestSchema.parse(row.request)
  const answer = await askForAdvice(request, {
    correlationId: ctx.correlationId,
    requestedBy: { kind: 'person', userId: row.requestedById, name: row.requestedBy },
    ...(row.connectionId !== null && { connectionId: row.connectionId }),
    key: `advice:${row.id}`,
    signal: ctx.signal,
  })
  // The worker stops: the next one goes on under the same key.
  if (ctx.signal.aborted) throw new Error('Stopped before an answer was kept.')
  const kept = request.kind === 'read-source' ? { ...request, text: ' ' } : request
  await db.modelAdvice.updateMany({
    where: { id: adviceId, state: 'waiting' },
    data: {
      request: kept as Prisma.InputJsonObject,
      finishedAt: ctx.now(),
      callId: answer.callId,
      ...(answer.outcome === 'answered'
        ? {
            state: 'answered' as const,
            result: answer.result as Prisma.InputJsonObject,
            model: answer.model,
            promptVersion: answer.promptVersion,
          }
        : { state: 'failed' as const, problem: answer.sentence, result: Prisma.DbNull }),
    },
  })
}
