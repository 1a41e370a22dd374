import type { IncidentFinding, Prisma } from '@/generated/prisma/client'
import { recordAuditEvents } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db/client'
import type { DriftFinding } from '../domain/incident/drift-finding'
import type { IncidentSuspect } from '../domain/incident/incident-suspect'
import { placeFindings } from '../domain/incident/place-findings'
import { closeIfCleared } from './close-if-cleared'
import { gatherSuspects, type NamedSuspect } from './gather-suspects'
import { requestRetraining } from './request-retraining'

/** What was judged of one thing just now. */
export interface FreshVerdict {
  kind: 'column' | 'row-count' | 'freshness'
  schema: string
  table: string
  column: string
  says: 'moved' | 'quiet' | 'cannot-tell'
  score: number
  why: string
  at: Date
  syncedAt: Date | null
  driftRunId: string | null
}

type Standing = IncidentFinding & { incident: { id: string } }

/**
 * Brings the incidents of a connection up to what was just judged: a finding that stands already is refreshed, a fresh one goes to the incident of its
 * cause or opens one, one that went quiet is cleared, and an incident whose findings are all cleared is closed. The caller holds the connection's row.
 */
export async function settleIncidents(
  tx: Tx,
  ctx: ServiceContext,
  connectionId: string,
  verdicts: readonly FreshVerdict[],
): Promise<void> {
  const standing = await tx.incidentFinding.findMany({
    where: { incident: { connectionId, state: { not: 'closed' } }, clearedAt: null },
    include: { incident: { select: { id: true } } },
  })
  const byKey = new Map(standing.map((finding) => [keyOf(finding), finding]))
  const fresh: FreshVerdict[] = []
  const touched = new Set<string>()
  for (const verdict of verdicts) {
    const known = byKey.get(keyOf(verdict))
    if (verdict.says === 'moved' && known === undefined) fresh.push(verdict)
    if (known === undefined || verdict.says === 'cannot-tell') continue
    touched.add(known.incidentId)
    const { score, why, at, driftRunId } = verdict
    await tx.incidentFinding.update({
      where: { id: known.id },
      data: verdict.says === 'moved' ? { score, why, lastAt: at, driftRunId } : { clearedAt: at },
    })
    if (verdict.says === 'moved') await tx.incident.update({ where: { id: known.incidentId }, data: { lastAt: at } })
  }
  if (fresh.length > 0) for (const id of await place(tx, ctx, connectionId, fresh, standing)) touched.add(id)
  for (const incidentId of touched) {
    if (!(await closeIfCleared(tx, ctx, incidentId))) await requestRetraining(tx, ctx, incidentId)
  }
}

async function place(
  tx: Tx,
  ctx: ServiceContext,
  connectionId: string,
  fresh: readonly FreshVerdict[],
  standing: readonly Standing[],
): Promise<string[]> {
  const suspects = await gatherSuspects(tx, connectionId, ctx.now())
  const verdictOf = new Map(fresh.map((verdict) => [keyOf(verdict), verdict]))
  const groups = placeFindings(
    fresh.map((verdict) => toFinding(connectionId, verdict, verdict.at)),
    standing.map((finding) => ({
      ...toFinding(connectionId, finding, finding.firstAt),
      findingId: `standing ${finding.id}`,
      incidentId: finding.incidentId,
    })),
    suspects.map(({ change }) => change),
  )
  const ids: string[] = []
  for (const group of groups) {
    const listed = group.suspects.map(({ change, fit }) => keepSuspect(suspects, change.changeId, fit))
    const shared = {
      lastAt: new Date(Math.max(...group.fresh.map(({ atMs }) => atMs))),
      suspects: listed.filter((one) => one !== null).slice(0, 10) as unknown as Prisma.InputJsonValue,
    }
    const incident =
      group.incidentId === null
        ? await tx.incident.create({
            data: { ...shared, connectionId, openedAt: new Date(group.firstAtMs), correlationId: ctx.correlationId },
          })
        : await tx.incident.update({ where: { id: group.incidentId }, data: shared })
    for (const { findingId } of group.fresh) await keep(tx, incident.id, verdictOf.get(findingId))
    ids.push(incident.id)
    await recordAuditEvents(tx, ctx, [
      {
        action: group.incidentId === null ? 'incident.opened' : 'incident.grew',
        objectType: 'incident',
        objectId: incident.id,
        objectLabel: `I-${incident.number}`,
        detail: { findings: group.fresh.length, strongest: group.fresh[0]?.column ?? group.fresh[0]?.table ?? null },
      },
    ])
  }
  return ids
}

/** The finding may have been cleared in the same incident before: then it is there again. */
async function keep(tx: Tx, incidentId: string, verdict: FreshVerdict | undefined): Promise<void> {
  if (verdict === undefined) return
  const { schema, table, kind, column, score, why, at, syncedAt, driftRunId } = verdict
  const key = { incidentId, schema, table, kind, column }
  await tx.incidentFinding.upsert({
    where: { incidentId_schema_table_kind_column: key },
    create: { ...key, score, why, syncedAt, firstAt: at, lastAt: at, driftRunId },
    update: { score, why, syncedAt, lastAt: at, driftRunId, clearedAt: null },
  })
}

function keepSuspect(
  suspects: readonly NamedSuspect[],
  changeId: string,
  fit: IncidentSuspect['fit'],
): IncidentSuspect | null {
  const found = suspects.find(({ change }) => change.changeId === changeId)
  if (found === undefined) return null
  const { change, label, title, href } = found
  return { kind: change.kind, fit, label, title, href, atMs: change.atMs }
}

function toFinding(
  connectionId: string,
  one: { kind: string; schema: string; table: string; column: string; syncedAt: Date | null; score: number },
  at: Date,
): DriftFinding {
  return {
    findingId: keyOf(one),
    connectionId,
    schema: one.schema,
    table: one.table,
    column: one.column === '' ? null : one.column,
    syncId: one.syncedAt?.toISOString() ?? null,
    // The sync that brought the rows, not the moment they were measured: what was done in between is no suspect.
    atMs: (one.syncedAt ?? at).getTime(),
    score: one.score,
  }
}

function keyOf(one: { kind: string; schema: string; table: string; column: string }): string {
  return JSON.stringify([one.schema, one.table, one.kind, one.column])
}
