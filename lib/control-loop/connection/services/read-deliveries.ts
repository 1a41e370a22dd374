import { db } from '@/lib/platform/db/client'
import type { FivetranSettings } from '../contract'

type Deliveries = Pick<NonNullable<FivetranSettings['webhook']>, 'kept24h' | 'doubles24h' | 'refused24h' | 'deliveries'>

const listedMax = 20
const dayMs = 24 * 3_600_000

/** The latest deliveries of an account, and how many were kept, doubled and refused in the last 24 hours. */
export async function readDeliveries(accountId: string, now: Date): Promise<Deliveries> {
  const sinceYesterday = { accountId, receivedAt: { gte: new Date(now.getTime() - dayMs) } }
  const [kept, refused24h, rows] = await Promise.all([
    db.webhookDelivery.aggregate({
      where: { ...sinceYesterday, outcome: 'kept' },
      _count: true,
      _sum: { doubles: true },
    }),
    db.webhookDelivery.count({ where: { ...sinceYesterday, outcome: 'refused' } }),
    db.webhookDelivery.findMany({
      where: { accountId },
      orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
      take: listedMax,
      omit: { payload: true },
    }),
  ])
  const named = await db.connection.findMany({
    where: { accountId, externalId: { in: rows.map((row) => row.connectionExternalId).filter((id) => id !== null) } },
    select: { externalId: true, schemaName: true },
  })
  const nameOf = new Map(named.map(({ externalId, schemaName }) => [externalId, schemaName]))
  return {
    kept24h: kept._count,
    doubles24h: kept._sum.doubles ?? 0,
    refused24h,
    deliveries: rows.map((row) => ({
      id: row.id,
      receivedAt: row.receivedAt.toISOString(),
      event: row.event,
      connection: row.connectionExternalId && (nameOf.get(row.connectionExternalId) ?? row.connectionExternalId),
      outcome: row.outcome === 'kept' ? ('kept' as const) : ('refused' as const),
      doubles: row.doubles,
      refusal: row.refusal,
    })),
  }
}
