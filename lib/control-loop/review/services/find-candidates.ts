import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { type Verdict, verdictSchema, wayBackSchema } from '@/lib/control-loop/policy/domain/verdict'
import { actionSchema } from '@/lib/control-loop/proposal/domain/action'
import { describeActions } from '@/lib/control-loop/proposal/domain/describe-actions'
import { can } from '@/lib/platform/auth/roles-and-permissions'
import type { ServiceContext } from '@/lib/platform/context'
import type { Db, Tx } from '@/lib/platform/db/client'
import type { Candidate } from '../domain/group-look-alikes'
import { findTurns } from './find-turns'

const rowSchema = z.object({
  id: z.string(),
  number: z.number(),
  state: z.string(),
  revision: z.number(),
  planHash: z.string(),
  path: z.string(),
  connectionId: z.string(),
  connectionName: z.string(),
  service: z.string(),
  risk: z.enum(['low', 'medium', 'high']),
  actions: z.array(actionSchema),
  verdict: verdictSchema,
  wayBack: wayBackSchema,
  hasMine: z.boolean(),
  rivals: z.array(z.number()),
})
export type FoundCandidate = Candidate & { verb: string }

/** What is in review (or named), with everything by which one is like another. Carries no state and no plan, so that hundreds are light. */
export async function findCandidates(
  from: Db | Tx,
  ctx: ServiceContext,
  proposalIds?: readonly string[],
): Promise<FoundCandidate[]> {
  const { userId, role } = ctx.actor
  const which = proposalIds
    ? Prisma.sql`p.id = ANY(${[...proposalIds]}::uuid[])`
    : Prisma.sql`p.state = 'in-review' AND p.snooze_wake IS NULL`
  const [rows, turns] = await Promise.all([
    from.$queryRaw<unknown[]>`
      SELECT p.id, p.number, p.state, p.revision, r.plan_hash AS "planHash",
        concat_ws('.', p.schema, p."table", p."column") AS path,
        c.id AS "connectionId", c.schema_name AS "connectionName", c.service, r.risk, r.actions, r.verdict, r.way_back AS "wayBack",
        EXISTS (SELECT FROM review v WHERE v.proposal_id = p.id AND v.revision = p.revision AND v.user_id = ${userId}::uuid
          AND v.decision = 'approve' AND v.voided_at IS NULL) AS "hasMine",
        ARRAY(SELECT o.number FROM proposal o WHERE o.connection_id = p.connection_id AND o.id <> p.id
          AND o.schema IS NOT DISTINCT FROM p.schema AND o."table" IS NOT DISTINCT FROM p."table"
          AND o."column" IS NOT DISTINCT FROM p."column" AND o.state IN ('in-review', 'approved', 'applying') ORDER BY o.number) AS rivals
      FROM proposal p
      JOIN connection c ON c.id = p.connection_id
      JOIN proposal_revision r ON r.proposal_id = p.id AND r.revision = p.revision
      WHERE ${which} ORDER BY p.number`,
    findTurns(from, ctx.now(), proposalIds),
  ])
  return rowSchema
    .array()
    .parse(rows)
    .map((row) => {
      const { verb, path } = describeActions(row.actions, row.path)
      const refusal = refusalOf(row, {
        mayReview: can(role, 'reviews.write'),
        roleMay: role !== null && row.verdict.roles.includes(role),
        isWriter: userId !== null && (turns.get(row.id)?.writers.includes(userId) ?? false),
      })
      return {
        proposalId: row.id,
        number: row.number,
        revision: row.revision,
        planHash: row.planHash,
        path: path || row.path || row.connectionName,
        connectionId: row.connectionId,
        connectionName: row.connectionName,
        service: row.service,
        kinds: [...new Set(row.actions.map(({ kind }) => kind))].sort(),
        risk: row.risk,
        policyOutcome: outcomeOf(row.verdict),
        wayBack: row.wayBack.level,
        refusal,
        rivals: row.rivals,
        verb,
      }
    })
}

function outcomeOf({ decision, ruleId, approvalsNeeded, roles }: Verdict): string {
  return [decision, ruleId, approvalsNeeded, ...roles].join(' ')
}

function refusalOf(
  row: z.infer<typeof rowSchema>,
  rights: { mayReview: boolean; roleMay: boolean; isWriter: boolean },
): string | null {
  if (row.state !== 'in-review') return `It is ${row.state.replace('-', ' ')} now.`
  if (rights.isWriter) return 'You wrote or edited it.'
  if (!rights.mayReview || !rights.roleMay) return 'Your role does not decide it.'
  if (row.verdict.decision === 'block') return 'Policy blocks it.'
  return row.hasMine ? 'You approved it already.' : null
}
