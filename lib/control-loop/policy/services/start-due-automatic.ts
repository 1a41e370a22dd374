import { parseRevision } from '@/lib/control-loop/proposal/services/parse-revision'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { findStop } from './find-stop'
import { readTrackRecord } from './read-track-record'
import { startIfAutomatic } from './start-if-automatic'

/** Looked at in one sweep: what does not fit comes with the next. */
const candidatesMax = 200

/**
 * Starts what policy allows and waited for its time: cooled down, a freeze that ended, a new hour, a record that is whole now. Safe to run any number of
 * times and beside others: each start locks its proposal and looks again.
 */
export async function startDueAutomatic(ctx: ServiceContext): Promise<number> {
  const candidates = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM proposal p JOIN proposal_revision r ON r.proposal_id = p.id AND r.revision = p.revision
    WHERE p.state = 'in-review' AND r.verdict ->> 'decision' = 'allow' AND r.policy_version = (SELECT max(version) FROM policy_version)
      AND (p.snooze_wake IS NULL OR p.snoozed_until < now())
      AND NOT EXISTS (SELECT FROM apply_run a WHERE a.proposal_id = p.id AND a.revision = p.revision AND a.started_by = 'policy')
      AND NOT EXISTS (SELECT FROM review v WHERE v.proposal_id = p.id AND v.voided_at IS NULL)
    ORDER BY p.number LIMIT ${candidatesMax}`
  if (candidates.length === 0 || (await findStop())) return 0
  const record = await readTrackRecord()
  let started = 0
  for (const { id } of candidates) {
    const outcome = await transact(async (tx) => {
      await tx.$queryRaw`SELECT id FROM proposal WHERE id = ${id}::uuid FOR UPDATE`
      const proposal = await tx.proposal.findUnique({ where: { id } })
      if (proposal?.state !== 'in_review') return null
      const revision = parseRevision(
        await tx.proposalRevision.findUniqueOrThrow({
          where: { proposalId_revision: { proposalId: id, revision: proposal.revision } },
        }),
      )
      return startIfAutomatic(tx, ctx, { proposal, revision: revision.revision, built: revision, record })
    })
    if (outcome?.outcome === 'starts') started += 1
    // The rest of this hour's proposals would be told the same.
    if (outcome?.outcome === 'held' && outcome.by === 'hourly-limit') break
  }
  return started
}
