import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import type { ExclusionView } from '../contract'
import { describeExclusion } from '../domain/describe-exclusion'

/** What is not proposed again and is neither lifted nor over, latest first. */
export async function listExclusions(ctx: ServiceContext): Promise<{ items: ExclusionView[] }> {
  const rows = await db.draftExclusion.findMany({
    where: { liftedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: ctx.now() } }] },
    include: { _count: { select: { hits: true } } },
    orderBy: { createdAt: 'desc' },
    take: 500,
  })
  const ids = rows.map(({ connectionId }) => connectionId).filter((id) => id !== null)
  const connections = await db.connection.findMany({
    where: { id: { in: ids } },
    select: { id: true, schemaName: true },
  })
  return {
    items: rows.map((row) => {
      const connectionName = connections.find(({ id }) => id === row.connectionId)?.schemaName ?? null
      return {
        id: row.id,
        sentence: describeExclusion({ ...row, connectionName }),
        connectionName,
        path: [row.schema, row.table, row.column].filter((part) => part !== null).join('.') || null,
        pattern: row.pattern,
        service: row.service,
        reason: row.reason,
        proposalNumber: row.proposalNumber,
        expiresAt: row.expiresAt?.toISOString() ?? null,
        createdAt: row.createdAt.toISOString(),
        createdBy: row.createdBy,
        passedOver: row._count.hits,
      }
    }),
  }
}
