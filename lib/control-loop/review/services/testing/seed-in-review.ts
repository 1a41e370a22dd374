import { randomUUID } from 'node:crypto'
import type { Connection } from '@/generated/prisma/client'
import type { BatchMember } from '@/lib/control-loop/review/contract'
import { db } from '@/lib/platform/db/client'

export interface SeedInReview {
  count: number
  risk?: 'low' | 'medium' | 'high'
  approvalsNeeded?: number
  dueAt?: Date | null
  authorUserId?: string | null
}

/** Proposals to include columns, in review and drafted by a rule unless an author is given; one statement, however many. Tests and measurements only. */
export async function seedInReview(connection: Pick<Connection, 'id'>, seed: SeedInReview): Promise<BatchMember[]> {
  const { count, risk = 'low', approvalsNeeded = 1, dueAt = null, authorUserId = null } = seed
  const verdict = {
    decision: 'require-review',
    approvalsNeeded,
    roles: ['steward', 'admin'],
    ruleId: `${risk}-risk-needs-review`,
    reason: `${risk} risk.`,
  }
  const tag = randomUUID()
  await db.$executeRaw`
    WITH made AS (
      INSERT INTO proposal (id, connection_id, state, risk, schema, "table", "column", author_kind, author_user_id, due_at, updated_at, correlation_id)
      SELECT gen_random_uuid(), ${connection.id}::uuid, 'in-review', ${risk}, 'public', 'customer', 'c' || substr(${tag}, 1, 8) || n,
        CASE WHEN ${authorUserId}::uuid IS NULL THEN 'rule' ELSE 'person' END, ${authorUserId}::uuid, ${dueAt}::timestamptz, now(), ${tag}
      FROM generate_series(1, ${count}::int) n RETURNING id, "column")
    INSERT INTO proposal_revision (id, proposal_id, revision, actions, rationale, evidence, drafters, feasibility, plan, before_state,
                                   before_hash, plan_hash, risk, risk_reasons, verdict, policy_version, way_back)
    SELECT gen_random_uuid(), id, 1,
      jsonb_build_array(jsonb_build_object('kind', 'set-column-enabled', 'schema', 'public', 'table', 'customer', 'column', "column", 'enabled', true)),
      'Seeded.', '[]', '[]', '[]', '[]', '{"objects": [], "paused": null, "changeHandling": null}',
      encode(sha256('before'), 'hex'), encode(sha256(id::text::bytea), 'hex'), ${risk}, '[]', ${JSON.stringify(verdict)}::jsonb, 1,
      '{"level": "full", "sentence": "Back."}'
    FROM made`
  const rows = await db.proposal.findMany({
    where: { correlationId: tag },
    include: { revisions: { select: { revision: true, planHash: true } } },
    orderBy: { number: 'asc' },
  })
  return rows.map(({ id, revisions: [revision] }) => ({
    proposalId: id,
    revision: revision?.revision ?? 0,
    planHash: revision?.planHash ?? '',
  }))
}
