import { z } from 'zod'
import { db } from '@/lib/platform/db/client'
import type { Action } from '../domain/action'
import { leadingKind, type TrackRecord, trackRecordDays } from '../domain/track-record'

const rowSchema = z.object({ accepted: z.number(), edited: z.number(), rejected: z.number() })

/**
 * What people did with proposals of the same drafter whose draft led with the same kind of action, in the last 90 days: the latest decision of each
 * counts. `drafted` are the actions of the first revision. null when none was decided. A revision with other actions than the drafted ones was edited.
 */
export async function readTrackRecord(
  proposal: { id: string; authorKind: string },
  drafted: readonly Action[],
  now: Date,
): Promise<TrackRecord | null> {
  const kind = leadingKind(drafted)
  const drafter = z.enum(['rule', 'model', 'person']).parse(proposal.authorKind)
  if (kind === null) return null
  const since = new Date(now.getTime() - trackRecordDays * 86_400_000)
  const rows = await db.$queryRaw`
    SELECT count(*) FILTER (WHERE decision = 'approve' AND same)::int AS accepted,
           count(*) FILTER (WHERE decision = 'approve' AND NOT same)::int AS edited,
           count(*) FILTER (WHERE decision = 'reject')::int AS rejected
    FROM (
      SELECT DISTINCT ON (p.id) r.decision, v.actions = d.actions AS same
      FROM review r
      JOIN proposal p ON p.id = r.proposal_id
      JOIN proposal_revision d ON d.proposal_id = p.id AND d.revision = 1
      JOIN proposal_revision v ON v.proposal_id = p.id AND v.revision = r.revision
      WHERE r.created_at >= ${since} AND r.decision IN ('approve', 'reject')
        AND p.author_kind = ${drafter} AND p.id <> ${proposal.id}::uuid
        AND coalesce(
          jsonb_path_query_first(d.actions, '$[*] ? (@.kind != "accept-changes").kind'),
          d.actions -> 0 -> 'kind'
        ) = to_jsonb(${kind}::text)
      ORDER BY p.id, r.created_at DESC
    ) decided`
  const [counts] = rowSchema.array().parse(rows)
  const { accepted, edited, rejected } = counts ?? { accepted: 0, edited: 0, rejected: 0 }
  const decided = accepted + edited + rejected
  return decided === 0 ? null : { drafter, kind, accepted, edited, rejected, decided, days: trackRecordDays }
}
