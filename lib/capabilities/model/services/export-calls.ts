import { z } from 'zod'
import type { AccountState, ModelCall, ModelSettings } from '@/generated/prisma/client'
import type { SendSpansOutcome } from '@/lib/integrations/traces/port'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { UnavailableError } from '@/lib/platform/http/app-error'
import { toCallSpan } from '../domain/call-span'
import { messagesSchema } from '../domain/messages'
import { meteredTaskSchema } from '../domain/task'
import { explainUnopened } from './open-model'
import { openTraceReceiver } from './open-trace-receiver'

const BATCH = 200
const BATCHES_MAX = 20
const kindSchema = z.enum(['openai', 'azure']).catch('openai')

/**
 * Sends spans of the calls that ended since the last time, oldest first, and notes what was taken. A receiver that cannot be reached makes the
 * job fail and be tried again, and at last be dead, once an outage: the jobs after it look quietly whether it is back. Calls wait meanwhile, none
 * is lost and none is sent as another.
 */
export async function exportCalls(ctx: ServiceContext & { signal?: AbortSignal; retryCount?: number }): Promise<void> {
  const settings = await db.modelSettings.findFirstOrThrow()
  if (!settings.exportSince) return
  const isKnownOutage = settings.exportState === 'unreachable' || settings.exportState === 'refused'
  const receiver = await openTraceReceiver(settings)
  if (!receiver) return
  try {
    for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
      const calls = await db.modelCall.findMany({
        where: { endedAt: { gte: settings.exportSince }, exportedAt: null },
        orderBy: [{ endedAt: 'asc' }, { id: 'asc' }],
        take: BATCH,
      })
      if (calls.length === 0) break
      const sent = await receiver.send(await toSpans(calls, settings), ctx.signal ? { signal: ctx.signal } : {})
      await noteState(settings, sent, ctx.now())
      if (sent.outcome !== 'taken' && sent.outcome !== 'partly-taken') {
        if (isKnownOutage && (ctx.retryCount ?? 0) === 0) return
        throw new UnavailableError(sent.reason)
      }
      await db.modelCall.updateMany({
        where: { id: { in: calls.map(({ id }) => id) } },
        data: { exportedAt: ctx.now() },
      })
    }
  } finally {
    await receiver.close()
  }
}

/** Tries the stored receiver with an empty batch and writes down what it said. */
export async function testExport(ctx: ServiceContext): Promise<void> {
  const settings = await db.modelSettings.findFirstOrThrow()
  const said = await tryReceiver(settings)
  if (!said) return
  await noteState(settings, said, ctx.now())
  await transact((tx) =>
    recordAuditEvent(tx, ctx, {
      action: 'model-export.tested',
      objectType: 'model-settings',
      objectLabel: 'model calls',
      detail: { outcome: said.outcome },
    }),
  )
}

async function tryReceiver(settings: ModelSettings): Promise<SendSpansOutcome | null> {
  let receiver: Awaited<ReturnType<typeof openTraceReceiver>>
  try {
    receiver = await openTraceReceiver(settings)
  } catch (error) {
    return { outcome: 'credentials-refused', reason: explainUnopened(error) }
  }
  if (!receiver) return null
  try {
    return await receiver.send([])
  } finally {
    await receiver.close()
  }
}

async function noteState(settings: ModelSettings, sent: SendSpansOutcome, now: Date): Promise<void> {
  const states: Record<SendSpansOutcome['outcome'], AccountState> = {
    taken: 'connected',
    'partly-taken': 'connected',
    'credentials-refused': 'refused',
    'address-refused': 'refused',
    refused: 'refused',
    unreachable: 'unreachable',
  }
  await db.modelSettings.updateMany({
    // Another receiver was set meanwhile: what this one said is of no interest.
    where: { exportEndpoint: settings.exportEndpoint, exportSecretId: settings.exportSecretId },
    data: {
      exportState: states[sent.outcome],
      exportStateDetail: 'reason' in sent ? sent.reason : 'The receiver takes what is sent.',
      exportStateAt: now,
    },
  })
}

async function toSpans(calls: readonly ModelCall[], settings: ModelSettings) {
  const ids = [...new Set(calls.map(({ providerId }) => providerId).filter((id) => id !== null))]
  const providers = await db.modelProvider.findMany({ where: { id: { in: ids } } })
  return calls.map((call) => {
    const provider = providers.find(({ id }) => id === call.providerId)
    return toCallSpan({
      id: call.id,
      correlationId: call.correlationId,
      task: meteredTaskSchema.parse(call.task),
      promptVersion: call.promptVersion,
      subject: call.subject,
      kind: kindSchema.parse(provider?.kind),
      baseUrl: provider?.baseUrl ?? null,
      model: call.model ?? 'none',
      servedBy: call.servedBy,
      outcome: call.outcome,
      endedMs: (call.endedAt ?? call.at).getTime(),
      tookMs: call.tookMs ?? 0,
      inputTokens: call.inputTokens,
      outputTokens: call.outputTokens,
      costMicros: Number(call.costMicros),
      cached: call.cached,
      turn: call.turn,
      requestedById: call.requestedById,
      content:
        settings.exportWithContent && call.input !== null
          ? { input: messagesSchema.parse(call.input), output: call.output }
          : null,
    })
  })
}
