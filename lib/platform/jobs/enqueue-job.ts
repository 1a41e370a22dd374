import { randomUUID } from 'node:crypto'
import { fromPrisma } from 'pg-boss'
import type { z } from 'zod'
import { createCorrelationId, isCorrelationId } from '../correlation-id'
import type { Db, Tx } from '../db/client'
import type { JobDefinition } from './define-job'
import { ensureQueue, queue } from './queue'

export interface EnqueueOptions {
  /** At most one job of this kind waits under a key; a second one is dropped, since the waiting one will see the same. */
  singletonKey?: string
  startAfterSeconds?: number
  /** Carried to the handler's context. Taken from the payload's `correlationId` when it has one, else made fresh. */
  correlationId?: string
}

/** What lies in the queue: the payload and the thread it belongs to. */
export interface JobEnvelope {
  correlationId: string
  payload: object
}

/**
 * Enqueues in the given transaction: the job exists when the transaction commits and never did when it rolls back.
 * Returns the job's id, or null when one with the same singleton key already waits. Throws on a payload that its own
 * definition refuses.
 */
export async function enqueueJob<S extends z.ZodType<object>>(
  tx: Tx | Db,
  job: JobDefinition<S>,
  payload: z.input<S>,
  options: EnqueueOptions = {},
): Promise<string | null> {
  const parsed = job.payload.parse(payload)
  const boss = await queue()
  await ensureQueue(boss, job)
  const envelope: JobEnvelope = { correlationId: options.correlationId ?? threadOf(parsed), payload: parsed }
  return boss.send(job.name, envelope, {
    db: fromPrisma(tx),
    // On a `short` queue no key at all is a key too; a job that may double needs one of its own.
    singletonKey: options.singletonKey ?? randomUUID(),
    ...(options.startAfterSeconds !== undefined && { startAfter: options.startAfterSeconds }),
  })
}

function threadOf(payload: object): string {
  const given: unknown = Reflect.get(payload, 'correlationId')
  return typeof given === 'string' && isCorrelationId(given) ? given : createCorrelationId()
}
