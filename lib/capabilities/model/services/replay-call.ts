import { modelTasks } from '@/lib/capabilities/model/tasks/model-tasks'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { ConflictError } from '@/lib/platform/http/app-error'
import { messagesSchema } from '../domain/messages'
import { taskNameSchema } from '../domain/task'
import { findCandidate } from './find-candidates'
import { runAsk } from './run-ask'

/**
 * Asks a stored question again: word for word, or with the prompt as this build has it over the same masked material. Runs through the gate like
 * any ask, is marked as a repeat, and feeds nothing. A repeat that found no model is a failure, so that it can be replayed from the dead jobs.
 */
export async function replayCall(
  ctx: ServiceContext & { jobId: string },
  request: {
    callId: string
    providerId: string
    model: string
    prompt: 'same' | 'current'
    requestedById: string
    requestedBy: string
  },
): Promise<void> {
  const call = await db.modelCall.findUnique({ where: { id: request.callId } })
  if (!call || call.input === null) throw new ConflictError('The question is not kept any more.')
  const task = modelTasks[taskNameSchema.parse(call.task)]
  const candidate = await findCandidate(request.providerId, request.model)
  if (!candidate) throw new ConflictError('The provider is gone or off.')
  const isCurrent = request.prompt === 'current' && task.input !== undefined && call.material !== null
  const kept = {
    ...task,
    // One answer is what is compared; a repair turn would be another question.
    limits: { ...task.limits, turnsMax: 1 },
    prompt: isCurrent ? task.prompt : () => ({ system: '', user: '' }),
  }
  const input = isCurrent ? task.input?.parse(call.material) : undefined
  const answer = await runAsk(
    kept,
    { input, ...(!isCurrent && { messages: messagesSchema.parse(call.input) }) },
    {
      correlationId: ctx.correlationId,
      requestedBy: {
        kind: 'person',
        name: request.requestedBy,
        ...(request.requestedById && { userId: request.requestedById }),
      },
      ...(call.connectionId && { connectionId: call.connectionId }),
      subject: call.subject,
      key: `replay:${ctx.jobId}`,
    },
    { of: call.id, candidate, promptVersion: isCurrent ? task.version : call.promptVersion },
  )
  if (answer.outcome === 'none' && answer.why === 'away') throw new ConflictError(answer.reason)
}
