import { z } from 'zod'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import { type Preview, previewSchema } from '../contract'

/** A preview, for whoever asked for it. */
export async function readPreview(ctx: ServiceContext, previewId: string): Promise<Preview> {
  const row = await db.modelPreview.findUnique({ where: { id: previewId } })
  if (!row || row.requestedById !== ctx.actor.userId) throw new NotFoundError('There is no such preview any more.')
  return previewSchema.parse({
    id: row.id,
    task: row.task,
    state: row.state,
    problem: row.problem,
    provider: row.provider,
    model: row.model,
    address: row.address,
    body: row.body,
    bytes: row.body === null ? null : Buffer.byteLength(row.body, 'utf8'),
    inputTokensEstimate: row.inputTokens,
    worstCaseMicros: row.worstMicros === null ? null : Number(row.worstMicros),
    masked: z.array(z.string()).parse(row.masked),
  })
}
