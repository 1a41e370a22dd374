import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import { type AuditEventDetail, auditEventDetailSchema } from '../contract'
import { toAuditEventView } from '../to-audit-event-view'

/** A thread longer than this is read in the list, by its correlation id. */
const CHAIN_MAX = 500

/** One event with its detail and everything that happened on its thread. Throws NotFoundError when there is none. */
export async function readAuditEvent(seq: number): Promise<AuditEventDetail> {
  const row = await db.auditEvent.findUnique({ where: { seq } })
  if (!row) throw new NotFoundError('There is no audit event with this number.')
  const chain = await db.auditEvent.findMany({
    where: { correlationId: row.correlationId },
    orderBy: { seq: 'asc' },
    take: CHAIN_MAX + 1,
  })
  return {
    ...toAuditEventView(row),
    detail: auditEventDetailSchema.shape.detail.parse(row.detail),
    hash: row.hash,
    prevHash: row.prevHash,
    chain: chain.slice(0, CHAIN_MAX).map(toAuditEventView),
    chainIsCut: chain.length > CHAIN_MAX,
  }
}
