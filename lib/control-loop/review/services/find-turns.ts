import { Prisma } from '@/generated/prisma/client'
import { can } from '@/lib/platform/auth/roles-and-permissions'
import type { Db, Tx } from '@/lib/platform/db/client'
import { type RouteFacts, routeReview, type Surroundings, type Turn } from '../domain/route-review'

export interface FoundTurn extends Turn {
  writers: readonly string[]
  delegation: { fromId: string; toId: string } | null
}

interface FactsRow extends Omit<RouteFacts, 'delegation'> {
  id: string
  fromId: string | null
  toId: string | null
}

/** Everybody whose role decides and who is not disabled, and who of all people is away now. */
export async function readSurroundings(from: Db | Tx, now: Date): Promise<Surroundings> {
  const [people, absences] = await Promise.all([
    from.user.findMany({
      where: { disabledAt: null },
      select: { id: true, name: true, role: true },
      orderBy: { name: 'asc' },
    }),
    from.absence.findMany({
      where: { cancelledAt: null, startsAt: { lte: now }, endsAt: { gt: now } },
      orderBy: { createdAt: 'asc' },
    }),
  ])
  return {
    reviewers: people.filter(({ role }) => can(role, 'reviews.write')),
    absences: new Map(absences.map(({ userId, delegateId }) => [userId, delegateId])),
  }
}

/**
 * Whose turn each proposal in review is, by its id; all of them, or those named. Nothing is stored: a person who was demoted, came back or took the
 * connection over is seen at once.
 */
export async function findTurns(
  from: Db | Tx,
  now: Date,
  proposalIds?: readonly string[],
): Promise<Map<string, FoundTurn>> {
  const named = proposalIds
    ? Prisma.sql`AND p.id = ANY(${[...proposalIds]}::uuid[])`
    : Prisma.sql`AND p.state = 'in-review'`
  const [rows, surroundings] = await Promise.all([
    from.$queryRaw<FactsRow[]>`
      SELECT p.id, c.owner_id AS "ownerId", p.escalated_at IS NOT NULL AS "isEscalated", r.verdict -> 'roles' AS roles,
        d.from_id AS "fromId", d.to_id AS "toId",
        ARRAY(SELECT p.author_user_id WHERE p.author_user_id IS NOT NULL
              UNION SELECT e.editor_user_id FROM proposal_revision e WHERE e.proposal_id = p.id AND e.editor_user_id IS NOT NULL
              UNION SELECT m.requested_by_id FROM proposal_revision e JOIN model_call m ON m.id::text = e.drafting -> 'model' ->> 'callId'
                WHERE e.proposal_id = p.id AND m.requested_by_id IS NOT NULL)::text[] AS writers
      FROM proposal p
      JOIN connection c ON c.id = p.connection_id
      JOIN proposal_revision r ON r.proposal_id = p.id AND r.revision = p.revision
      LEFT JOIN delegation d ON d.proposal_id = p.id AND d.ended_at IS NULL
      WHERE true ${named}`,
    readSurroundings(from, now),
  ])
  return new Map(
    rows.map(({ id, fromId, toId, ...facts }) => {
      const delegation = fromId && toId ? { fromId, toId } : null
      return [id, { ...routeReview({ ...facts, delegation }, surroundings), writers: facts.writers, delegation }]
    }),
  )
}
