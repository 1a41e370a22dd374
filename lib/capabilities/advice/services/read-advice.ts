import { findUnreadiness } from '@/lib/capabilities/model/services/find-unreadiness'
import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import type { AdviceView, LatestAdvice, LatestAdviceQuery } from '../contract'
import { toAdviceView } from './to-advice-view'

/** One question with its answer. */
export async function readAdvice(adviceId: string): Promise<AdviceView> {
  const row = await db.modelAdvice.findUnique({ where: { id: adviceId } })
  if (!row) throw new NotFoundError('There is no such question.')
  return toAdviceView(row)
}

/** The latest question of a kind about a subject, and whether another could be asked now. */
export async function readLatestAdvice({ kind, subject }: LatestAdviceQuery): Promise<LatestAdvice> {
  const [row, why] = await Promise.all([
    db.modelAdvice.findFirst({ where: { kind, subject }, orderBy: { createdAt: 'desc' } }),
    findUnreadiness(kind),
  ])
  return { advice: row && toAdviceView(row), ready: { ready: why === null, why } }
}
