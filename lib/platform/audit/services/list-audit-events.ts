import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/platform/db/client'
import { cutPage, decodeCursor } from '@/lib/platform/http/paging'
import type { AuditEventView, auditQuerySchema } from '../contract'
import { toAuditEventView } from '../to-audit-event-view'

type ParsedAuditQuery = z.output<typeof auditQuerySchema>

/** One page of the audit log, latest first, narrowed by every filter that is given. */
export async function listAuditEvents(
  query: ParsedAuditQuery,
): Promise<{ items: AuditEventView[]; nextCursor: string | null }> {
  const position = decodeCursor(z.tuple([z.number().int()]), query.cursor)
  const rows = await db.auditEvent.findMany({
    where: { AND: [...filtersOf(query), ...(position ? [{ seq: { lt: position[0] } }] : [])] },
    orderBy: { seq: 'desc' },
    take: query.limit + 1,
  })
  return cutPage(rows.map(toAuditEventView), query.limit, (event) => [event.seq])
}

function filtersOf(query: ParsedAuditQuery): Prisma.AuditEventWhereInput[] {
  const filters: Prisma.AuditEventWhereInput[] = []
  if (query.actor) filters.push(query.actor === 'system' ? { actorKind: 'system' } : { actorId: query.actor })
  if (query.action) filters.push({ action: query.action })
  if (query.objectType) filters.push({ objectType: query.objectType })
  if (query.objectId) filters.push({ objectId: query.objectId })
  if (query.correlationId) filters.push({ correlationId: query.correlationId })
  if (query.from) filters.push({ at: { gte: new Date(query.from) } })
  if (query.to) filters.push({ at: { lt: new Date(query.to) } })
  if (query.q) {
    const contains: Prisma.StringFilter = { contains: query.q, mode: 'insensitive' }
    filters.push({ OR: [{ objectLabel: contains }, { actorName: contains }, { action: contains }] })
  }
  return filters
}
