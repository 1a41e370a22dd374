import { z } from 'zod'
import { db } from '@/lib/platform/db/client'
import type { IncidentList, IncidentListQuery } from '../contract'
import { incidentSuspectSchema } from '../domain/incident/incident-suspect'

const itemsMax = 200
const kindSchema = z.enum(['column', 'row-count', 'freshness'])
const callStateSchema = z.enum(['waiting', 'sent', 'failed'])

/** Incidents that are open, acknowledged ones included, or closed; the latest first, at most two hundred. */
export async function listIncidents({ state }: IncidentListQuery): Promise<IncidentList> {
  const wanted = state === 'closed' ? { state: 'closed' as const } : { state: { not: 'closed' as const } }
  const [rows, open, closed] = await Promise.all([
    db.incident.findMany({
      where: wanted,
      orderBy: [{ openedAt: 'desc' }, { number: 'desc' }],
      take: itemsMax,
      include: {
        connection: { select: { schemaName: true } },
        findings: { orderBy: { score: 'desc' } },
        retraining: true,
      },
    }),
    db.incident.count({ where: { state: { not: 'closed' } } }),
    db.incident.count({ where: { state: 'closed' } }),
  ])
  return {
    items: rows.map((row) => ({
      id: row.id,
      number: row.number,
      connectionId: row.connectionId,
      connectionName: row.connection.schemaName,
      state: row.state,
      openedAt: row.openedAt.toISOString(),
      lastAt: row.lastAt.toISOString(),
      acknowledgedBy: row.acknowledgedBy,
      closedAt: row.closedAt?.toISOString() ?? null,
      closedBy: row.closedBy,
      closedReason: row.closedReason,
      suspects: z.array(incidentSuspectSchema).parse(row.suspects),
      findings: row.findings.map(({ id, schema, table, kind, column, score, why, firstAt, clearedAt }) => ({
        id,
        schema,
        table,
        kind: kindSchema.parse(kind),
        column,
        score,
        why,
        firstAt: firstAt.toISOString(),
        clearedAt: clearedAt?.toISOString() ?? null,
      })),
      retraining:
        row.retraining === null
          ? null
          : { state: callStateSchema.parse(row.retraining.state), detail: row.retraining.detail },
    })),
    counts: { open, closed },
  }
}
