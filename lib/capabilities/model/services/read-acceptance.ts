import { db } from '@/lib/platform/db/client'
import type { Usage } from '../contract'
import { meteredTaskSchema } from '../domain/task'

/**
 * What became of the proposals that answers fed, by task, prompt version and model. Accepted: approved by anyone, or carried out. Reverted: a
 * later proposal took back what a run of it did, and was carried out.
 */
export async function readAcceptance(from: Date): Promise<Usage['acceptance']> {
  const rows = await db.$queryRaw<(Omit<Usage['acceptance'][number], 'task'> & { task: string })[]>`
    WITH fed AS (
      SELECT DISTINCT c.task, c.prompt_version, coalesce(c.model, '') AS model, p.id, p.state
      FROM model_call c JOIN proposal p ON p.id = c.proposal_id
      WHERE c.at >= ${from} AND c.outcome = 'answered' AND c.replay_of IS NULL
    ), judged AS (
      SELECT fed.*,
        state IN ('approved', 'applying', 'applied', 'verified')
          OR (state IN ('failed', 'stale') AND EXISTS (
            SELECT 1 FROM review r WHERE r.proposal_id = fed.id AND r.decision = 'approve')) AS is_accepted,
        EXISTS (
          SELECT 1 FROM apply_run run
            JOIN proposal_revision back ON back.rationale = 'Take back what R-' || run.number || ' did.'
            JOIN proposal taken ON taken.id = back.proposal_id AND taken.connection_id = run.connection_id
          WHERE run.proposal_id = fed.id AND taken.state IN ('applied', 'verified')) AS is_reverted
      FROM fed
    )
    SELECT task, prompt_version AS "promptVersion", model,
      count(*)::int AS proposals,
      (count(*) FILTER (WHERE is_accepted OR state = 'rejected'))::int AS decided,
      (count(*) FILTER (WHERE is_accepted))::int AS accepted,
      (count(*) FILTER (WHERE is_accepted AND is_reverted))::int AS reverted
    FROM judged GROUP BY task, prompt_version, model ORDER BY task, prompt_version DESC, model`
  return rows.map((row) => ({ ...row, task: meteredTaskSchema.parse(row.task) }))
}
